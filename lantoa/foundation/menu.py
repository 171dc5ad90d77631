"""A line of the menu, as a room offers it in its door `menu`; the hall gathers them and shows each role its own."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.functional import Promise

Text = str | Promise
CONTENT, KEEPING = "content", "keeping"


@dataclass(frozen=True)
class Door:
    """One line of the menu.

    `ways` are tried in order: (name of an address, permission it needs or "" for everyone signed in).
    The first that exists and that the role may enter is taken; without one the line is not shown.
    `first` names the roles that need it every week and its place among their eight: "secretary:3 leader:5".
    For everybody else it lies in its `group`, by `order`. `not_at` names levels of unit where it says nothing.
    """

    code: str
    label: Text
    icon: str
    ways: tuple[tuple[str, str], ...]
    short: Text = ""
    group: str = KEEPING
    order: int = 500
    first: str = ""
    not_at: str = ""
    before: tuple[dt.date, Text] | None = None

    def called(self, on: dt.date) -> Text:
        """Its name on that day; `before` is (the day the name changed, the earlier name)."""
        return self.before[1] if self.before and on < self.before[0] else self.label

    def place_for(self, role: str) -> int | None:
        """Its place among the first eight lines of that role; None where it lies in its group."""
        places = dict(pair.split(":") for pair in self.first.split())
        return int(places[role]) if role in places else None
