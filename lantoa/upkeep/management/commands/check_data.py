"""`manage.py check_data`: whether every sentence that should be true of the data is."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from lantoa.foundation import clock
from lantoa.upkeep import actions, queries


class Command(BaseCommand):
    """Reads everything, mends nothing; what it found stands on the page too."""

    help = "Kiểm tra dữ liệu có nguyên vẹn không; chỉ đọc, không sửa."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether what is true is said too."""
        parser.add_argument("--brief", action="store_true", help="chỉ nói điều chưa đúng")

    def handle(self, *args: Any, brief: bool = False, **options: Any) -> None:
        """CommandError when something is not true."""
        wrong, every = 0, queries.kept_checks(actions.check_data(clock.now()))
        for found in every:
            mark = "SAI" if found.count else "đúng"
            wrong += bool(found.count)
            named = f" ({found.count}: {', '.join(found.first)})" if found.count else ""
            if found.count or not brief:
                self.stdout.write(f"{mark:5} {found.check.sentence}{named}")
        if wrong:
            raise CommandError(f"{wrong} điều chưa đúng.")
        self.stdout.write(f"{len(every)} điều đều đúng.")
