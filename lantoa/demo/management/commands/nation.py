"""`python manage.py nation --members N`: an invented nation of any size, to measure in."""

from __future__ import annotations

import time
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from lantoa.demo.nation import bare, building, writing
from lantoa.demo.nation.size import Size
from lantoa.demo.units import PASSWORD
from lantoa.foundation import clock
from lantoa.organisation.models import Unit
from lantoa.people.models import Person


class Command(BaseCommand):
    """Fills an empty database, seals and folds it; one that holds anything is left alone.

    Cut off at the indexes it goes on there.
    """

    help = "Dựng một toàn quốc hư cấu để đo tốc độ; chỉ chạy trên cơ sở dữ liệu trống."

    def add_arguments(self, parser: CommandParser) -> None:
        """How many members; the nation has 5,600,000, one part in a hundred of it 56,000."""
        parser.add_argument("--members", type=int, required=True)
        told = "ít nhất bấy nhiêu tỉnh, để đo việc giữa các tỉnh trong một toàn quốc nhỏ"
        parser.add_argument("--provinces", type=int, default=0, help=told)
        parser.add_argument("--seed", type=int, default=7)

    def handle(self, *args: Any, members: int, provinces: int, seed: int, **options: Any) -> None:
        """CommandError, in words, when it must not begin."""
        try:
            size = Size.of(members, provinces)
        except ValueError as fault:
            raise CommandError("Cần ít nhất 10 đảng viên, mỗi tỉnh ít nhất một xã: --members 5000") from fault
        call_command("migrate", verbosity=0)
        began = time.monotonic()
        if bare.is_left():
            bare.put_back(self._tell)
            self._make_ready()
            self.stdout.write(f"Làm nốt xong sau {time.monotonic() - began:.0f} giây.")
            return
        must_be_empty()
        must_have_room(size)
        written = building.build(size, today=clock.today(), seed=seed, tell=self._tell)
        self._make_ready()
        for table, rows in sorted(written.items()):
            self.stdout.write(f"{rows:>12,}  {table}")
        self.stdout.write(
            f"Xong sau {time.monotonic() - began:.0f} giây. Mật khẩu của mọi tài khoản: {PASSWORD}"
        )
        self.stdout.write("Tài khoản: " + ", ".join(building.ACCOUNTS))

    def _make_ready(self) -> None:
        """The history sealed, the sums folded: the first page and the first act find what a running house has."""
        self._tell("niêm phong lịch sử")
        call_command("seal", stdout=self.stdout)
        self._tell("cộng sẵn số liệu")
        call_command("fold", stdout=self.stdout)

    def _tell(self, said: str) -> None:
        self.stdout.write(f"{time.strftime('%H:%M:%S')} {said}")


def must_be_empty() -> None:
    """CommandError when somebody's data is there."""
    if Unit.objects.exists() or Person.objects.exists():
        raise CommandError(
            "Cơ sở dữ liệu đã có dữ liệu. Hãy chỉ DATABASE_URL hoặc LANTOA_VAR tới một chỗ trống."
        )


def must_have_room(size: Size) -> None:
    """CommandError when the disk is too small for it."""
    free = writing.free_space()
    if free is not None and free < size.bytes:
        raise CommandError(
            f"Cần khoảng {size.bytes / 1e9:.1f} GB trống, đĩa chỉ còn {free / 1e9:.1f} GB. "
            "Hãy dọn đĩa hoặc chọn --members nhỏ hơn."
        )
