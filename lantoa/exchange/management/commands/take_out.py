"""`manage.py take_out 12`: make the file of a long list that was asked for; the pages start this by themselves."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from lantoa.exchange import leaving


class Command(BaseCommand):
    """Says what came of it."""

    help = "Lập tệp của một danh sách dài đang chờ xuất."

    def add_arguments(self, parser: CommandParser) -> None:
        """Its number."""
        parser.add_argument("number", type=int)

    def handle(self, *args: Any, number: int, **options: Any) -> None:
        """No file is made twice when it is called twice."""
        self.stdout.write(leaving.carry_on(number))
