"""Unknown is not zero: of every nought, whether it was recorded as none, not recorded, or is not yet due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from lantoa.figures.catalogue import catalogue
from lantoa.figures.figure import COUNTED, NONE, NOT_DUE, UNKNOWN, Figure
from lantoa.figures.models import Nothing
from lantoa.figures.rules import can_be_unknown
from lantoa.foundation.dates import Period
from lantoa.organisation.models import Unit


def said_nothing(unit: Unit, period: Period) -> dict[str, Nothing]:
    """code → who said that nothing happened in the unit in the whole period: one query."""
    return {one.code: one for one in Nothing.objects.filter(unit=unit).holding(period).order_by("said_at")}


def said_nothing_by(units: Iterable[int], period: Period) -> dict[int, dict[str, Nothing]]:
    """unit id → code → who said that nothing happened there in the whole period: one query."""
    found: dict[int, dict[str, Nothing]] = {}
    for one in Nothing.objects.filter(unit__in=units).holding(period).order_by("said_at"):
        found.setdefault(one.unit_id, {})[one.code] = one
    return found


def with_states(figures: Iterable[Figure], nothing: Mapping[str, Nothing], today: dt.date) -> list[Figure]:
    """The same figures, each nought with its state."""
    return [replace(one, state=state_of(one, nothing, today)) for one in figures]


def state_of(figure: Figure, nothing: Mapping[str, Nothing], today: dt.date) -> str:
    """The state of a nought that records might have told; empty for every other figure."""
    measure = catalogue().get(figure.code)
    is_nought = figure.source == COUNTED and figure.exact is not None and not figure.exact
    if not is_nought or figure.split or measure is None or not can_be_unknown(measure):
        return ""
    if figure.code in nothing:
        return NONE
    return NOT_DUE if figure.period.starts > today else UNKNOWN
