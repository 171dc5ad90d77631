"""Unknown is not zero: of every nought, whether it was recorded as none, not recorded, or is not yet due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.db.models import Exists

from lantoa.figures.catalogue import catalogue
from lantoa.figures.counting import units_of
from lantoa.figures.figure import COUNTED, NONE, NOT_DUE, NUMBER, RATIO, UNKNOWN, UNRECORDED, Figure
from lantoa.figures.measure import IN_PERIOD, Least, Measure, Share, UnitsWith
from lantoa.figures.models import DeclaredFigure, Nothing
from lantoa.figures.rules import can_be_unknown
from lantoa.foundation.dates import Period
from lantoa.organisation.models import Placement, Unit


def said_nothing(unit: Unit, period: Period) -> dict[str, Nothing]:
    """code → who said that nothing happened in the unit in the whole period: two queries."""
    return said_nothing_by([unit.pk], period).get(unit.pk, {})


def said_nothing_by(units: Iterable[int], period: Period) -> dict[int, dict[str, Nothing]]:
    """unit id → code → who said that nothing happened there in the whole period: two queries.

    By the press, or by declaring nought for what is also counted.
    """
    units = list(units)
    found: dict[int, dict[str, Nothing]] = {}
    pressed = Nothing.objects.filter(unit__in=units).holding(period).order_by("said_at")
    for one in [*_declared_nought(units, period), *pressed]:
        found.setdefault(one.unit_id, {})[one.code] = one
    return found


def _declared_nought(units: list[int], period: Period) -> Iterable[Nothing]:
    rows = DeclaredFigure.objects.in_force().filter(unit__in=units, kind=NUMBER, value=0)
    whole = rows.filter(starts__lte=period.starts, ends__gte=period.ends).select_related("indicator")
    for row in whole:
        yield Nothing(
            unit_id=row.unit_id,
            code=row.indicator.code,
            starts=row.starts,
            ends=row.ends,
            said_by_name=row.declared_by_name,
            said_at=row.declared_at,
        )


def stated_of(
    figures: Iterable[Figure], unit: Unit, period: Period, *, today: dt.date, on: dt.date
) -> list[Figure]:
    """The figures of one unit, each nought with its state; of what is there on a day, whether any was ever recorded.

    `on` is the day whose tree is asked. Three questions, one of them only where such a figure is nought.
    """
    told = with_states(figures, said_nothing(unit, period), today)
    never = _never_recorded([one for one in told if _is_bare_nought(one)], unit, period, on)
    return [
        replace(one, state=UNRECORDED) if _is_bare_nought(one) and one.code in never else one for one in told
    ]


def _is_bare_nought(figure: Figure) -> bool:
    return figure.source == COUNTED and not figure.state and not figure.split and _is_nought(figure)


def _never_recorded(figures: Iterable[Figure], unit: Unit, period: Period, on: dt.date) -> set[str]:
    """The measures, of what is there on a day or has come together, of which the unit has no record until then."""
    asked = {one.code: _counted_of(catalogue()[one.code]) for one in figures if one.code in catalogue()}
    stocks = {code: one for code, one in asked.items() if one is not None}
    if not stocks:
        return set()
    units, found = units_of(unit, on), {}
    for code, measure in stocks.items():
        model = measure.records(on).model  # type: ignore[misc]
        if model is not Placement:
            by_then = {f"{measure.on_date}__lt": period.ends} if measure.on_date else {}
            records = model._default_manager.filter(**{f"{measure.of_unit}__in": units}, **by_then)
            found[code] = Exists(records.order_by())
    told = Unit.objects.filter(pk=unit.pk).values_list(*found.values()).get() if found else ()
    return {code for code, has in zip(found, told, strict=True) if not has}


def _counted_of(measure: Measure) -> Measure | None:
    """The measure whose records are looked for; of a ratio its upper side. None for what happens in a period."""
    if isinstance(measure.counts, Share):
        return _counted_of(catalogue()[measure.counts.numerator])
    counts_records = measure.records is not None and not isinstance(measure.counts, UnitsWith | Least)
    return measure if counts_records and measure.meaning != IN_PERIOD else None


def with_states(figures: Iterable[Figure], nothing: Mapping[str, Nothing], today: dt.date) -> list[Figure]:
    """The same figures, each nought with its state."""
    return [replace(one, state=state_of(one, nothing, today)) for one in figures]


def state_of(figure: Figure, nothing: Mapping[str, Nothing], today: dt.date) -> str:
    """The state of a nought that records might have told; empty for every other figure."""
    measure = catalogue().get(figure.code)
    if figure.source != COUNTED:
        return figure.state
    if not _is_nought(figure) or figure.split or measure is None or not _tells_what_happens(measure):
        return ""
    if figure.code in nothing or (isinstance(measure.counts, Share) and measure.counts.numerator in nothing):
        return NONE
    return NOT_DUE if figure.period.starts > today else UNKNOWN


def _is_nought(figure: Figure) -> bool:
    """None counted; of a ratio: none of some, and none of none."""
    if figure.kind == RATIO:
        return figure.numerator is not None and not figure.numerator
    return figure.exact is not None and not figure.exact


def _tells_what_happens(measure: Measure) -> bool:
    """Whether records of what happens in a period make it more than nought; of a ratio, its upper side."""
    match measure.counts:
        case Share(numerator):
            return can_be_unknown(catalogue()[numerator])
        case UnitsWith():
            return True
    return can_be_unknown(measure)
