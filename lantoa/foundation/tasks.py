"""What a room lets the clock do: declared in its `tasks.py`, run by the room of upkeep. Safe to run twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

Text = str | Promise


@dataclass(frozen=True)
class Task:
    """One thing to do every so often, or every day at an hour. `run` takes the instant and says what it did."""

    code: str
    label: Text
    run: Callable[[dt.datetime], str]
    every: dt.timedelta | None = None
    at: dt.time | None = None

    @property
    def interval(self) -> dt.timedelta:
        """How long there is between two runs."""
        return self.every or dt.timedelta(days=1)
