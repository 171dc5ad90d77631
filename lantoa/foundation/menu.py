"""A line of the menu, as a room offers it in its door `menu`; the hall gathers them and shows each role its own.

What the frame of every page leads to besides (the account, help, the first page) stands in `FRAME` of the same door:
a word of the frame → the name of an address. So the frame names no room.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

from django.urls import reverse
from django.utils.functional import Promise

from lantoa.foundation.gathering import gather

Text = str | Promise
CONTENT, KEEPING = "content", "keeping"
# The first page of whoever is signed in: where a page leads when its work is done.
HOME = "home"


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


@cache
def frame() -> dict[str, str]:
    """Word of the frame → name of an address, from every room that has one."""
    return {word: name for room in gather("menu") for word, name in getattr(room, "FRAME", {}).items()}


def way(word: str) -> str:
    """Where the frame leads by that word; LookupError for one that no room knows."""
    return reverse(frame()[word])
