"""`python manage.py index_search`: write the index of the search again, whole. Safe to run at any time."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from lantoa.searching import actions


class Command(BaseCommand):
    """Indexes everything; once after an update, or when the page of checks says that rows are missing."""

    help = "Lập lại mục tìm cho mọi người, đơn vị, văn bản, mô hình."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Đã lập {actions.rebuild()} dòng tìm.")
