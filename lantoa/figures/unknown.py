"""Unknown is not zero: of every nought, whether it was recorded as none, not recorded, or is not yet due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from lantoa.figures.catalogue import catalogue
from lantoa.figures.figure import COUNTED, NONE, NOT_DUE, NUMBER, RATIO, UNKNOWN, Figure
from lantoa.figures.measure import Measure, Share, UnitsWith
from lantoa.figures.models import DeclaredFigure, Nothing
from lantoa.figures.rules import can_be_unknown
from lantoa.foundation.dates import Period
from lantoa.organisation.models import Unit


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
