"""Whether what is kept is what its records say: everything is counted anew and compared.

What waits to be counted again is known to differ, and is not looked at.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lantoa.figures.catalogue import measure as measure_called
from lantoa.figures.folding import folder, grouped, large, whole
from lantoa.figures.folding.counted import NOUGHT, Amounts, Key, Own
from lantoa.figures.folding.pieces import AT_ONCE, pieces
from lantoa.figures.folding.tree import homes, standing
from lantoa.figures.models import FoldedSum, WholeCount
from lantoa.foundation import clock, heard
from lantoa.foundation.dates import Period
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


@dataclass(frozen=True)
class WrongWhole:
    """What was counted whole of a unit and a period and is not what its records say; a measure or the units below."""

    unit: str
    period: Period
    code: str
    kept: Any
    counted: Any

    def __str__(self) -> str:
        what = measure_called(self.code).label if self.code else _("các đơn vị được tính vào đây")
        return f"{self.unit}, {self.period.label}, {what}: đang giữ {self.kept}, đếm lại {self.counted}"


def first_wrong(day: dt.date) -> Wrong | WrongWhole | None:
    """The first sum that differs by the tree of that day, or what was counted whole and differs; None when none does.

    Province after province, within one in the order of unit, month and measure; then the root; then what is kept of
    units that stand nowhere.
    """
    where = homes(day)
    for piece in pieces(where, day):
        if wrong := _first(piece.own, piece.total, piece.kept, day):
            return wrong
    astray = set(FoldedSum.objects.values_list("unit_id", flat=True).distinct()) - standing(where).keys()
    return _first({}, {}, FoldedSum.objects.filter(unit__in=sorted(astray)[:AT_ONCE]), day) or _first_whole(
        day
    )


def _first_whole(day: dt.date) -> WrongWhole | None:
    """Period after period, within one in the order of units and measures."""
    asked = whole.periods(day)
    trees = large.trees([one.last_day for one in asked])
    for period in asked:
        rows = {row.unit_id: row for row in WholeCount.objects.of(period).order_by("unit")}
        if wrong := _wrong_tree(period, rows, trees[period.last_day]):
            return wrong
        told = [row for row in rows.values() if not row.waiting]
        counted = grouped.counted(period, [row.unit_id for row in told])
        for row in told:
            for code, amount in counted[row.unit_id].items():
                if row.amounts.get(code) != amount and _stands_still(row, day):
                    return WrongWhole(_name(row.unit_id, period), period, code, row.amounts.get(code), amount)
    return None


def _stands_still(row: WholeCount, day: dt.date) -> bool:
    """Whether nothing that it counts was touched since it was read: acts of the minutes that counting takes mark it."""
    heard.hear_all()
    folder.fold(clock.now(), day)
    return WholeCount.objects.filter(pk=row.pk, marks=row.marks, counted=row.counted).exists()


def _wrong_tree(
    period: Period, rows: Mapping[int, WholeCount], trees: Mapping[int, str]
) -> WrongWhole | None:
    for unit in sorted(rows.keys() | trees.keys()):
        kept, stands = rows[unit].tree if unit in rows else "", trees.get(unit, "")
        if kept != stands:
            return WrongWhole(_name(unit, period), period, "", kept, stands)
    return None


def _name(unit: int, period: Period) -> str:
    return organisation.names_of([unit], period.last_day).get(unit, str(unit))


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
