"""An empty database made by the migrations one by one, or by those that stand for them: a process of its own."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from django.apps import apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

SQUASHED = "_squashed_"


def made(way: str, file: Path, env: dict[str, str]) -> sqlite3.Connection:
    """The SQLite database in this file, made the "long" or the "short" way."""
    code = f"import django; django.setup(); from tests.architecture.squashed import go; go({way!r})"
    told = env | {"DATABASE_URL": f"sqlite:///{file}", "DJANGO_SETTINGS_MODULE": "config.settings"}
    subprocess.run([sys.executable, "-c", code], env=told, check=True)
    with closing(sqlite3.connect(file)) as there:
        there.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return sqlite3.connect(file)


def go(way: str) -> None:
    """Migrate to where the squashed ones end, in this process."""
    executor = MigrationExecutor(connection)
    executor.loader = MigrationLoader(connection, replace_migrations=way == "short")
    ends = {app: names for app in ours() if (names := of_room(app))}
    targets = [(app, end(names, way)) for app, names in ends.items()]
    executor.migrate(targets)


def ours() -> list[str]:
    """The rooms."""
    return [one.label for one in apps.get_app_configs() if one.name.startswith("lantoa.")]


def of_room(app: str) -> list[str]:
    """The names of its migrations, in order."""
    folder = Path(apps.get_app_config(app).path) / "migrations"
    return sorted(file.stem for file in folder.glob("0*.py"))


def end(names: list[str], way: str) -> str:
    """The squashed one, or the last it stands for; of a room that has none, its first."""
    squashed = next((name for name in names if SQUASHED in name), "")
    if not squashed or way == "short":
        return squashed or names[0]
    number = squashed.partition(SQUASHED)[2][:4]
    return next(name for name in names if name.startswith(number))
