"""A test database that begins as a copy: migrations are run once, not by every worker of every run."""

from __future__ import annotations

import fcntl
import hashlib
import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

from django.db import connection

ROOT = Path(__file__).parents[1]
# Set by `make test` for PostgreSQL: the name of a migrated database in the running cluster.
TEMPLATE = "LANTOA_TEST_TEMPLATE"
# A database in memory lives as long as somebody holds it open.
held_open: list[sqlite3.Connection] = []


def begin_as_a_copy() -> None:
    """Let the test database of this process start as a copy of a migrated one."""
    if connection.vendor == "sqlite":
        _copy_after_creating(migrated())
    elif os.environ.get(TEMPLATE):
        connection.settings_dict["TEST"]["TEMPLATE"] = os.environ[TEMPLATE]


def begin_again(name: str) -> None:
    """Let an SQLite file be as migrations left it."""
    with closing(sqlite3.connect(migrated())) as source, closing(sqlite3.connect(name)) as copy:
        source.backup(copy)


@cache
def migrated() -> Path:
    """A migrated SQLite file, made when there is none for the migrations as they stand.

    Its name tells which migrations and which libraries it was made with, so that it is never out of date.
    """
    told = hashlib.sha256((ROOT / "requirements-dev.lock").read_bytes())
    for file in sorted((ROOT / "lantoa").glob("*/migrations/*.py")):
        told.update(str(file.relative_to(ROOT)).encode() + file.read_bytes())
    ready = Path(tempfile.gettempdir()) / f"lantoa-migrated-{os.getuid()}-{told.hexdigest()[:16]}.sqlite3"
    with ready.with_suffix(".lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)  # whoever is second waits, and finds it made
        if not ready.exists():
            _migrate_into(ready)
    return ready


def _migrate_into(ready: Path) -> None:
    with tempfile.TemporaryDirectory(dir=ready.parent) as folder:
        fresh = Path(folder) / "fresh.sqlite3"
        env = os.environ | {"DATABASE_URL": f"sqlite:///{fresh}"}
        subprocess.run(
            [sys.executable, "manage.py", "migrate", "--verbosity", "0"], cwd=ROOT, env=env, check=True
        )
        fresh.replace(ready)


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
