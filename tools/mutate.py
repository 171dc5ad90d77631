"""make mutate: each check of a right is left out in turn; at least one story must fail of it.

python -m tools.mutate [ROOM…] [--sample N --seed S] [--like WORDS] [--jobs 2] [--limit SECONDS] [--log FILE]

Of rooms that are named, their own stories, their rows of the access matrix and who belongs nowhere are told; without
names all stories. With a log each answer is kept as it comes: a run that was cut off goes on where it stopped.
What is a check is found by `tools/checks.py`, how it is left out stands in `tools/leaving_out.py`; which of them stand
a second time elsewhere, so that nobody can see one missing, in `tests/security/kept_twice.tsv`. Which story noticed
each is kept in `tests/security/noticed_by.tsv` and asked first the next time; each run but that of a sample brings it
up to date.
"""

from __future__ import annotations

import argparse
import csv
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tools import checks
from tools.test import at_home

ASKED = "LANTOA_LEAVE_OUT"
TABLES = Path(__file__).parents[1] / "tests/security"
TWICE, NOTICED = TABLES / "kept_twice.tsv", TABLES / "noticed_by.tsv"
PYTEST = [sys.executable, "-m", "pytest", "-q", "-p", "tools.leaving_out", "-p", "no:xdist", "--capture=no"]
EVERY_ADDRESS = ("tests/architecture/test_access.py", "tests/security/test_who_belongs_nowhere.py")
MISSED = {
    "missed": "no story fails without",
    "silent": "says no in no story",
    "broken": "could not be left out",
}


def main(words: list[str]) -> int:
    """0 when every check that was left out was missed by a story, or is said to stand a second time."""
    asked = parser().parse_args(words)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        answer = run(vars(asked), Path(folder) / "told.json")
    became = {check: how for check, (how, _story) in sorted(answer["checks"].items())}
    left = {check: how for check, how in became.items() if how in MISSED}
    if not (asked.sample or asked.map):
        keep({check: story for check, (how, story) in answer["checks"].items() if how == "noticed"}, left)
    for story in answer["broken"]:
        print(f"fails with every check in place, so it was not asked: {story}")
    for check, how in left.items():
        print(f"{MISSED[how]}: {check}")
    print(
        f"{len(became)} left out, {len(became) - len(left)} noticed, {len(left)} not; "
        f"{time.monotonic() - began:.0f} s, {_of_processor():.0f} s of processor"
    )
    return 1 if left else 0


def _of_processor() -> float:
    """Seconds that everything begun from here has used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def parser() -> argparse.ArgumentParser:
    """What may be said on the line."""
    told = argparse.ArgumentParser(prog="make mutate")
    told.add_argument("rooms", nargs="*", metavar="ROOM")
    told.add_argument("--sample", type=int, default=0, help="only so many, chosen by the seed")
    told.add_argument("--seed", type=int, default=1)
    told.add_argument("--like", default="", help="only those whose place and words contain this")
    told.add_argument("--jobs", type=int, default=2)
    told.add_argument("--limit", type=int, default=60, help="processor seconds of stories for one check")
    told.add_argument(
        "--log", default="", help="a file that keeps each answer; what it knows is not asked again"
    )
    told.add_argument(
        "--map", action="store_true", help="only which checks say no in no story; nothing is left out"
    )
    told.add_argument("--loud", action="store_true", help="say each as it is done")
    return told


def run(asked: dict[str, Any], out: Path) -> dict[str, Any]:
    """What became of each check; SystemExit when the stories could not be told."""
    rooms = asked["rooms"]
    stories = [f"lantoa/{room}" for room in rooms] or ["lantoa", "tests/security"]
    command = [*PYTEST, "-m", "not browser and not alone", *stories, *EVERY_ADDRESS]
    if rooms:
        command.append(f"--rooms={','.join(rooms)}")
    # At home the database is in memory, and copied with the process.
    env = at_home() | {ASKED: json.dumps(asked | {"out": str(out)})}
    told = subprocess.run(command, env=env, stdout=subprocess.PIPE, text=True)
    if not out.exists():
        sys.exit(f"The stories were not told.\n{told.stdout[-2000:]}")
    answer: dict[str, Any] = json.loads(out.read_text())
    return answer


def told(table: Path) -> dict[str, str]:
    """Check → what the table says: where the same is asked a second time, or the story that noticed."""
    with table.open(newline="") as file:
        return dict(list(csv.reader(file, delimiter="\t"))[1:])


def keep(noticed: dict[str, str], left: Iterable[str]) -> None:
    """Write down which story noticed each; what is no check any more, or was not noticed, goes."""
    there = {one.key for path in checks.sources() for one in checks.of(path)}
    by = told(NOTICED) | {check: story for check, story in noticed.items() if story}
    lines = [
        (check, by[check])
        for check in sorted(by)
        if check not in left and (check in there or check.startswith("address "))
    ]
    with NOTICED.open("w", newline="") as file:
        csv.writer(file, delimiter="\t", lineterminator="\n").writerows([("check", "story"), *lines])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
