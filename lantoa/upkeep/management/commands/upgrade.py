"""`manage.py upgrade`: a copy, the new tables, a look at the data, a restart; the way back is written down first."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lantoa.foundation import clock
from lantoa.foundation.errors import Refusal
from lantoa.upkeep import actions


class Command(BaseCommand):
    """What `make upgrade` calls when the new code and its libraries are in place."""

    help = "Nâng cấp: sao lưu, đổi bảng, kiểm tra dữ liệu, khởi động lại; ghi sẵn cách quay lại."

    def handle(self, *args: Any, **options: Any) -> None:
        """CommandError, in words, at the step that failed; nothing after it is done."""
        try:
            actions.upgrade(clock.now(), say=self.stdout.write)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
