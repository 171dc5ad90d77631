"""What is late, and what falls due: a room's door `late.py`.

`late(on)` says which kinds of lateness there are that day: the room of messages counts each below a unit, child by
child, for who urges them on. `due(first, last, on)` gives what falls due in these days, and for whom: she is reminded.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from lantoa.foundation.gathering import gather

Text = str | Promise


@dataclass(frozen=True)
class Late:
    """One kind of lateness on one day.

    `code` stands in the address, `label` over its column, `counted_in` below that ("người"); `said` is what a unit
    reads, with %(n)s. `things` are all that are late, `of_unit` leads from one to its unit; `listed` is the address of
    the list for the unit of that code. Who may not view them (`permission`) is not told how many there are. The
    lower `order` stands first.
    """

    code: str
    label: Text
    counted_in: Text
    said: Text
    permission: str
    things: QuerySet[Any]
    listed: Callable[[str], str]
    of_unit: str = "unit"
    order: int = 50


@dataclass(frozen=True)
class Due:
    """One thing that one person has to do by a day, still undone.

    `key` names the thing among all ("shortcoming:17"), `unit_id` where she is reminded through her secretary once it is
    overdue. What a unit has to do (`is_of_unit`) is told to each who does its work, and once overdue to who answers
    for the unit, as its own. Of two reminders of which only one may go, the one of lower `priority` does.
    """

    key: str
    person_id: int
    unit_id: int
    day: dt.date
    title: Text
    url: str
    priority: int = 50
    is_of_unit: bool = False


def all_due(first: dt.date, last: dt.date, on: dt.date) -> list[Due]:
    """What falls due from `first` to `last`, both included, as things stand now; every room, in a few questions."""
    return [one for room in gather("late") if hasattr(room, "due") for one in room.due(first, last, on)]


def kinds(on: dt.date) -> list[Late]:
    """Every kind that there is that day, in the order to read them."""
    found = [one for room in gather("late") if hasattr(room, "late") for one in room.late(on)]
    return sorted(found, key=lambda one: one.order)
