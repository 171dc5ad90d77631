"""What is counted whole, of many units at once: one question a measure and a level of the tree."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from django.db.models import Count, Min, QuerySet
from django.db.models.functions import Substr

from lantoa.figures.catalogue import catalogue
from lantoa.figures.counting import dated, how_many, least_of, rounded
from lantoa.figures.folding import which
from lantoa.figures.folding.told import as_kept
from lantoa.figures.folding.which import records_of
from lantoa.figures.measure import Least, Measure, UnitsWith
from lantoa.foundation.dates import Period
from lantoa.foundation.half_open import holds_on
from lantoa.organisation.models import Placement
from lantoa.organisation.paths import ancestor_paths

Paths = Mapping[str, int]  # where a unit stands → the unit
AT_ONCE = 500


def counted(period: Period, units: Collection[int]) -> dict[int, dict[str, Any]]:
    """unit → code → amount as it is kept, of units that stand on the last day of the period."""
    on = period.last_day
    paths = dict(_standing(sorted(units), on))
    found: dict[int, dict[str, Any]] = {unit: {} for unit in units}
    for code, measure in which.whole().items():
        told = _amounts(measure, period, paths)
        for path, unit in paths.items():
            found[unit][code] = as_kept(measure, told.get(path, _nothing(measure)))
    return found


def _nothing(measure: Measure) -> Any:
    match measure.counts:
        case Least():
            return None, 0
        case UnitsWith():
            return 0, 0
    return 0


def _standing(units: list[int], on: dt.date) -> Iterator[tuple[str, int]]:
    for first in range(0, len(units), AT_ONCE):
        rows = Placement.objects.on(on).filter(unit__in=units[first : first + AT_ONCE])
        yield from rows.values_list("path", "unit_id")


def _amounts(measure: Measure, period: Period, paths: Paths) -> dict[str, Any]:
    """path → amount, as it is counted; what is nought may be missing."""
    if isinstance(measure.counts, UnitsWith):
        return _units_with(measure, measure.counts, period, paths)
    found: dict[str, Any] = {}
    for width in sorted({len(path) for path in paths}):
        found |= dict(_at_width(measure, period, width))
    return found


def _at_width(measure: Measure, period: Period, width: int) -> Iterator[tuple[str, Any]]:
    there, place = _placed(measure, period)
    if isinstance(measure.counts, Least):
        there = least_of(measure, there)
    rows = there.annotate(whole_path=Substr(place, 1, width)).values_list("whole_path")
    if isinstance(measure.counts, Least):
        for path, least, n in rows.annotate(least=Min("ratio"), n=Count("pk")):
            if len(path) == width:
                yield path, (rounded(least), n)
        return
    for path, n in rows.annotate(n=how_many(measure)):
        if len(path) == width:
            yield path, n or 0


def _placed(measure: Measure, period: Period) -> tuple[QuerySet[Any], str]:
    """The records of the period, each where it counts on its last day; and the way to that place."""
    on = period.last_day
    heir, place = f"{measure.of_unit}__heirs__", f"{measure.of_unit}__heirs__heir__placements__"
    found = dated(measure, records_of(measure, on), period)
    return found.filter(holds_on(on, heir), holds_on(on, place)), f"{place}path"


def _units_with(
    measure: Measure, counts: UnitsWith, period: Period, paths: Paths
) -> dict[str, tuple[int, int]]:
    measures = [measure, *(catalogue()[code] for code in counts.also)]
    everywhere = set.intersection(*(_covered(one, period) for one in measures))
    due = Placement.objects.on(period.last_day).filter(unit__level=counts.level)
    with_records, of_the_level = Counter[str](), Counter[str]()
    for (path,) in due.values_list("path"):
        line = [one for one in ancestor_paths(path) if one in paths]
        of_the_level.update(line)
        if path in everywhere:
            with_records.update(line)
    return {path: (with_records[path], n) for path, n in of_the_level.items()}


def _covered(measure: Measure, period: Period) -> set[str]:
    """The paths of all units that have a record, and of everything above them."""
    there, place = _placed(measure, period)
    return {
        one
        for path in there.order_by().values_list(place, flat=True).distinct()
        for one in ancestor_paths(path)
    }
