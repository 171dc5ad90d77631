"""The form of a round as a unit sees it: each cell with what was counted for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from lantoa.foundation.dates import Period
from lantoa.organisation.models import Unit
from lantoa.rounds.counting import NOTHING, Counted, counted_for
from lantoa.rounds.models import Item


@dataclass(frozen=True)
class Cell:
    """One cell of the form and what was counted for it."""

    item: Item
    counted: Counted


def blank_sheet(items: Sequence[Item], unit: Unit, period: Period, on: dt.date) -> list[Cell]:
    """What the unit will see when it is asked; it has nobody below who is asked too."""
    counted = counted_for(items, unit, period, on, has_below=False)
    return [Cell(item, counted.get(item.code, NOTHING)) for item in items]
