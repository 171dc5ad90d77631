"""Whether what is kept is what its records say: everything is counted anew and compared."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from lantoa.figures.catalogue import measure as measure_called
from lantoa.figures.folding.counted import Key, counted
from lantoa.figures.folding.folder import NOUGHT, added_up
from lantoa.figures.folding.tree import homes
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
    """The first sum, in the order of unit, month and measure, that differs by the tree of that day; None when none."""
    where = homes(day)
    own = counted(where)
    total = added_up(own, where)
    kept = {
        (unit, (month, code, part)): (mine, amount)
        for unit, month, code, part, mine, amount in FoldedSum.objects.values_list(
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
