"""Who said something of which days: whether two sums speak of the same, and what a sum lacks. Values in, words out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from lantoa.figures.adding import Saying
from lantoa.foundation.dates import Period
from lantoa.reports import rules

MOST_NAMED = 3


def covered(said: Iterable[Saying]) -> dict[str, list[Period]]:
    """unit code → the stretches it speaks of; those that follow each other are one: four quarters are a year."""
    found: dict[str, list[Period]] = {}
    for one in sorted(said, key=lambda one: one.period):
        of_unit = found.setdefault(one.unit_code, [])
        if of_unit and one.period.starts <= of_unit[-1].ends:
            last = of_unit.pop()
            of_unit.append(Period(last.starts, max(last.ends, one.period.ends)))
        else:
            of_unit.append(one.period)
    return found


def are_a_year_apart(before: Iterable[Saying], now: Iterable[Saying]) -> bool:
    """Whether the same units say both, of the same days of the year."""
    asked = {
        unit: [rules.same_period_a_year_before(one) for one in periods]
        for unit, periods in covered(now).items()
    }
    return covered(before) == asked


def names(said: Iterable[Saying]) -> str:
    """The units by name, or how many where they are more than one reads."""
    found = list(dict.fromkeys(one.unit_name for one in said))
    return ", ".join(found) if len(found) <= MOST_NAMED else f"{len(found)} đơn vị"


def missing_in_words(said: Sequence[Saying], began: dt.date) -> str:
    """Of which days, from the beginning to the last of which anything is said, somebody in the sum has said nothing."""
    whole = Period(began, max(one.period.ends for one in said))
    called = {one.unit_code: one.unit_name for one in said}
    gaps = {unit: _gaps(periods, whole) for unit, periods in covered(said).items()}
    lacking = {called[unit]: found for unit, found in gaps.items() if found}
    if not lacking:
        return ""
    first, *others = gaps.values()
    if any(one != first for one in others):
        if len(lacking) > MOST_NAMED:
            return f"lũy kế chưa đủ: {len(lacking)} đơn vị có thời gian chưa khai"
        told = "; ".join(f"{name} chưa khai {_in_words(found)}" for name, found in lacking.items())
        return f"lũy kế chưa đủ: {told}"
    if len(first) == 1 and first[0].starts == whole.starts:
        return f"lũy kế từ ngày {rules.paper_day(first[0].ends)}, trước đó chưa khai"
    return f"lũy kế chưa đủ: chưa khai {_in_words(first)}"


def _gaps(periods: Iterable[Period], whole: Period) -> list[Period]:
    found, day = [], whole.starts
    for one in periods:
        if one.starts > day:
            found.append(Period(day, one.starts))
        day = max(day, one.ends)
    return [*found, Period(day, whole.ends)] if day < whole.ends else found


def _in_words(gaps: Iterable[Period]) -> str:
    return ", ".join(one.label for one in gaps)
