"""What does not add up, counted whole for large units and the periods that pages ask, so that nobody waits for it.

An act only marks what it touched; a mark waits for its turn, and what was counted before is read meanwhile. Whoever
has waited longest has the next turn: nobody is passed over, and no number is older than one round. A count is written
as one row and only if nothing else was; cut off in the middle, the row waits as before.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from lantoa.figures.folding import grouped, large, which
from lantoa.figures.folding.told import as_kept
from lantoa.figures.models import Folding, WholeCount
from lantoa.foundation import clock
from lantoa.foundation.dates import Period, recent, same_days_a_year_before
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.organisation.paths import ancestor_paths

AT_ONCE = 500
MANY = 20  # rows of a period of which all are counted by one question a measure and level
Amounts = dict[str, Any]  # code → as `told.as_kept` writes it
Live = Callable[[Unit, Period], Mapping[str, Any]]  # code → as it is counted


def periods(today: dt.date) -> list[Period]:
    """Those that pages ask: what the lists of numbers offer, and what the overview compares a year with."""
    asked = [*recent(today), same_days_a_year_before(Period.year(today.year), today)]
    return list(dict.fromkeys(asked))


def begin(now: dt.datetime, today: dt.date, *, anew: bool) -> None:
    """Everything waits to be counted; what is kept stays readable, unless measures count otherwise now (`anew`)."""
    if anew:
        WholeCount.objects.all().delete()
    WholeCount.objects.mark(now)
    place(now, today)


def place(now: dt.datetime, today: dt.date) -> None:
    """A row for each large unit and period; those of which the units differ from when they were placed are marked."""
    asked = periods(today)
    trees = large.trees([one.last_day for one in asked])
    wanted = {
        (unit, one.starts, one.ends): tree
        for one in asked
        for unit, tree in trees.get(one.last_day, {}).items()
    }
    kept = {
        (unit, starts, ends): (pk, tree)
        for pk, unit, starts, ends, tree in WholeCount.objects.values_list(
            "pk", "unit_id", "starts", "ends", "tree"
        )
    }
    _drop([pk for key, (pk, _tree) in kept.items() if key not in wanted])
    _mark_moved({pk: wanted[key] for key, (pk, tree) in kept.items() if wanted.get(key, tree) != tree}, now)
    WholeCount.objects.bulk_create(
        [
            WholeCount(unit_id=unit, starts=starts, ends=ends, tree=tree, waits=now)
            for (unit, starts, ends), tree in wanted.items()
            if (unit, starts, ends) not in kept
        ],
        batch_size=2_000,
    )


def _drop(keys: list[int]) -> None:
    for first in range(0, len(keys), AT_ONCE):
        WholeCount.objects.filter(pk__in=keys[first : first + AT_ONCE]).delete()


def _mark_moved(trees: Mapping[int, str], now: dt.datetime) -> None:
    for some in _at_once(sorted(trees)):
        rows = WholeCount.objects.filter(pk__in=some)
        rows.mark(now)
        WholeCount.objects.bulk_update([WholeCount(pk=pk, tree=trees[pk]) for pk in some], ["tree"])


def mark(units: Collection[int], now: dt.datetime, today: dt.date) -> int:
    """Something of these units changed: mark the rows of whoever they count for, by the tree of each row's last day.

    All periods: the day of an act is not the day of its record, nor is the day that the record had before.
    """
    if not units or not WholeCount.objects.exists():
        return 0
    return sum(_mark_by_tree(units, ends, now) for ends in sorted({one.ends for one in periods(today)}))


def _mark_by_tree(units: Collection[int], ends: dt.date, now: dt.datetime) -> int:
    on = ends - dt.timedelta(days=1)
    lines = {one for path in organisation.paths_of(units, on).values() for one in ancestor_paths(path)}
    count = 0
    for some in _at_once(sorted(lines)):
        here = Placement.objects.on(on).filter(path__in=some).values("unit_id")
        count += WholeCount.objects.filter(ends=ends, unit__in=here).mark(now)
    return count


def _at_once(things: list[Any]) -> Iterator[list[Any]]:
    for first in range(0, len(things), AT_ONCE):
        yield things[first : first + AT_ONCE]


def count(
    live: Live, seconds: float | None = None, tell: Callable[[int, int], None] = lambda *_told: None
) -> int:
    """Count whoever waits by now; how many rows that were. After so many `seconds` nobody new is begun.

    `live` gives what pages would count of a unit and a period: `together.counted_whole`. `tell` hears after each turn
    how many were counted and how many wait.
    """
    began, done = time.monotonic(), 0
    rows = WholeCount.objects.waiting().filter(waits__lte=clock.now())
    while seconds is None or time.monotonic() - began < seconds:
        row = rows.first() if _is_begun() else None
        if row is None:
            break
        try:
            done += _turn(row, live)
        except Exception:  # the others do not wait behind it for ever; whoever carries tasks out tells of it
            WholeCount.objects.filter(pk=row.pk).update(waits=clock.now())
            raise
        tell(done, rows.count())
    return done


def _is_begun() -> bool:
    return Folding.objects.exclude(of="").exists()


def _turn(row: WholeCount, live: Live) -> int:
    """The row; or all that wait of its period, where that is less work."""
    rows = WholeCount.objects.of(row.period)
    waiting = list(rows.waiting().only("pk", "unit", "starts", "ends", "marks"))
    if len(waiting) <= MANY or 4 * len(waiting) < rows.count():
        return _written([row], lambda: {row.unit_id: _packed(live(row.unit, row.period))})
    units = [one.unit_id for one in waiting]
    return _written(waiting, lambda: grouped.counted(row.period, units))


def _written(rows: Collection[WholeCount], ask: Callable[[], Mapping[int, Amounts]]) -> int:
    """Whatever is marked while it is counted waits again: it may have been counted too early."""
    at = clock.now()
    amounts = ask()
    for row in rows:
        kept = WholeCount.objects.filter(pk=row.pk)
        kept.update(amounts=amounts[row.unit_id], at=at, counted=row.marks, waits=at)
    return len(rows)


def _packed(counted: Mapping[str, Any]) -> Amounts:
    return {code: as_kept(which.whole()[code], amount) for code, amount in counted.items()}
