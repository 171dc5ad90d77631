"""How lines reach a database: COPY into bare tables on PostgreSQL, many rows a statement on SQLite."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.models import Model

from lantoa.demo.nation.rows import NOTHING, Table

Write = Callable[[Table, str], None]

# What stands on these tables besides their columns; sums that hold of one row are checked while it is copied.
CONSTRAINTS = """
    SELECT c.conrelid::regclass::text, c.conname, pg_get_constraintdef(c.oid), c.contype
    FROM pg_constraint c
    WHERE c.contype IN ('p', 'u', 'f', 'x')
      AND (c.conrelid::regclass::text = ANY(%(tables)s) OR c.confrelid::regclass::text = ANY(%(tables)s))
    ORDER BY array_position(ARRAY['f', 'u', 'x', 'p'], c.contype::text), 1, 2
"""
INDEXES = """
    SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
    WHERE indrelid::regclass::text = ANY(%(tables)s) ORDER BY 1
"""


@contextlib.contextmanager
def filling(models: list[type[Model]]) -> Iterator[Write]:
    """Inside, rows may be written; at the end indexes and constraints stand again and keys go on where rows end."""
    if connection.vendor == "postgresql":
        with _bare([model._meta.db_table for model in models]):
            yield _copy
        _go_on_counting(models)
    else:
        yield _insert


@contextlib.contextmanager
def _bare(tables: list[str]) -> Iterator[None]:
    """Without indexes and keys; all of it in the caller's transaction, so that a fault leaves everything as it was."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL maintenance_work_mem = '512MB'")
        cursor.execute(CONSTRAINTS, {"tables": tables})
        constraints = cursor.fetchall()
        for table, name, _definition, _kind in constraints:
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
        cursor.execute(INDEXES, {"tables": tables})
        indexes = cursor.fetchall()
        for name, _definition in indexes:
            cursor.execute(f"DROP INDEX {name}")
    yield
    with connection.cursor() as cursor:
        for _name, definition in indexes:
            cursor.execute(definition)
        for table, name, definition, _kind in reversed(constraints):
            cursor.execute(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}')


def _copy(table: Table, lines: str) -> None:
    columns = ", ".join(f'"{name}"' for name in table.columns)
    with (
        connection.cursor() as cursor,
        cursor.cursor.copy(f'COPY "{table.name}" ({columns}) FROM STDIN') as copy,
    ):
        copy.write(lines)


def _insert(table: Table, lines: str) -> None:
    columns, marks = ", ".join(f'"{name}"' for name in table.columns), ", ".join(["%s"] * len(table.columns))
    with connection.cursor() as cursor:
        cursor.executemany(
            f'INSERT INTO "{table.name}" ({columns}) VALUES ({marks})',
            [_values(line) for line in lines.splitlines()],
        )


def _values(line: str) -> list[Any]:
    return [None if text == NOTHING else text for text in line.split("\t")]


# A sequence is not put back when a transaction is: one that has gone further already never goes back.
GO_ON = """
SELECT setval(named, greatest((SELECT max("{key}") FROM "{table}"), pg_sequence_last_value(named::regclass), 1))
FROM pg_get_serial_sequence('"{table}"', '{key}') AS named WHERE named IS NOT NULL
"""


def _go_on_counting(models: list[type[Model]]) -> None:
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for model in models:
            cursor.execute(GO_ON.format(key=model._meta.pk.column, table=model._meta.db_table))


def settle() -> None:
    """What PostgreSQL would do by itself within the hour: look at the new rows, so that it knows them."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE" if connection.in_atomic_block else "VACUUM (ANALYZE)")


def free_space() -> int | None:
    """Bytes left on the disk of the data; None where the database lies on a machine that cannot be looked at."""
    if connection.vendor == "sqlite":
        name = str(connection.settings_dict["NAME"])
        folder = Path(name).parent if "memory" not in name else Path.cwd()
    else:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('data_directory')")
            folder = Path(cursor.fetchone()[0])
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None
