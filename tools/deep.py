"""make deep: what is slow by nature, seeded, so that what it finds can be found again.

python -m tools.deep [ROOM…] [--seed N]

Each room's stories with random examples are told again and again, ten times as many at a time, until the room's
minutes are used up; odd rounds on SQLite, even ones on PostgreSQL. Before that the long stories (marker `deep`) are
told, in Chromium too, all stories on PostgreSQL, and every form of every page is filled with what nobody should have to
think of, on both. `make test` tells the same stories with fewer examples, always the same ones, and a twelfth of them
on PostgreSQL.
"""

from __future__ import annotations

import argparse
import sys
import time
from itertools import count

from tests.examples import DEEP, SEED
from tools import machine
from tools.test import AGAIN, BROWSER, FAST, PYTEST, TOGETHER, alone, at_home, second_database
from tools.test import run as run_and_time

# Minutes for each room with a story that tries random examples. The sum and what runs before stay within 60.
MINUTES = {
    "foundation": 2,
    "organisation": 2,
    "documents": 2,
    "figures": 2,
    "programme": 2,
    "writing": 2,
    "study": 2,
    "registrations": 2,
    "breakthroughs": 2,
    "practices": 3,
    "outreach": 2,
    "meetings": 2,
    "commendations": 2,
    "exemplars": 2,
    "reports": 2,
    "adoptions": 1,
}
LONG = 6
# Every case of every table, too, of which `make test` tells a part.
WHOLE = "--whole"
ALL = 8
BOXES = 14
MOST = 60


def main(words: list[str]) -> int:
    """0 when nothing was found; otherwise the exit code of the worst run, and the words to find it again."""
    asked = argparse.ArgumentParser(prog="make deep")
    asked.add_argument("rooms", nargs="*", choices=[*MINUTES, []], metavar="ROOM")
    asked.add_argument("--seed", type=int, default=int(time.strftime("%Y%m%d")))
    told = asked.parse_args(words)
    machine.need("initdb", *([] if told.rooms else [machine.BROWSER]))
    with second_database() as postgres:
        codes = [] if told.rooms else before(told.seed, postgres)
        for room in told.rooms or MINUTES:
            codes.append(of_a_room(room, told.seed, [at_home(), postgres]))
    return max(codes)


def before(seed: int, postgres: dict[str, str]) -> list[int]:
    """Long stories; every story and everyone at every address on the second database; every box of every form."""
    tests = ["lantoa", "tests/security", "tests/architecture"]
    long = [*PYTEST, *TOGETHER, *tests, "--deep", "-m", "deep and not alone"]
    long_alone = [*alone("deep and alone"), "--deep"]
    looks = [*BROWSER, "--deep", "-m", "browser and deep"]
    boxes = [*PYTEST, *TOGETHER, "tests/fuzz", "--deep", "-m", "deep"]
    return [
        run_and_time("Long stories", [long, long_alone], at_home()),
        run_and_time("Long looks in Chromium", [looks], at_home()),
        run_and_time(
            "All on PostgreSQL", [c + AGAIN for c in ([*FAST, WHOLE], [*alone(), "--deep"])], postgres
        ),
        run_and_time(f"Every box on SQLite, seed {seed}", [boxes], at_home() | {SEED: str(seed)}),
        run_and_time(f"Every box on PostgreSQL, seed {seed}", [boxes], postgres | {SEED: str(seed)}),
    ]


def of_a_room(room: str, seed: int, homes: list[dict[str, str]]) -> int:
    """Rounds with one seed after the other, while there is time for another as long as the last; stops at a find."""
    ends, last = time.monotonic() + MINUTES[room] * 60, 0.0
    for number in count():
        began = time.monotonic()
        if number and began + last > ends:
            print(f"=== {room}: {number} rounds, nothing found", flush=True)
            return 0
        env = homes[number % 2] | {DEEP: "10"}
        command = [*PYTEST, f"lantoa/{room}", "-m", "hypothesis", f"--hypothesis-seed={seed + number // 2}"]
        code = run_and_time(f"{room}, seed {seed + number // 2}", [command], env)
        if code:
            print(f"=== Found. Again: make deep ROOM={room} SEED={seed + number // 2}", flush=True)
            return code
        last = time.monotonic() - began
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
