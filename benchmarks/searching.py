"""The search among 600,000 rows: half people, half papers, in one nation of 33 provinces; asked near and far.

python -m benchmarks.searching          DATABASE_URL chooses the database; it must be empty
python -m benchmarks.searching --both   on SQLite and on a throw-away PostgreSQL, one after the other
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time

os.environ.setdefault("LANTOA_VAR", tempfile.mkdtemp(prefix="lantoa-bench-"))
os.environ["LANTOA_NOW"] = "2026-11-16T08:00:00+07:00"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

from django.core.management import call_command
from django.db import connection

from benchmarks import world as worlds
from lantoa.demo.names import FAMILY
from lantoa.people import actors
from lantoa.searching import queries
from lantoa.searching import words as said
from lantoa.searching.models import Entry, Sight
from tools import postgres

ROWS, BUDGET = 600_000, 100
MIDDLE = ["Thị", "Văn", "Minh", "Thu", "Đức", "Hữu", "Ngọc", "Quốc"]
GIVEN = [
    "Lan",
    "An",
    "Hùng",
    "Mai",
    "Thắng",
    "Hương",
    "Sơn",
    "Hà",
    "Dũng",
    "Pâng",
    "Sử",
    "Páo",
    "Chiến",
    "Thanh",
    "Ngân",
    "Đức",
]
WORDS = [
    "giúp",
    "bà",
    "con",
    "làm",
    "hồ",
    "sơ",
    "trực",
    "tuyến",
    "mỗi",
    "tuần",
    "hai",
    "buổi",
    "sửa",
    "đường",
    "nhà",
    "văn",
    "hóa",
    "học",
    "tập",
    "gương",
    "Bác",
    "tiết",
    "kiệm",
    "điện",
]
ASKED = (
    "nguyen thi lan",
    "nguyen",
    "thi",
    "chi bo",
    "dk 2026 001342",
    "ho so truc tuyen",
    "nguyen van an xa 7",
    "zzz khong co",
)


def fill(units: list[int]) -> None:
    """Rows as the rooms write them, spread over all units."""
    dice = random.Random(7)
    for start in range(0, ROWS, 5000):
        entries = [_row(number, dice) for number in range(start, start + 5000)]
        entries = Entry.objects.bulk_create(entries)
        Sight.objects.bulk_create(
            Sight(
                entry=one,
                permission="people.view" if one.kind == "person" else "registrations.view",
                way="reach",
                unit_id=units[one.key % len(units)],
            )
            for one in entries
        )


def _row(number: int, dice: random.Random) -> Entry:
    name = f"{dice.choice(FAMILY)} {dice.choice(MIDDLE)} {dice.choice(GIVEN)}"
    if number % 2:
        return Entry(
            kind="person",
            key=number,
            title=name,
            url="/",
            words=said.words_of("person", [name, f"Chi bộ thôn {number % 97} xã {number % 300}"]),
        )
    code, text = f"ĐK-2026-{number:06d}", " ".join(dice.choices(WORDS, k=14))
    return Entry(
        kind="registration",
        key=number,
        title=text,
        code=code,
        url="/",
        words=said.words_of("registration", [text, code, name]),
    )


def ask(actor: actors.Actor, text: str) -> tuple[float, float, float, int]:
    """Median and worst of five on the clock, the median of processor time here (on SQLite: all of it), in
    milliseconds; and how many rows the page counts.
    """
    times, busy, count = [], [], 0
    for _turn in range(5):
        began, busy_before = time.perf_counter(), time.process_time()
        count = sum(group.count for group in queries.look(actor, text))
        times.append((time.perf_counter() - began) * 1000)
        busy.append((time.process_time() - busy_before) * 1000)
    return statistics.median(times), max(times), statistics.median(busy), count


def both() -> int:
    """0 when it holds on each of the two databases."""
    command, home = [sys.executable, "-m", "benchmarks.searching"], dict(os.environ)
    home.pop("DATABASE_URL", None)
    home.pop("LANTOA_VAR", None)
    codes = [subprocess.run(command, env=home).returncode]
    with postgres.cluster(postgres.LASTING) as url:
        codes.append(subprocess.run(command, env=home | {"DATABASE_URL": url}).returncode)
    return max(codes)


def main() -> int:
    """0 when every first page comes within the budget."""
    call_command("migrate", verbosity=0)
    world = worlds.build()
    from lantoa.organisation.models import Unit

    began = time.perf_counter()
    fill(list(Unit.objects.order_by("pk").values_list("pk", flat=True)))
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    print(f"{connection.vendor}: {ROWS} rows in {time.perf_counter() - began:.0f} s")
    late = 0
    from lantoa.people.models import Post

    commune = Post.objects.create(
        person=world.secretary.person,
        unit=world.commune,
        role="committee",
        reach="subtree",
        starts=worlds.SINCE,
    )
    for who, actor in (
        ("tỉnh", world.officer),
        ("xã", actors.as_post(commune, worlds.TODAY)),
        ("chi bộ", world.secretary),
    ):
        for text in ASKED:
            median, worst, busy, count = ask(actor, text)
            late += median > BUDGET
            print(f"{who:8} {text:22} {median:8.1f} ms  (worst {worst:7.1f}, processor {busy:7.1f})  {count}")
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(both() if "--both" in sys.argv else main())
