"""Whether what is kept is what its records say: everything is counted anew and compared."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from lantoa.figures.catalogue import measure as measure_called
from lantoa.figures.folding.counted import NOUGHT, Amounts, Key, Own
from lantoa.figures.folding.pieces import AT_ONCE, pieces
from lantoa.figures.folding.tree import homes, standing
from lantoa.figures.models import FoldedSum
from lantoa.foundation.numbers import show
from lantoa.organisation import queries as organisation


@dataclass(frozen=True)
class Wrong:
    """A sum that is not what its records say; `kept` and `counted` are (own, with everything below)."""

    unit: str
    month: dt.date
    code: str
    part: str
    kept: tuple[Decimal, Decimal]
    counted: tuple[Decimal, Decimal]

    def __str__(self) -> str:
        part = f", {self.part}" if self.part else ""
        kept, counted = (f"{show(own)} ({show(all_of_it)})" for own, all_of_it in (self.kept, self.counted))
        return (
            f"{self.unit}, tháng {self.month:%m/%Y}, {measure_called(self.code).label}{part}: "
            f"đang giữ {kept}, đếm lại {counted}"
        )


def first_wrong(day: dt.date) -> Wrong | None:
    """The first sum that differs by the tree of that day; None when none does.

    Province after province, within one in the order of unit, month and measure; then the root; then what is kept of
    units that stand nowhere.
    """
    where = homes(day)
    for piece in pieces(where, day):
        if wrong := _first(piece.own, piece.total, piece.kept, day):
            return wrong
    astray = set(FoldedSum.objects.values_list("unit_id", flat=True).distinct()) - standing(where).keys()
    return _first({}, {}, FoldedSum.objects.filter(unit__in=sorted(astray)[:AT_ONCE]), day)


def _first(own: Own, total: Amounts, rows: QuerySet[FoldedSum], day: dt.date) -> Wrong | None:
    kept = {
        (unit, (month, code, part)): (mine, amount)
        for unit, month, code, part, mine, amount in rows.values_list(
            "unit_id", "month", "code", "part", "own", "amount"
        ).iterator(10_000)
    }
    nothing: dict[Key, Decimal] = {}
    for unit, key in sorted(total.keys() | kept.keys()):
        said = own.get(unit, nothing).get(key, NOUGHT), total.get((unit, key), NOUGHT)
        holds = kept.get((unit, key), (NOUGHT, NOUGHT))
        if said != holds:
            name = organisation.names_of([unit], day).get(unit, str(unit))
            return Wrong(name, *key, holds, said)
    return None
