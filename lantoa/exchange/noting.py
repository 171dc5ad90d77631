"""How far a long list is: noted in a file, because the database is busy with the list itself until its end."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from lantoa.exchange import queries
from lantoa.foundation.exchange import Plan

EVERY = 0.5  # seconds


class Noted(list[Plan]):
    """The rows of a list; whoever goes through them is seen at it. A note that cannot be written stops nothing."""

    def __init__(self, plans: list[Plan], pk: int) -> None:
        super().__init__(plans)
        self.place, self.noted_at = queries.progress_file(pk), 0.0

    def __iter__(self) -> Iterator[Plan]:
        for done, plan in enumerate(super().__iter__()):
            self._note(done)
            yield plan

    def _note(self, done: int) -> None:
        now = time.monotonic()
        if now - self.noted_at >= EVERY:
            self.noted_at = now
            with suppress(OSError):
                self.place.parent.mkdir(exist_ok=True)
                self.place.write_text(f"{done}/{len(self)}", encoding="ascii")


@contextmanager
def noting(pk: int) -> Iterator[None]:
    """Afterwards nothing is noted any more, whatever came of it."""
    try:
        yield
    finally:
        with suppress(OSError):
            queries.progress_file(pk).unlink(missing_ok=True)
