"""A test database that begins as a copy: migrations are run once, not by every worker of every run."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

ROOT = Path(__file__).parents[1]
NAMED = f"lantoa-migrated-{os.getuid()}-"
# Set by `make test` for PostgreSQL: the name of a migrated database in the running cluster.
TEMPLATE = "LANTOA_TEST_TEMPLATE"
# Set by it too: a folder in which the processes of one run mark the pages they have judged (tests/police.py).
JUDGED = "LANTOA_JUDGED"
# A database in memory lives as long as somebody holds it open.
held_open: list[sqlite3.Connection] = []


def begin_as_a_copy() -> None:
    """Let the test database of this process start as a copy of a migrated one, in which nothing is to be migrated."""
    if connection.vendor == "sqlite":
        _copy_after_creating(migrated())
    elif os.environ.get(TEMPLATE):
        connection.settings_dict["TEST"]["TEMPLATE"] = os.environ[TEMPLATE]
    else:
        return
    connection.creation.create_test_db = _create_and_leave_alone  # type: ignore[method-assign]


def _create_and_leave_alone(verbosity: int = 1, autoclobber: bool = False, **_more: Any) -> str:
    """As Django creates one, but for looking through hundreds of migrations that have all run."""
    creation: Any = connection.creation
    name: str = creation._get_test_db_name()
    creation._create_test_db(verbosity, autoclobber)
    connection.close()
    settings.DATABASES[connection.alias]["NAME"] = connection.settings_dict["NAME"] = name
    connection.ensure_connection()
    return name


def begin_again(name: str) -> None:
    """Let an SQLite file be as migrations left it."""
    begin_again_from(migrated(), name)


def begin_again_from(ready: Path, name: str) -> None:
    """Let an SQLite file be a copy of this one."""
    with closing(sqlite3.connect(ready)) as source, closing(sqlite3.connect(name)) as copy:
        source.backup(copy)


@cache
def migrated() -> Path:
    """A migrated SQLite file, made when there is none for the migrations as they stand.

    Its name tells which migrations and which libraries it was made with, so that it is never out of date.
    """
    made_of = _parts()
    told = hashlib.sha256(json.dumps(made_of, sort_keys=True).encode()).hexdigest()[:16]
    ready = Path(tempfile.gettempdir()) / f"{NAMED}{told}.sqlite3"
    with ready.with_suffix(".lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)  # whoever is second waits, and finds it made
        if not ready.exists():
            _migrate_into(ready, made_of)
    return ready


def _parts() -> dict[str, str]:
    """What a migrated database is made of: each migration, and the libraries, with what stands in them."""
    files = [*sorted((ROOT / "lantoa").glob("*/migrations/*.py")), ROOT / "requirements-dev.lock"]
    return {str(file.relative_to(ROOT)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def _migrate_into(ready: Path, made_of: dict[str, str]) -> None:
    """From the nearest one that lacks only what came since, or from nothing."""
    with tempfile.TemporaryDirectory(dir=ready.parent) as folder:
        fresh = Path(folder) / "fresh.sqlite3"
        if nearest := _nearest(made_of):
            begin_again_from(nearest, str(fresh))
        env = os.environ | {"DATABASE_URL": f"sqlite:///{fresh}"}
        subprocess.run(
            [sys.executable, "manage.py", "migrate", "--verbosity", "0"], cwd=ROOT, env=env, check=True
        )
        told = Path(folder) / "told.json"  # put there whole: another process may be reading what is there
        told.write_text(json.dumps(made_of))
        told.replace(ready.with_suffix(".json"))
        fresh.replace(ready)


def _nearest(made_of: dict[str, str]) -> Path | None:
    """The file with most of these parts and nothing else; what was changed since has another digest."""
    found = [
        (len(parts), file.with_suffix(".sqlite3"))
        for file in Path(tempfile.gettempdir()).glob(f"{NAMED}*.json")
        if (parts := json.loads(file.read_text()).items()) <= made_of.items()
    ]
    there = [one for one in found if one[1].exists()]
    return max(there)[1] if there else None


def _copy_after_creating(ready: Path) -> None:
    creation: Any = connection.creation
    create = creation._create_test_db

    def create_and_copy(*args: Any, **kwargs: Any) -> str:
        name: str = create(*args, **kwargs)
        copy = sqlite3.connect(name, uri=name.startswith("file:"))
        with closing(sqlite3.connect(ready)) as source:
            source.backup(copy)
        if name.startswith("file:"):
            held_open.append(copy)
        else:
            copy.close()
        return name

    creation._create_test_db = create_and_copy
