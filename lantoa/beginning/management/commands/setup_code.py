"""The one-time code that opens the first page: printed here, kept in the data folder, for one hour."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.beginning import codes, queries


class Command(BaseCommand):
    help = "Print the set-up code while nothing stands in the database."

    def handle(self, *args: Any, **options: Any) -> None:
        if queries.has_begun():
            codes.place().unlink(missing_ok=True)
            return
        self.stdout.write(
            _("Mã cài đặt: %(code)s. Dùng một lần, trong 1 giờ, ở trang %(page)s. Mã cũng ở tệp %(file)s.")
            % {"code": codes.make(), "page": reverse("beginning:code"), "file": codes.place()}
        )
