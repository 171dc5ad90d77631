"""`manage.py restore FILE`: a kept copy brought back into an empty place."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from lantoa.foundation.dates import show_moment
from lantoa.foundation.errors import Refusal
from lantoa.foundation.numbers import show
from lantoa.upkeep import actions

WITHOUT_KEY = (
    "Khóa thứ hai của các tài khoản chưa đọc được: SECRET_KEY trong .env khác khóa lúc sao lưu, hoặc bản sao cũ không "
    "có khóa ấy. Có dòng SECRET_KEY thì xóa đi để dùng khóa vừa khôi phục; không thì chạy manage.py drop_second_key "
    "cho từng người."
)

# Tables of a newer version; what was erased since the copy; whether all is as it was sealed, and makes sense.
AFTERWARDS = {
    "migrate --verbosity 0": "Đổi bảng cho hợp với mã ở đây…",
    "erase_again": "Xóa lại những gì đã xóa theo yêu cầu sau bản sao…",
    "seal verify": "Đối chiếu lịch sử với niêm phong…",
    "check_data --brief": "Kiểm tra dữ liệu…",
}


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
        try:
            with actions.hold_the_data():
                actions.must_be_empty()
                key = key_file.read_text(encoding="ascii") if key_file else _asked()
                began = time.monotonic()
                self._say(actions.restore(file, key), round(time.monotonic() - began))
                self._go_on()
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(f"Xong sau {round(time.monotonic() - began)} giây. Gõ tiếp: make serve")

    def _say(self, manifest: dict[str, Any], took: int) -> None:
        rows, files = sum(manifest["rows"].values()), len(manifest["files"])
        self.stdout.write(
            f"Đã khôi phục bản sao lúc {show_moment(dt.datetime.fromisoformat(manifest['at']))}: "
            f"{show(rows)} dòng, {show(files)} tệp, {took} giây."
        )
        if not manifest["signs_as_before"]:
            self.stdout.write(WITHOUT_KEY)

    def _go_on(self) -> None:
        """The steps afterwards, while nothing else may start on these data; of one that fails the rest is named."""
        for number, (words, doing) in enumerate(AFTERWARDS.items()):
            self.stdout.write(doing)
            self.stdout.flush()
            if _go_on(words):
                left = "\n".join(f"  {sys.executable} manage.py {one}" for one in [*AFTERWARDS][number:])
                raise CommandError(
                    f"Dữ liệu đã về, nhưng bước “{doing}” chưa xong. Xem dòng báo ở trên; chữa xong thì gõ lần lượt, "
                    f"đủ các dòng sau, rồi mới gõ make serve:\n{left}"
                )


def _asked() -> str:
    """As it is typed, seen: seventy-four signs from a sheet of paper cannot be typed blind."""
    try:
        return input("Khóa riêng (gõ theo tờ giấy; chữ hoa hay thường, có dấu cách hay không cũng được): ")
    except EOFError:
        raise CommandError(
            "Chưa có khóa riêng. Gõ lệnh ở một cửa sổ lệnh, hoặc thêm --key-file TỆP."
        ) from None


def _go_on(words: str) -> int:
    """In a process of its own, which reads the signing key that came back; 0 when it was done."""
    return subprocess.run([sys.executable, "manage.py", *words.split()], cwd=settings.BASE_DIR).returncode
