"""How lines reach a database: COPY into bare tables on PostgreSQL, many rows a statement on SQLite."""

from __future__ import annotations

import contextlib
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from typing import Any

from django.db import connection
from django.db.models import BinaryField, Model

from lantoa.demo.nation import bare
from lantoa.demo.nation.rows import NOTHING, Table

Write = Callable[[Table, str], None]
# So many batches wait for the database at most, of some megabytes each.
WAITING = 4


@contextlib.contextmanager
def filling(models: list[type[Model]]) -> Iterator[Write]:
    """Inside, rows may be written; then keys go on where rows end. What else stands on the tables: `bare.put_back`."""
    if connection.vendor != "postgresql":
        yield _insert
        return
    emptied = bare.strip([model._meta.db_table for model in models])
    beside = _Beside(emptied)
    try:
        yield beside.write
    finally:
        beside.close()
    beside.must_be_well()
    _go_on_counting(models)


class _Beside:
    """Copies in a thread of its own, on the caller's connection, while the next texts are put together.

    Only between `write` and `close` nobody else may use the connection.
    """

    def __init__(self, emptied: set[str]) -> None:
        self.emptied, self.raw = emptied, connection.connection
        self.queue: Queue[tuple[Table, str] | None] = Queue(WAITING)
        self.fault: Exception | None = None
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def write(self, table: Table, lines: str) -> None:
        """Waits while too much waits; raises what an earlier one met with."""
        self.must_be_well()
        self.queue.put((table, lines))

    def close(self) -> None:
        """When all is copied."""
        self.queue.put(None)
        self.thread.join()

    def must_be_well(self) -> None:
        if self.fault:
            raise self.fault

    def _run(self) -> None:
        while job := self.queue.get():
            if self.fault is None:
                try:
                    self._copy(*job)
                except Exception as fault:
                    self.fault = fault

    def _copy(self, table: Table, lines: str) -> None:
        columns = ", ".join(f'"{name}"' for name in table.columns)
        # In a table that this transaction emptied rows are as settled at once as a sweep would leave them.
        how = " WITH (FREEZE)" if table.name in self.emptied else ""
        with (
            self.raw.cursor() as cursor,
            cursor.copy(f'COPY "{table.name}" ({columns}) FROM STDIN{how}') as copy,
        ):
            copy.write(lines)


def _insert(table: Table, lines: str) -> None:
    columns, marks = ", ".join(f'"{name}"' for name in table.columns), ", ".join(["%s"] * len(table.columns))
    binary = {table.columns.index(one.column) for one in table.fields if isinstance(one, BinaryField)}
    with connection.cursor() as cursor:
        cursor.executemany(
            f'INSERT INTO "{table.name}" ({columns}) VALUES ({marks})',
            [_values(line, binary) for line in lines.splitlines()],
        )


def _values(line: str, binary: set[int]) -> list[Any]:
    values: list[Any] = [None if text == NOTHING else text for text in line.split("\t")]
    for at in binary:
        values[at] = bytes.fromhex(values[at].removeprefix(r"\\x"))
    return values


# A sequence is not put back when a transaction is: one that has gone further already never goes back.
GO_ON = """
SELECT setval(named, greatest((SELECT max("{key}") FROM "{table}"), pg_sequence_last_value(named::regclass), 1))
FROM pg_get_serial_sequence('"{table}"', '{key}') AS named WHERE named IS NOT NULL
"""


def _go_on_counting(models: list[type[Model]]) -> None:
    with connection.cursor() as cursor:
        for model in models:
            cursor.execute(GO_ON.format(key=model._meta.pk.column, table=model._meta.db_table))


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
