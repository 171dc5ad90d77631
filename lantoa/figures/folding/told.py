"""How an amount that was counted whole is written down, and read again."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from lantoa.figures.measure import Least, Measure, UnitsWith


def as_kept(measure: Measure, amount: Any) -> Any:
    """What JSON can hold: how many, how much; [the least as text or nothing, occasions]; [units with, of units]."""
    match measure.counts:
        case UnitsWith():
            return list(amount)
        case Least():
            least, occasions = amount
            return [None if least is None else str(least), occasions]
    number = Decimal(amount)
    return int(number) if number == int(number) else str(number.normalize())


def as_counted(measure: Measure, kept: Any) -> Any:
    """The same as `together.tallied` gives it."""
    match measure.counts:
        case UnitsWith():
            return tuple(kept)
        case Least():
            least, occasions = kept
            return None if least is None else Decimal(least), occasions
    return Decimal(kept)
