"""Tables of PostgreSQL without indexes and keys while they are filled, and what stood on them put back afterwards.

What is to be put back is kept in the database, each line until it is done: whoever was cut off goes on where he was.
The tables are worked on two at a time, each on a connection of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from typing import Any

import psycopg
from django.db import connection

AT_A_TIME = 2
LEFT = "nation_left"
MEMORY = (
    "SET maintenance_work_mem = '512MB'; SET work_mem = '256MB'; SET max_parallel_maintenance_workers = 0"
)

# What stands on these tables besides their columns; sums that hold of one row are checked while it is copied.
CONSTRAINTS = """
    SELECT c.conrelid::regclass::text, c.conname, pg_get_constraintdef(c.oid), c.contype
    FROM pg_constraint c
    WHERE c.contype IN ('p', 'u', 'f', 'x')
      AND (c.conrelid::regclass::text = ANY(%(tables)s) OR c.confrelid::regclass::text = ANY(%(tables)s))
    ORDER BY array_position(ARRAY['f', 'u', 'x', 'p'], c.contype::text), 1, 2
"""
INDEXES = """
    SELECT indrelid::regclass::text, indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
    WHERE indrelid::regclass::text = ANY(%(tables)s) ORDER BY 2
"""
# The rounds of putting back: keys of others are looked for when every table has its own.
INDEX, TIE, VALIDATE, LOOK = 1, 2, 3, 4
# The largest table first, so that neither connection waits long for the other in the end.
NEXT = f"""
    SELECT round, of, id, said FROM {LEFT} WHERE round = (SELECT min(round) FROM {LEFT})
    ORDER BY pg_relation_size(of::regclass) DESC, of, id
"""


def strip(tables: list[str]) -> set[str]:
    """Take all of it away, in the caller's transaction; names of the tables that were empty and now begin anew."""
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE {LEFT} (id serial, round int, of text, said text)")
        cursor.execute(CONSTRAINTS, {"tables": tables})
        constraints = cursor.fetchall()
        for table, name, _definition, _kind in constraints:
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
        cursor.execute(INDEXES, {"tables": tables})
        indexes = cursor.fetchall()
        for _table, name, _definition in indexes:
            cursor.execute(f"DROP INDEX {name}")
        left = [(INDEX, table, definition) for table, _name, definition in indexes]
        for table, name, definition, kind in reversed(constraints):
            left += _put_back(table, name, definition, is_tie=kind == "f")
        left += [(LOOK, table, f'ANALYZE "{table}"') for table in tables]
        cursor.executemany(f"INSERT INTO {LEFT} (round, of, said) VALUES (%s, %s, %s)", left)
        empty = {table for table in tables if _is_empty(cursor, table)}
        for table in empty:
            cursor.execute(f'TRUNCATE "{table}"')
    return empty


def _put_back(table: str, name: str, definition: str, *, is_tie: bool) -> list[tuple[int, str, str]]:
    """A key of another table is declared in a moment and looked for by itself: nobody need stand still for it."""
    added = f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}'
    if not is_tie:
        return [(INDEX, table, added)]
    return [
        (TIE, table, f"{added} NOT VALID"),
        (VALIDATE, table, f'ALTER TABLE {table} VALIDATE CONSTRAINT "{name}"'),
    ]


def _is_empty(cursor: Any, table: str) -> bool:
    cursor.execute(f'SELECT NOT EXISTS (SELECT FROM "{table}")')
    return bool(cursor.fetchone()[0])


def is_left() -> bool:
    """Whether a nation was written whose tables are still bare."""
    return connection.vendor == "postgresql" and LEFT in connection.introspection.table_names()


def put_back(tell: Callable[[str], None]) -> None:
    """Everything that is left. Outside a transaction two tables at a time; inside one after the other."""
    if not is_left():
        return
    while jobs := _next_round():
        tell(f"{_ROUNDS[jobs[0][0]]}: {len(jobs)}")
        one_by_one = connection.in_atomic_block or jobs[0][0] == TIE
        by_table = [list(some) for _of, some in groupby(jobs, key=lambda job: job[1])]
        if one_by_one:
            for some in by_table:
                _do(connection.connection, some)
        else:
            with ThreadPoolExecutor(AT_A_TIME) as hands:
                list(hands.map(_do_beside, by_table))
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {LEFT}")


_ROUNDS = {INDEX: "indexes", TIE: "keys", VALIDATE: "keys looked for", LOOK: "tables looked at"}
Job = tuple[int, str, int, str]


def _next_round() -> list[Job]:
    with connection.cursor() as cursor:
        cursor.execute(NEXT)
        return list(cursor.fetchall())


def _do_beside(jobs: list[Job]) -> None:
    settings = connection.get_connection_params()
    named = {
        name: settings[name] for name in ("host", "port", "user", "password", "dbname") if name in settings
    }
    with psycopg.connect(**named, autocommit=True) as raw:
        _do(raw, jobs)


def _do(raw: psycopg.Connection[Any], jobs: list[Job]) -> None:
    with raw.cursor() as cursor:
        cursor.execute(MEMORY)
        for _round, _of, number, said in jobs:
            with raw.transaction():
                cursor.execute(said)
                cursor.execute(f"DELETE FROM {LEFT} WHERE id = {number}")
