"""tests/addresses.tsv: every address of the house, the right it needs, and how many queries it may ask."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.urls import get_resolver

from tests import police
from tools import test

COLUMNS = ("name", "route", "right", "GET", "POST")
# What no test has asked yet: no budget.
UNKNOWN = "–"


def text() -> str:
    """The whole table; budgets are those that stand there already."""
    kept = police.budgets()
    rows = [
        (name, route, right, *(str(kept.get(f"{name} {way}", UNKNOWN)) for way in ("GET", "POST")))
        for name, route, right in addresses()
    ]
    return "".join("\t".join(row) + "\n" for row in [COLUMNS, *rows])


def addresses() -> Iterator[tuple[str, str, str]]:
    """(name, route, right), by route."""
    found = []
    for included in get_resolver().url_patterns:
        for pattern in included.url_patterns:
            right: Any = getattr(pattern.callback, "permission", "")
            found.append((f"{included.namespace}:{pattern.name}", f"/{pattern.pattern}", right))
    yield from sorted(found, key=lambda one: (one[1], one[0]))


def measure(rooms: list[str]) -> None:
    """Let the rooms' stories (all, when none is named) tell how many queries each address asks, and write it down."""
    where = [*test.of(rooms), "tests/journeys"] if rooms else []
    with tempfile.TemporaryDirectory() as folder:
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-n",
            "2",
            "--dist",
            "worksteal",
            "-m",
            "not browser and not alone",  # who empties the tables would leave nothing to those after it
        ]
        told = subprocess.run([*command, *where], env=os.environ | {police.MEASURED: folder})
        if told.returncode:
            sys.exit("Mend the tests first; nothing was written.")
        asked = read(Path(folder))
        complain(Path(folder))
    kept = police.budgets() if rooms else {}
    budgets = kept | {key: max(kept.get(key, 0), rounded_up(most)) for key, most in asked.items()}
    police.budgets = lambda: budgets  # type: ignore[assignment]
    police.LISTED.write_text(text())


def read(folder: Path) -> dict[str, int]:
    """Of what each process has measured, the most."""
    asked: defaultdict[str, int] = defaultdict(int)
    for file in folder.glob("*.json"):
        for key, most in json.loads(file.read_text())["most"].items():
            asked[key] = max(asked[key], most)
    return asked


def complain(folder: Path) -> None:
    """Say what is wrong with the pages that were asked for; each is told once."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for file in folder.glob("*.json"):
        for where, what in json.loads(file.read_text())["complaints"].items():
            told[where].update(what)
    for where, what in sorted(told.items()):
        print(where, *sorted(what), sep="\n    ")


def rounded_up(most: int) -> int:
    """A fifth above what was measured, to the next five: a page may gain a question, not a loop of them."""
    return math.ceil(most * 1.2 / 5 + 0.2) * 5
