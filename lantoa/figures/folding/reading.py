"""Reading folded sums: whole months from what is kept, the edges of a period and units that changed hands live.

What does not add up is read as it was counted whole, for the periods and the trees of which it is kept. What cannot be
read is left to whoever asks; nothing here waits for a folding.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.db.models import F, QuerySet, Sum

from lantoa.figures.counting import MOST_LISTED, units_of
from lantoa.figures.folding.told import as_counted
from lantoa.figures.folding.tree import changed_between
from lantoa.figures.folding.which import WHOLE, as_kept, is_folded, is_whole, signature
from lantoa.figures.measure import EVER, IN_PERIOD, SINCE_START, Distinct, Measure, Records, Total
from lantoa.figures.models import FoldedSum, Folding, Home, WholeCount
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
    folded_at: dt.datetime
    adds_up: bool = False  # whether sums are read: some are kept, and not too much has changed hands since
    more: list[int] = field(default_factory=list)
    less: list[int] = field(default_factory=list)
    is_as_it_stood: bool = False  # within it too, everything stands on that day where it was folded
    ages: list[dt.datetime] = field(default_factory=list, compare=False)  # of what was read so far

    @classmethod
    def of(cls, unit: Unit, on: dt.date) -> Kept | None:
        """None where nothing was ever folded."""
        state = Folding.objects.filter(of=signature()).first()
        if state is None:
            return None
        only_whole = cls(unit.pk, on, state.as_of)
        here = Home.objects.filter(unit=unit, home=F("unit")).values_list("path", flat=True).first()
        suspected = sorted(changed_between(on, state.tree_day)) if here else []
        if here is None or len(suspected) > MOST_SUSPECTED:
            return only_whole
        was, now = _placed(unit, here, on, suspected)
        more, less = sorted(now.keys() - was.keys()), sorted(was.keys() - now.keys())
        is_little = len(more) + len(less) <= MOST_LISTED
        return cls(unit.pk, on, state.as_of, True, more, less, was == now) if is_little else only_whole

    @property
    def as_of(self) -> dt.datetime | None:
        """Up to when everything that was read so far tells; None where nothing was."""
        return min(self.ages, default=None)

    def read_at(self, counted_at: dt.datetime | None = None) -> None:
        """Something was read that tells of all acts that were folded; or only of those before it was counted."""
        self.ages.append(min(filter(None, (self.folded_at, counted_at))))


def kept_of(unit: Unit, on: dt.date) -> Kept | None:
    """What a page may read of a large unit; small ones are counted at once. Ask `as_of` after everything was read."""
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
    for meaning in (IN_PERIOD, SINCE_START, EVER) if kept.adds_up else ():
        mine = [one for one in asked if one[0].meaning == meaning and is_folded(one[0])]
        if mine:
            found |= _in_days(kept, mine, Period(_first_day(meaning, period, since), period.ends), live)
    return found


def read_whole(kept: Kept, asked: Iterable[Asked], period: Period) -> dict[tuple[str, Part], Any]:
    """What was counted whole, as `together.tallied` gives it, by the tree of the period's last day; of no parts."""
    mine = [one for one, split in asked if split is None and is_whole(one)]
    if not mine or kept.on != period.last_day:
        return {}
    row = WholeCount.objects.of(period).filter(unit=kept.unit, at__isnull=False).first()
    amounts = _read_row(kept, row, mine) if row else {}
    return {(code, None): amount for code, amount in amounts.items()}


def whole_of_children(
    kept: Kept, asked: Iterable[Measure], period: Period, children: Iterable[int]
) -> dict[int, dict[str, Any]]:
    """child → code → how many or how much was counted whole of it, of those children of which all asked is kept."""
    mine = [one for one in asked if isinstance(one.counts, Records | Total | Distinct) and is_whole(one)]
    if not mine or kept.on != period.last_day:
        return {}
    rows = WholeCount.objects.of(period).filter(unit__in=list(children), at__isnull=False)
    told = {row.unit_id: _read_row(kept, row, mine) for row in rows}
    return {child: amounts for child, amounts in told.items() if len(amounts) == len(mine)}


def _read_row(kept: Kept, row: WholeCount, asked: Iterable[Measure]) -> dict[str, Any]:
    kept.read_at(row.at if row.waiting else None)
    return {one.code: as_counted(one, row.amounts[one.code]) for one in asked if one.code in row.amounts}


def of_children(
    kept: Kept, asked: Iterable[Measure], period: Period, since: Callable[[], dt.date]
) -> dict[str, list[tuple[int, Decimal]]]:
    """code → (unit, amount) of each unit kept next below, for days that are whole months; nothing where it moved.

    What counts for the unit itself, and for children of which nothing is kept, is not among it: see `units_at`.
    """
    mine = [one for one in asked if is_folded(one)]
    if not mine:
        return {}
    firsts = {one.code: _first_day(one.meaning, period, since) for one in mine}
    if not kept.is_as_it_stood or any(day.day != 1 for day in (period.ends, *firsts.values())):
        return {}
    kept.read_at()
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
    kept.read_at()
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
    kept.read_at()
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
