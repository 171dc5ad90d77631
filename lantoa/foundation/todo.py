"""What a room asks of a person today."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

TODO, LATER, DONE = "todo", "later", "done"


@dataclass(frozen=True)
class Todo:
    """One line of "Việc cần làm". `minutes` is an honest guess; `button` says the result."""

    title: str
    url: str
    button: str
    minutes: int = 0
    due: dt.date | None = None
    note: str = ""
    state: str = TODO
