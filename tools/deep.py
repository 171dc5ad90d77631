"""make deep: what is slow by nature, seeded, so that what it finds can be found again.

python -m tools.deep [PIECE…] [--seed N] [--log FILE]

A piece is one of `BEFORE`, or a room; without words all of them are told. A find ends its piece and no other; at the
end stands what was told and how long it took. With a log a piece that was told, and in which nothing was found, is not
told again: a run that was cut off goes on where it stopped, with its seed.

Each room's stories with random examples are told again and again, ten times as many at a time, until the room's
minutes are used up; odd rounds on SQLite, even ones on PostgreSQL, two rooms at once. Before that the long stories
(marker `deep`) are told, in Chromium too, all stories on PostgreSQL, and every form of every page is filled with what
nobody should have to think of, on both. `make test` tells the same stories with fewer examples, always the same ones,
and a twelfth of them on PostgreSQL.
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import astuple, dataclass
from functools import cache, partial
from itertools import count
from pathlib import Path

from tests.examples import DEEP, SEED
from tools import machine
from tools.test import AGAIN, BROWSER, FAST, PYTEST, TOGETHER, alone, at_home, run, second_database

# Minutes of each piece, two processes each, and of each room with a story that tries random examples, two rooms at
# once. All stays within the hour.
BEFORE = {"long": 8, "looks": 6, "postgres": 12, "boxes": 8, "boxes-postgres": 8}
ROOMS = {
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
MOST = 60
AT_ONCE = 2
# Every case of every table, too, of which `make test` tells a part.
WHOLE = "--whole"
# What is long by nature may take an hour on a machine that does something else besides.
PATIENT = "--timeout=3600"


@dataclass(frozen=True)
class Told:
    """A piece that was told: `code` 0 when nothing was found."""

    seed: int
    piece: str
    seconds: int
    code: int


def main(words: list[str]) -> int:
    """0 when nothing was found; otherwise the exit code of the worst piece."""
    asked = parser().parse_args(words)
    log = Log(asked.log)
    seed = asked.seed or log.seed() or int(time.strftime("%Y%m%d"))
    pieces = [piece for piece in asked.pieces or [*BEFORE, *ROOMS] if not log.knows(seed, piece)]
    machine.need("initdb", *([machine.BROWSER] if "looks" in pieces else []))
    began = time.monotonic()
    with ExitStack() as until_the_end:
        postgres = cache(lambda: until_the_end.enter_context(second_database()))
        for piece in [one for one in pieces if one in BEFORE]:
            log.keep(timed(seed, piece, partial(before, piece, seed, postgres)))
        if rooms := [one for one in pieces if one in ROOMS]:
            several(rooms, seed, postgres(), log)
    print(f"\n=== make deep, seed {seed}: {time.monotonic() - began:.0f} s")
    told = [one for one in log.told if one.seed == seed]
    for one in told:
        what = f"FOUND: make deep ONLY={one.piece} SEED={seed}" if one.code else "nothing found"
        print(f"{one.piece:16} {one.seconds:5} s  {what}")
    return max((one.code for one in told), default=0)


def parser() -> argparse.ArgumentParser:
    """What may be said on the line."""
    told = argparse.ArgumentParser(prog="make deep")
    told.add_argument("pieces", nargs="*", choices=[*BEFORE, *ROOMS, []], metavar="PIECE")
    told.add_argument("--seed", type=int, help="the log's, or the day's")
    told.add_argument(
        "--log", default="", help="a file that keeps each piece; what it knows is not told again"
    )
    return told


class Log:
    """What was told so far: the last of each piece, in the file too if there is one."""

    def __init__(self, file: str = "") -> None:
        self.file = Path(file) if file else None
        lines = self.file.read_text().splitlines() if self.file and self.file.exists() else []
        self.told = [
            Told(int(s), piece, int(t), int(c)) for s, piece, t, c in csv.reader(lines, delimiter="\t")
        ]

    def seed(self) -> int | None:
        """The last run's."""
        return self.told[-1].seed if self.told else None

    def knows(self, seed: int, piece: str) -> bool:
        """Whether it was told with this seed, and nothing found."""
        return any((one.seed, one.piece, one.code) == (seed, piece, 0) for one in self.told)

    def keep(self, one: Told) -> None:
        """From now on this is what is known of the piece."""
        self.told = [old for old in self.told if (old.seed, old.piece) != (one.seed, one.piece)] + [one]
        if self.file:
            self.file.write_text("".join("\t".join(map(str, astuple(each))) + "\n" for each in self.told))


def timed(seed: int, piece: str, go: Callable[[], int]) -> Told:
    """The piece, told now."""
    began = time.monotonic()
    code = go()
    return Told(seed, piece, round(time.monotonic() - began), code)


def before(piece: str, seed: int, postgres: Callable[[], dict[str, str]]) -> int:
    """Long stories; every story and everyone at every address on the second database; every box of every form."""
    boxes = [[*PYTEST, *TOGETHER, "tests/fuzz", "--deep", "-m", "deep", PATIENT]]
    if piece == "long":
        tests = ["lantoa", "tests/security", "tests/architecture"]
        long = [*PYTEST, *TOGETHER, *tests, "--deep", "-m", "deep and not alone", PATIENT]
        return run("Long stories", [long, [*alone("deep and alone"), "--deep", PATIENT]], at_home())
    if piece == "looks":
        return run("Long looks", [[*BROWSER, "--deep", "-m", "browser and deep", PATIENT]], at_home())
    if piece == "postgres":
        commands = [[*FAST, WHOLE], [*alone(), "--deep"]]
        return run("All on PostgreSQL", [[*one, *AGAIN, PATIENT] for one in commands], postgres())
    home = postgres() if piece == "boxes-postgres" else at_home()
    return run(f"Every box ({piece}), seed {seed}", boxes, home | {SEED: str(seed)})


def several(rooms: list[str], seed: int, postgres: dict[str, str], log: Log) -> None:
    """Two rooms at once, each on a database of its own."""
    with ThreadPoolExecutor(AT_ONCE) as beside:
        for one in beside.map(
            lambda room: timed(seed, room, partial(of_a_room, room, seed, postgres)), rooms
        ):
            log.keep(one)


def of_a_room(room: str, seed: int, postgres: dict[str, str]) -> int:
    """Rounds with one seed after the other, while there is time for another as long as the last; stops at a find."""
    ends, last = time.monotonic() + ROOMS[room] * 60, 0.0
    for number, (now, home) in enumerate(rounds(room, seed, postgres)):
        began = time.monotonic()
        if number and began + last > ends:
            print(f"=== {room}: {number} rounds, nothing found", flush=True)
            return 0
        command = [*PYTEST, f"lantoa/{room}", "-m", "hypothesis", f"--hypothesis-seed={now}", PATIENT]
        told = subprocess.run(command, env=home | {DEEP: "10"}, capture_output=True, text=True)
        last = time.monotonic() - began
        print(f"=== {room}, seed {now}: {last:.0f} s", flush=True)
        if told.returncode:
            print(
                f"{told.stdout}{told.stderr}\n=== Found. Again: make deep ROOM={room} SEED={now}", flush=True
            )
            return told.returncode
    return 0


def rounds(room: str, seed: int, postgres: dict[str, str]) -> Iterator[tuple[int, dict[str, str]]]:
    """(seed, environment): each seed on SQLite, then on PostgreSQL."""
    url = f"{postgres['DATABASE_URL'].rpartition('/')[0]}/{room}"
    for number in count(seed):
        yield number, at_home()
        yield number, postgres | {"DATABASE_URL": url}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
