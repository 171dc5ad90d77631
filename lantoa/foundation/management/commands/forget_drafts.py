"""Forget drafts nobody touched for sixty days, with their files, and the keys of forms sent before that."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from lantoa.foundation import clock
from lantoa.foundation.entry import drafts


class Command(BaseCommand):
    """Safe to run at any hour, and twice."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Đã xóa {drafts.forget_old(clock.now())} bản nháp cũ.")
