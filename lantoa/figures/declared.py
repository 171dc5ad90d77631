"""From declared rows to figures: what a unit said, shown beside what was counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from urllib.parse import urlencode

from django.urls import reverse

from lantoa.figures.catalogue import catalogue
from lantoa.figures.counting import Known, day_of_tree, figure
from lantoa.figures.figure import COUNTED, DECLARED, Figure, is_nothing
from lantoa.figures.models import DeclaredFigure
from lantoa.figures.rules import sum_word
from lantoa.foundation.dates import Period
from lantoa.foundation.numbers import show
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit


def as_figure(row: DeclaredFigure, unit_name: str) -> Figure:
    """A declared row as a figure; its address is the page that says who declared it and from what source."""
    query = urlencode({"don-vi": row.unit.code, "ky": row.period.code})
    return Figure(
        code=row.indicator.code,
        label=row.indicator.label,
        kind=row.kind,
        unit_of_count=row.indicator.unit_of_count,
        period=row.period,
        unit_code=row.unit.code,
        unit_name=unit_name,
        source=DECLARED,
        url=f"{reverse('figures:declared')}?{query}#khai-bao-{row.pk}",
        how_counted=row.indicator.how_counted,
        value=row.value,
        numerator=row.numerator,
        denominator=row.denominator,
        low=row.low,
        high=row.high,
        text=row.text,
        precision=row.precision,
        basis=row.basis,
        parts=tuple((name, Decimal(number)) for name, number in row.parts),
        division=row.indicator.division,
    )


def declared_under(unit: Unit, period: Period, *, on: dt.date | None = None) -> list[DeclaredFigure]:
    """What the unit and everything below it declared for periods inside this one, by indicator and unit."""
    rows = DeclaredFigure.objects.in_force().within_period(period).select_related("indicator", "unit")
    found = organisation.within(rows, unit, on=on or day_of_tree(unit, period))
    return list(found.order_by("indicator__code", "unit__code", "starts"))


def declared_figures(unit: Unit, period: Period, *, on: dt.date | None = None) -> list[Figure]:
    """The same as figures, without those whose indicator is also counted (see `with_declared`)."""
    rows = [row for row in declared_under(unit, period, on=on) if row.indicator.code not in catalogue()]
    names = organisation.names_of({row.unit_id for row in rows}, on or period.last_day)
    return [as_figure(row, names.get(row.unit_id, row.unit.code)) for row in rows]


def with_declared(
    code: str,
    *,
    unit: Unit,
    period: Period,
    on: dt.date | None = None,
    rows: Iterable[DeclaredFigure] | None = None,
    known: Known | None = None,
) -> Figure:
    """The counted figure, completed by declarations of units that have no records of their own.

    Where a unit has both, the records count and the note tells the difference; the two are never added.
    What the unit itself declared stands, with its precision word, where nothing at all is counted.
    """
    day = on or day_of_tree(unit, period)
    counted = figure(code, unit=unit, period=period, on=on, known=known)
    given = declared_under(unit, period, on=on) if rows is None else rows
    mine = _widest([row for row in given if row.indicator.code == code])
    own = [row for row in mine if row.unit_id == unit.pk]
    adds_up = len(own) > 1 and own[0].indicator.addable and own[0].value is not None
    if own and is_nothing(counted) and not adds_up:
        return replace(as_figure(own[-1], counted.unit_name), label=counted.label)
    if not mine or counted.exact is None:
        return counted
    return _completed(counted, _topmost(mine, day), period, on)


def _completed(counted: Figure, rows: list[DeclaredFigure], period: Period, on: dt.date | None) -> Figure:
    added, notes, words = Decimal(0), [], [counted.precision] if counted.exact else []
    for row in rows:
        if row.value is None:
            continue
        own = figure(counted.code, unit=row.unit, period=row.period, on=on).exact or Decimal(0)
        if own == 0 and row.indicator.addable:
            added += row.value
            words.append(row.precision)
        elif own != row.value:
            notes.append(f"{row.unit}: bản ghi {show(own)}, khai báo {show(row.value)}")
    if not added:
        return replace(counted, note="; ".join(notes))
    total = (counted.exact or Decimal(0)) + added
    source = DECLARED if counted.exact == 0 else COUNTED
    notes.insert(0, f"gồm {show(added)} do đơn vị khai báo, chưa có bản ghi")
    return replace(
        counted, exact=total, value=total, source=source, precision=sum_word(words), note="; ".join(notes)
    )


def _widest(rows: list[DeclaredFigure]) -> list[DeclaredFigure]:
    """Without declarations whose period lies inside another one's of the same unit: a year holds its quarters."""

    def is_covered(row: DeclaredFigure) -> bool:
        return any(
            other is not row
            and other.unit_id == row.unit_id
            and other.starts <= row.starts
            and other.ends >= row.ends
            for other in rows
        )

    return [row for row in rows if not is_covered(row)]


def _topmost(rows: list[DeclaredFigure], on: dt.date) -> list[DeclaredFigure]:
    """Without declarations of units below another that declared too: a total never adds both."""
    paths = organisation.paths_of({row.unit_id for row in rows}, on)
    declared = set(paths.values())
    width = organisation.STEP

    def is_covered(path: str) -> bool:
        return any(path[:end] in declared for end in range(width, len(path), width))

    return [row for row in rows if not is_covered(paths.get(row.unit_id, ""))]
