"""`python manage.py fold`: fold and count what waits, `--anew` everything; `--check` compares all with its records."""

from __future__ import annotations

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from lantoa.figures import together
from lantoa.figures.folding import checking, folder, whole
from lantoa.foundation import clock, heard


class Command(BaseCommand):
    """Hears what was done, then folds. Safe to run again, and beside the worker."""

    help = (
        "Cộng sẵn số liệu từ tổ chức cơ sở trở lên; --check đếm lại từ bản ghi và nêu số đầu tiên không khớp."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """How much."""
        parser.add_argument("--anew", action="store_true", help="đếm lại tất cả")
        parser.add_argument("--check", action="store_true", help="so mọi số đang giữ với bản ghi")

    def handle(self, *args: Any, anew: bool, check: bool, **options: Any) -> None:
        """CommandError, with the first sum that is not what its records say."""
        now, day = clock.now(), clock.today()
        heard.hear_all()
        if anew or not folder.is_begun():
            meanwhile = "; trang vẫn đọc số cũ đến khi xong" if folder.is_begun() else ""
            self.stdout.write(f"Đếm lại tất cả từ bản ghi, từng tỉnh một{meanwhile}.")
            self.stdout.write(f"Đã cộng mới {folder.begin(now, day, self._tell)} số.")
        else:
            self.stdout.write(f"Đã cộng lại số liệu của {folder.fold(now, day)} đơn vị.")
        self.stdout.write(
            f"Đã đếm trọn {whole.count(together.counted_whole, tell=self._tell_of_whole)} lượt đơn vị và kỳ."
        )
        if check:
            self.stdout.write("So mọi số đang giữ với bản ghi.")
            if wrong := checking.first_wrong(day):
                raise CommandError(f"Không khớp: {wrong}. Chạy lại với --anew để đếm lại tất cả.")
            self.stdout.write("Mọi số đang giữ đúng với bản ghi.")

    def _tell(self, part: int, parts: int, count: int) -> None:
        self.stdout.write(f"{time.strftime('%H:%M:%S')} {part}/{parts}: {count} số")

    def _tell_of_whole(self, count: int, waiting: int) -> None:
        if waiting == 0 or count % 100 == 0:
            self.stdout.write(f"{time.strftime('%H:%M:%S')} đếm trọn {count}, còn chờ {waiting}")
