"""`manage.py restore FILE`: a kept copy brought back into an empty place."""

from __future__ import annotations

import sys
import time
from getpass import getpass
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from lantoa.foundation.errors import Refusal
from lantoa.upkeep import actions

WITHOUT_KEY = (
    "Khóa thứ hai của các tài khoản chưa đọc được: SECRET_KEY trong .env khác khóa lúc sao lưu, hoặc bản sao cũ không "
    "có khóa ấy. Có dòng SECRET_KEY thì xóa đi để dùng khóa vừa khôi phục; không thì chạy manage.py drop_second_key "
    "cho từng người."
)

# Tables of a newer version; what was erased since the copy; whether all is as it was sealed, and makes sense.
AFTERWARDS = ("migrate", "erase_again", "seal verify", "check_data")


class Command(BaseCommand):
    """Asks for the private key where no file with it is named."""

    help = "Khôi phục một bản sao vào nơi trống."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which copy, and where the private key lies."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--key-file", type=Path)

    def handle(self, *args: Any, file: Path, key_file: Path | None, **options: Any) -> None:
        """CommandError, in words, when it cannot be brought back."""
        if not file.is_file():
            raise CommandError(f"Không thấy tệp {file}.")
        key = key_file.read_text(encoding="ascii") if key_file else getpass("Khóa riêng: ")
        began = time.monotonic()
        try:
            manifest = actions.restore(file, key)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
        took = round(time.monotonic() - began)
        rows, files = sum(manifest["rows"].values()), len(manifest["files"])
        self.stdout.write(
            f"Đã khôi phục bản sao lúc {manifest['at']}: {rows} dòng, {files} tệp, {took} giây."
        )
        if not manifest["signs_as_before"]:
            self.stdout.write(WITHOUT_KEY)
        self.stdout.write("Chạy tiếp, từng dòng một:")
        for words in AFTERWARDS:
            self.stdout.write(f"  {sys.executable} manage.py {words}")
