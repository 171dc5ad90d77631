"""Reading folded sums: whole months from what is kept, the edges of a period and units that changed hands live.

What cannot be read is left to whoever asks; nothing here waits for a folding.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.db.models import F, QuerySet, Sum

from lantoa.figures.counting import MOST_LISTED, units_of
from lantoa.figures.folding.tree import changed_between
from lantoa.figures.folding.which import WHOLE, as_kept, is_folded, signature
from lantoa.figures.measure import EVER, IN_PERIOD, SINCE_START, Measure
from lantoa.figures.models import FoldedSum, Folding, Home
from lantoa.foundation.dates import Period
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.organisation.paths import STEP, after, is_inside

Part = tuple[str, str] | None
Asked = tuple[Measure, Part]
Amounts = dict[tuple[str, Part], Decimal]
# Counts live: what is asked, in which days (from, up to but without), of which units; None for all of the unit asked.
Live = Callable[[Sequence[Asked], Period, list[int] | None], Mapping[tuple[str, Part], Decimal]]
THE_FIRST = dt.date(1, 1, 1)
MOST_SUSPECTED = 2_000


@dataclass(frozen=True)
class Kept:
    """What is kept of a unit; which units count for it on the day asked, but not as it was folded, or the reverse."""

    unit: int
    on: dt.date
    more: list[int]
    less: list[int]

    is_as_it_stood: bool  # within it too, everything stands on that day where it was folded
    as_of: dt.datetime

    @classmethod
    def of(cls, unit: Unit, on: dt.date) -> Kept | None:
        """None where nothing is kept of the unit, or too much has changed hands since."""
        state = Folding.objects.filter(of=signature()).first()
        if state is None:
            return None
        here = Home.objects.filter(unit=unit, home=F("unit")).values_list("path", flat=True).first()
        suspected = sorted(changed_between(on, state.tree_day)) if here else []
        if here is None or len(suspected) > MOST_SUSPECTED:
            return None
        was, now = _placed(unit, here, on, suspected)
        more, less = sorted(now.keys() - was.keys()), sorted(was.keys() - now.keys())
        is_little = len(more) + len(less) <= MOST_LISTED
        return cls(unit.pk, on, more, less, was == now, state.as_of) if is_little else None


def kept_of(unit: Unit, on: dt.date) -> Kept | None:
    """What a page may read of a large unit, up to a moment old (`as_of`); small ones are counted at once."""
    if not Folding.objects.filter(of=signature()).exists() or isinstance(units_of(unit, on), list):
        return None
    return Kept.of(unit, on)


def _placed(unit: Unit, here: str, on: dt.date, ids: list[int]) -> tuple[dict[int, str], dict[int, str]]:
    """Of those suspected, below which child each stood as it was folded, and stands on the day asked."""
    if not ids:
        return {}, {}
    kept = Home.objects.filter(unit__in=ids, path__gte=here, path__lt=after(here))
    was = {one: path[: len(here) + STEP] for one, path in kept.values_list("unit_id", "path")}
    paths = organisation.paths_of([unit.pk, *ids], on)
    top = paths.get(unit.pk)
    if top is None:
        return was, {}
    now = {one: paths[one][: len(top) + STEP] for one in ids if one in paths and is_inside(paths[one], top)}
    return was, now


def read(
    kept: Kept, asked: Iterable[Asked], period: Period, since: Callable[[], dt.date], live: Live
) -> Amounts:
    """What is kept of those that are folded; the rest is not among what is given."""
    found: Amounts = {}
    for meaning in (IN_PERIOD, SINCE_START, EVER):
        mine = [one for one in asked if one[0].meaning == meaning and is_folded(one[0])]
        if mine:
            found |= _in_days(kept, mine, Period(_first_day(meaning, period, since), period.ends), live)
    return found


def of_children(
    kept: Kept, asked: Iterable[Measure], period: Period, since: Callable[[], dt.date]
) -> dict[str, list[tuple[int, Decimal]]]:
    """code → (unit, amount) of each unit kept next below, for days that are whole months; nothing where it moved.

    What counts for the unit itself, and for children of which nothing is kept, is not among it: see `units_at`.
    """
    mine = [one for one in asked if is_folded(one)]
    firsts = {one.code: _first_day(one.meaning, period, since) for one in mine}
    if not kept.is_as_it_stood or any(day.day != 1 for day in (period.ends, *firsts.values())):
        return {}
    below = Home.objects.filter(above=kept.unit).values("unit_id")
    found: dict[str, list[tuple[int, Decimal]]] = {code: [] for code in firsts}
    for first in set(firsts.values()):
        rows = FoldedSum.objects.filter(unit__in=below, month__gte=first, month__lt=period.ends)
        rows = rows.filter(code__in=[code for code in firsts if firsts[code] == first], part=WHOLE)
        for code, unit, amount in rows.values_list("code", "unit_id").annotate(n=Sum("amount")):
            found[code].append((unit, amount))
    return found


def heard_below(kept: Kept, asked: Iterable[Measure], period: Period) -> set[int]:
    """The units kept next below of which anything at all is kept in the whole months of the period."""
    first, last = _next_month(period.starts), period.ends.replace(day=1)
    if not kept.is_as_it_stood or first >= last:
        return set()
    below = Home.objects.filter(above=kept.unit).values("unit_id")
    rows = FoldedSum.objects.filter(
        unit__in=below, month__gte=first, month__lt=last, part=WHOLE, amount__gt=0
    )
    codes = [one.code for one in asked if is_folded(one)]
    return set(rows.filter(code__in=codes).values_list("unit_id", flat=True).distinct())


def units_at(kept: Kept) -> QuerySet[Any, Any]:
    """The units that count for this one and for nothing that is kept below it."""
    return Home.objects.filter(home=kept.unit).values("unit_id")


def _first_day(meaning: str, period: Period, since: Callable[[], dt.date]) -> dt.date:
    if meaning == EVER:
        return THE_FIRST
    return min(since(), period.starts) if meaning == SINCE_START else period.starts


def _in_days(kept: Kept, asked: Sequence[Asked], days: Period, live: Live) -> Amounts:
    first, last = _next_month(days.starts), days.ends.replace(day=1)
    if first >= last:
        return {}
    sums = _of_months(kept.unit, first, last)
    found = {(one.code, split): sums.get((one.code, as_kept(split)), Decimal(0)) for one, split in asked}
    _add(found, live, asked, days.starts, first)
    _add(found, live, asked, last, days.ends)
    _add(found, live, asked, first, last, kept.more)
    _add(found, live, asked, first, last, kept.less, -1)
    return found


def _of_months(unit: int, first: dt.date, last: dt.date) -> dict[tuple[str, str], Decimal]:
    rows = FoldedSum.objects.filter(unit=unit, month__gte=first, month__lt=last)
    return {(code, part): n for code, part, n in rows.values_list("code", "part").annotate(n=Sum("amount"))}


def _add(
    found: Amounts,
    live: Live,
    asked: Sequence[Asked],
    first: dt.date,
    last: dt.date,
    units: list[int] | None = None,
    sign: int = 1,
) -> None:
    if first >= last or units == []:
        return
    of_days = [(replace(one, meaning=IN_PERIOD), split) for one, split in asked]
    for key, amount in live(of_days, Period(first, last), units).items():
        found[key] += sign * amount


def _next_month(day: dt.date) -> dt.date:
    """The first of the month, on or after the day."""
    if day.day == 1:
        return day
    return (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
