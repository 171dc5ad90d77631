"""What is late, by unit: a room's door `late.py` says in `late(on)` which kinds there are that day.

The room of messages counts each kind below a unit, child by child, for who urges them on.
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


def kinds(on: dt.date) -> list[Late]:
    """Every kind that there is that day, in the order to read them."""
    found = [one for room in gather("late") for one in room.late(on)]
    return sorted(found, key=lambda one: one.order)
