"""`manage.py keep`: a verified, encrypted copy; `--new-key` makes the key and prints its private half once."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from lantoa.foundation import clock
from lantoa.foundation.errors import Refusal
from lantoa.upkeep import actions


class Command(BaseCommand):
    """A copy of the database and the attachments."""

    help = "Sao lưu: chép, thử khôi phục, đối chiếu, mã hóa, ghi vào các nơi trong LANTOA_KEEP."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether to make the key."""
        parser.add_argument("--new-key", action="store_true", help="tạo khóa mới, in khóa riêng một lần")

    def handle(self, *args: Any, new_key: bool, **options: Any) -> None:
        """CommandError, in words, when no copy could be kept."""
        if new_key:
            self.stdout.write("Khóa riêng, in ra giấy và cất giữ; không có nó thì không mở được bản sao nào:")
            self.stdout.write(actions.make_key())
            return
        try:
            made = actions.keep(clock.now())
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(
            f"{made.name}: {made.rows} dòng, {made.size} byte, {made.seconds} giây, {made.places}"
        )
        if made.missed:
            self.stderr.write(f"Không ghi được vào: {made.missed}")
