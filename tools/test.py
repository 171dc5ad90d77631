"""make test: on SQLite everything but what is slow by nature, then a twelfth on PostgreSQL, beside it a browser.

With rooms named, their stories, all of them on both. `make deep` tells all of them on PostgreSQL.

python -m tools.test [ROOM…] [-- what pytest takes]
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from tests import ready
from tools import machine, postgres

PYTEST = [sys.executable, "-m", "pytest", "-q"]
# Whoever has nothing left takes from the other's pile.
TOGETHER = ["-n", "2", "--dist", "worksteal"]
FAST = [*PYTEST, *TOGETHER, "-m", "not browser and not alone"]
BROWSER = [*PYTEST, *TOGETHER, "-m", "browser", "tests/browser"]
# What touches no database was run with the first one.
AGAIN = ["--on-the-database"]
# The whole house a second time is slow by nature: `make deep`.
SAMPLED = ["--sampled"]
NOTHING_FOUND = 5
BACK = "serialized_rollback"


def main(words: list[str]) -> int:
    """Every run is made; the worst decides the exit code."""
    rooms, more = split(words)
    machine.need("initdb", *([] if rooms else [machine.BROWSER]))
    together = [*PYTEST, *of(rooms), "-m", "not browser"] if rooms else FAST
    # One process each, while the other core does something else.
    singly = [] if rooms else [alone() + more]
    again = AGAIN if rooms else AGAIN + SAMPLED
    with ThreadPoolExecutor(2) as beside, ExitStack() as until_the_end:
        # Made ready while the first one is: of two cores each makes one.
        env = beside.submit(lambda: until_the_end.enter_context(second_database()))
        judged = {ready.JUDGED: until_the_end.enter_context(tempfile.TemporaryDirectory())}
        codes = [run("SQLite", [together + more], at_home() | judged)]
        # A browser waits more than it works.
        looks = None if rooms else beside.submit(told_later, "Chromium", [BROWSER + more], at_home())
        codes += [run("SQLite, one by one", singly, at_home() | judged)] if singly else []
        codes.append(run("PostgreSQL", [c + again for c in [together + more, *singly]], env.result()))
        codes += [looks.result()] if looks else []
    return max(codes)


def split(words: list[str]) -> tuple[list[str], list[str]]:
    """(rooms, what pytest gets): the two sides of "--"."""
    at = words.index("--") if "--" in words else len(words)
    return words[:at], words[at + 1 :]


def of(rooms: list[str]) -> list[str]:
    """The rooms' own stories and their rows of the access matrix."""
    unknown = [room for room in rooms if not os.path.isdir(f"lantoa/{room}")]
    if unknown:
        sys.exit(f"Không có phòng {', '.join(unknown)} trong lantoa/.")
    return [
        *(f"lantoa/{room}" for room in rooms),
        "tests/architecture/test_access.py",
        f"--rooms={','.join(rooms)}",
    ]


def run(name: str, commands: list[list[str]], env: dict[str, str], out: IO[str] | None = None) -> int:
    """Run one after the other, tell how long they took; the worst exit code. Finding no test is no fault."""
    print(f"\n=== {name}", file=out, flush=True)
    began = time.monotonic()
    codes = [subprocess.run(command, env=env, stdout=out).returncode for command in commands]
    print(f"=== {name}: {time.monotonic() - began:.0f} s", file=out, flush=True)
    return max(0 if code == NOTHING_FOUND else code for code in codes)


def told_later(name: str, commands: list[list[str]], env: dict[str, str]) -> int:
    """The same beside another run: what it says is said when it is done, not among the other's lines."""
    with tempfile.TemporaryFile("w+") as kept:
        code = run(name, commands, env, kept)
        kept.seek(0)
        print(kept.read(), flush=True)
    return code


def alone(which: str = "alone") -> list[str]:
    """What empties the tables behind it, or of that what bears other markers too.

    Reading all stories to find these few takes longer than telling them.

    Those that put back what migrations wrote are told first: what the others leave would stand in their way.
    """
    texts = {str(path): path.read_text() for path in Path("lantoa").rglob("test_*.py")}
    told = [path for path, text in texts.items() if "mark.alone" in text]
    return [*PYTEST, "-m", which, *sorted(told, key=lambda path: (BACK not in texts[path], path))]


def at_home() -> dict[str, str]:
    """The environment without a database of its own: SQLite.

    Whatever the shell says, stories are compiled once and not again for each process: it takes ten seconds.
    """
    compiled = f"{tempfile.gettempdir()}/lantoa-compiled-{os.getuid()}"
    home = os.environ | {"PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""}
    return {k: v for k, v in home.items() if k != "DATABASE_URL"}


@contextmanager
def second_database() -> Iterator[dict[str, str]]:
    """The environment with a throw-away PostgreSQL, and a migrated database in it to begin as a copy of."""
    with postgres.cluster() as url:
        yield at_home() | {"DATABASE_URL": url, ready.TEMPLATE: postgres.migrated(url)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
