"""`manage.py bring_in 12`: bring in a long list that was looked at and sent; the pages start this by themselves."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from lantoa.exchange import beside


class Command(BaseCommand):
    """Says what came of it."""

    help = "Nhập một danh sách dài đang chờ."

    def add_arguments(self, parser: CommandParser) -> None:
        """Its number."""
        parser.add_argument("number", type=int)

    def handle(self, *args: Any, number: int, **options: Any) -> None:
        """Nothing is written twice when it is called twice."""
        self.stdout.write(beside.carry_on(number))
