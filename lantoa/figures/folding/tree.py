"""For whom each unit is counted: the lowest unit at or above it that is a grassroots organisation or stands higher."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.models import F, Q, QuerySet

from lantoa.figures.models import Home
from lantoa.foundation.half_open import holds_on
from lantoa.organisation.models import Heir, Placement, Unit
from lantoa.organisation.paths import STEP, ancestor_paths

# The unit that it counts for, where that stands, and of such a unit itself the next one above.
Where = tuple[int, str, int | None]
LEVELS = frozenset({Unit.Level.CENTRAL, Unit.Level.PROVINCE, Unit.Level.SUPERIOR, Unit.Level.GRASSROOTS})


def homes(day: dt.date) -> dict[int, Where]:
    """unit → for whom it counts that day; units that have ended count where their heir does. Two questions."""
    places = list(Placement.objects.on(day).values_list("unit_id", "path", "unit__level"))
    kept = {path: unit for unit, path, level in places if level in LEVELS or len(path) == STEP}
    where = {unit: found for unit, path, _level in places if (found := _of_unit(unit, path, kept))}
    heirs = Heir.objects.filter(holds_on(day)).values_list("unit_id", "heir_id").iterator(10_000)
    # Whose records another unit carries is itself none of those that are kept.
    return {
        unit: where[heir] if unit == heir else (*where[heir][:2], None)
        for unit, heir in heirs
        if heir in where
    }


def _of_unit(unit: int, path: str, kept: dict[str, int]) -> Where | None:
    home = _lowest(path, kept)
    if home is None:
        return None
    above = _lowest(home[:-STEP], kept) if kept[home] == unit else None
    return kept[home], home, kept[above] if above else None


def _lowest(path: str, kept: dict[str, int]) -> str | None:
    while path and path not in kept:
        path = path[:-STEP]
    return path or None


def kept_homes() -> dict[int, Where]:
    """The same as it was folded."""
    rows = Home.objects.values_list("unit_id", "home_id", "path", "above_id")
    return {unit: (home, path, above) for unit, home, path, above in rows.iterator(10_000)}


def standing(where: Mapping[int, Where]) -> dict[int, str]:
    """Each unit that is kept → where it stands."""
    return {unit: path for unit, (home, path, _above) in where.items() if home == unit}


def at_or_above(paths: Iterable[str]) -> dict[str, list[int]]:
    """path → the units kept at it and above it, as they were folded; one question."""
    lines = {path: ancestor_paths(path) for path in set(paths)}
    every = {one for line in lines.values() for one in line}
    found = dict(_standing_at(sorted(every)))
    return {path: [found[one] for one in line if one in found] for path, line in lines.items()}


def _standing_at(paths: list[str], at_once: int = 500) -> Iterator[tuple[str, int]]:
    for first in range(0, len(paths), at_once):
        some = paths[first : first + at_once]
        yield from Home.objects.filter(unit=F("home"), path__in=some).values_list("path", "home_id")


def is_changed_between(day: dt.date, other: dt.date) -> bool:
    """Whether anything stands elsewhere, begins, ends or is inherited from one day to the other."""
    return bool(_changed(day, other, Placement).exists() or _changed(day, other, Heir).exists())


def changed_between(day: dt.date, other: dt.date) -> set[int]:
    """The units of which that is so."""
    if day == other:
        return set()
    places = _changed(day, other, Placement).values_list("unit_id", flat=True)
    return {*places, *_changed(day, other, Heir).values_list("unit_id", flat=True)}


def _changed(day: dt.date, other: dt.date, model: type[Placement] | type[Heir]) -> QuerySet[Any]:
    first, last = min(day, other), max(day, other)
    return model._default_manager.filter(
        Q(starts__gt=first, starts__lte=last) | Q(ends__gt=first, ends__lte=last)
    )
