"""Writers on SQLite take turns: one looks whether its lock is free, the others stand behind her in a line.

SQLite has no line: whoever looks when the lock happens to be free has it, and looks less often the longer she waits.
Of several processes that write without a pause one may look in vain until her patience ends. So whoever begins a
transaction first takes a lock of the system on a file beside the database, which is given on as soon as it is free,
waits for SQLite's alone, and lets the next one in when she has it.

That is so of transactions, in which every act and every session is written. A single statement outside one stands in no
line: it looks for SQLite's lock as before. Whoever's patience ends is told so on a page that keeps her words
(`foundation/faults.py`, BUSY).
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from typing import Any

from django.db.backends.sqlite3 import base

try:
    import fcntl
except ImportError:  # not known to Windows: there they wait as SQLite lets them
    fcntl = None  # type: ignore[assignment]

NOTICED = 1.0  # seconds at the door that count against one's patience


class DatabaseWrapper(base.DatabaseWrapper):
    """The same database, entered one after the other."""

    transaction_mode: str | None

    def _start_transaction_under_autocommit(self) -> None:
        begin = super()._start_transaction_under_autocommit  # type: ignore[misc]
        if fcntl is None or self.transaction_mode != "IMMEDIATE" or self.is_in_memory_db():
            begin()
            return
        patience = float(self.settings_dict["OPTIONS"].get("timeout", 5))
        with _turn(f"{self.settings_dict['NAME']}-turn") as waited:
            if waited < NOTICED:
                begin()
                return
            self._be_patient(max(0.0, patience - waited))
            try:
                begin()
            finally:
                self._be_patient(patience)

    def _be_patient(self, seconds: float) -> None:
        self.connection.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")


@contextlib.contextmanager
def _turn(door: str) -> Iterator[float]:
    """At the head of the line; gives how many seconds that took. Without a line where no file can be made."""
    began = time.monotonic()
    with contextlib.ExitStack() as held:
        with contextlib.suppress(OSError):  # a disk that is full or may only be read: SQLite itself says so
            opened: Any = os.open(door, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            held.callback(os.close, opened)
            fcntl.flock(opened, fcntl.LOCK_EX)
        yield time.monotonic() - began
