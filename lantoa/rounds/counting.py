"""What records and declarations say of each cell before anybody answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lantoa.figures.catalogue import catalogue
from lantoa.figures.children import Children, by_child
from lantoa.figures.declared import declared_under, figures, told_under
from lantoa.figures.figure import NOT_DUE, UNKNOWN, Figure
from lantoa.figures.unknown import said_nothing, with_states
from lantoa.foundation.dates import Period
from lantoa.organisation.models import Unit
from lantoa.rounds import rules
from lantoa.rounds.models import Item
from lantoa.rounds.words import Adds, Amount


@dataclass(frozen=True)
class Counted:
    """What was counted for a cell; `amount` is not known where nothing was recorded, and `figure` opens the list."""

    amount: Amount = rules.UNKNOWN
    figure: Figure | None = None

    def show(self) -> str:
        """As it is read: "7 mô hình", "chưa ghi"."""
        return self.figure.show() if self.figure else ""


NOTHING = Counted()


def counted_for(
    items: Iterable[Item], unit: Unit, period: Period, on: dt.date, *, has_below: bool
) -> dict[str, Counted]:
    """code → what was counted for the unit in the period, by the tree of the day.

    `has_below`: of what is added up over those below only the unit's own part, else all that lies below too.
    """
    asked = [item for item in items if item.code]
    measures = [item for item in asked if item.code in catalogue()]
    own = [item.code for item in measures if has_below and item.adds != Adds.RECOUNT]
    whole = [item.code for item in measures if item.code not in set(own)]
    found = [
        *(figures(whole, unit=unit, period=period, on=on) if whole else []),
        *_own_parts(own, unit, period, on),
        *_declared(asked, unit, period, on, has_below=has_below),
    ]
    states = with_states(found, said_nothing(unit, period), on)
    return {figure.code: Counted(_amount(figure), figure) for figure in states}


def _own_parts(codes: Sequence[str], unit: Unit, period: Period, on: dt.date) -> list[Figure]:
    """The figures of the unit without its children."""
    if not codes:
        return []
    children = Children.of(unit, on)
    children.count(codes, period)
    return [by_child(code, unit=unit, period=period, on=on, children=children).own for code in codes]


def _declared(
    items: Sequence[Item], unit: Unit, period: Period, on: dt.date, *, has_below: bool
) -> list[Figure]:
    """What has no records: as the unit, and where it has nobody below those under it, declared it."""
    codes = {item.code for item in items if item.code not in catalogue()}
    if not codes:
        return []
    rows = [row for row in declared_under(unit, period, on=on) if row.indicator.code in codes]
    if has_below:
        rows = [row for row in rows if row.unit_id == unit.pk]
    told = told_under(unit, period, on, rows)
    once = {one.figure.code: one.figure for one in told}
    alone = [code for code in once if sum(one.figure.code == code for one in told) == 1]
    return [once[code] for code in alone]


def _amount(figure: Figure) -> Amount:
    if figure.state in (UNKNOWN, NOT_DUE):
        return rules.UNKNOWN
    match figure.kind:
        case "number" | "percent":
            return Amount(figure.value if figure.exact is None else figure.exact)
        case "ratio" if figure.denominator:
            return Amount(figure.numerator, figure.denominator)
    return rules.UNKNOWN
