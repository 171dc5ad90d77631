"""make mutate: each check of a right is left out in turn; at least one story must fail of it.

python -m tools.mutate [ROOM…] [--sample N --seed S] [--like WORDS] [--jobs 2] [--limit SECONDS] [--log FILE]

Of rooms that are named, their own stories, their rows of the access matrix and who belongs nowhere are told; without
names all stories. With a log each answer is kept as it comes: a run that was cut off goes on where it stopped.
What is a check is found by `tools/checks.py`, how it is left out stands in `tools/leaving_out.py`; which of them stand
a second time elsewhere, so that nobody can see one missing, in `tests/security/kept_twice.tsv`.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ASKED = "LANTOA_LEAVE_OUT"
TWICE = Path(__file__).parents[1] / "tests/security/kept_twice.tsv"
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
        told = run(vars(asked), Path(folder) / "told.json")
    twice = kept_twice()
    left = {key: how for key, how in sorted(told["checks"].items()) if how in MISSED and key not in twice}
    for story in told["broken"]:
        print(f"fails with every check in place, so it was not asked: {story}")
    for key, how in left.items():
        print(f"{MISSED[how]}: {key}")
    noticed = sum(how == "noticed" for how in told["checks"].values())
    print(
        f"{len(told['checks'])} left out, {noticed} noticed, {len(left)} not; {time.monotonic() - began:.0f} s"
    )
    return 1 if left else 0


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
    env = os.environ | {ASKED: json.dumps(asked | {"out": str(out)})}
    env.pop("DATABASE_URL", None)  # a database in memory is copied with the process
    told = subprocess.run(command, env=env, stdout=subprocess.PIPE, text=True)
    if not out.exists():
        sys.exit(f"The stories were not told.\n{told.stdout[-2000:]}")
    answer: dict[str, Any] = json.loads(out.read_text())
    return answer


def kept_twice() -> dict[str, str]:
    """Check → where the same is asked a second time."""
    with TWICE.open() as file:
        return {row["check"]: row["why"] for row in csv.DictReader(file, delimiter="\t")}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
