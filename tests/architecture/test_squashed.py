"""A new office takes the short way to its tables, an older one the way it began: both come to the same."""

from __future__ import annotations

import os
import re
import sqlite3

import pytest
from django.db.migrations.loader import MigrationLoader

from tests.architecture.squashed import SQUASHED, made, of_room, ours

ROOMS = [app for app in ours() if any(SQUASHED in name for name in of_room(app))]
# Told by the framework: what has run, which numbers were given; kinds of things are filled in when all has run.
NOT_OURS = {"django_migrations", "sqlite_sequence", "django_content_type"}
# An index that a key brings along is called after the room that its table stood in first.
OF_A_KEY = re.compile(r'INDEX "\w+_id_[0-9a-f]{8}"')


def test_a_squashed_migration_stands_for_all_that_came_before_it_and_for_nothing_else():
    loaded = MigrationLoader(None, replace_migrations=False).disk_migrations
    assert ROOMS
    for app in ROOMS:
        [squashed] = [name for name in of_room(app) if SQUASHED in name]
        last = squashed.partition(SQUASHED)[2][:4]
        before = [(app, name) for name in of_room(app) if name != squashed and name[:4] <= last]
        assert loaded[app, squashed].replaces == before


@pytest.mark.deep
@pytest.mark.timeout(1800)
def test_the_short_way_and_the_long_way_make_the_same_tables_and_first_rows(tmp_path):
    env = os.environ | {"LANTOA_VAR": str(tmp_path)}
    long, short = (made(way, tmp_path / f"{way}.sqlite3", env) for way in ("long", "short"))
    assert tables(short) == tables(long)
    assert {name: rows(short, name) for name in tables(long)} == {
        name: rows(long, name) for name in tables(long)
    }
    assert indexes(short) == indexes(long)


def tables(made: sqlite3.Connection) -> dict[str, set[tuple[str, ...]]]:
    """The columns of each table, whatever their order, and which tables they point to."""
    names = [row[0] for row in made.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: {*columns(made, name), *keys(made, name)} for name in names if name not in NOT_OURS}


def columns(made: sqlite3.Connection, table: str) -> set[tuple[str, ...]]:
    """Name, type, whether it may be empty, what stands there otherwise."""
    return {tuple(map(str, row[1:])) for row in made.execute(f'PRAGMA table_info("{table}")')}


def keys(made: sqlite3.Connection, table: str) -> set[tuple[str, ...]]:
    """Column, table and column it points to."""
    return {tuple(map(str, row[2:5])) for row in made.execute(f'PRAGMA foreign_key_list("{table}")')}


def rows(made: sqlite3.Connection, table: str) -> list[str]:
    """What stands in it, but for the numbers that rows were given."""
    names = sorted(column[0] for column in columns(made, table) if column[0] not in {"id", "content_type_id"})
    told = ", ".join(f'"{name}"' for name in names)
    return sorted(map(repr, made.execute(f'SELECT {told} FROM "{table}"'))) if names else []


def indexes(made: sqlite3.Connection) -> list[str]:
    """How each index, trigger and check was declared."""
    told = made.execute("SELECT sql FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL")
    checks = made.execute("SELECT sql FROM sqlite_master WHERE type = 'table'")
    said = [re.findall(r'CONSTRAINT "\w+" (?:CHECK|UNIQUE)', sql) for (sql,) in checks]
    return sorted([OF_A_KEY.sub("INDEX", sql) for (sql,) in told] + [one for found in said for one in found])
