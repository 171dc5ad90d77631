"""Which units are so large on some days that what does not add up is counted beforehand, and who counts for them."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from hashlib import blake2b
from typing import NamedTuple

from lantoa.figures import counting
from lantoa.organisation.models import Heir, Placement
from lantoa.organisation.paths import ancestor_paths

WIDTH = 8  # bytes of a mark
Days = int  # one bit for each of the days asked


class Counts(NamedTuple):
    """A unit that counts at a place on some of the days."""

    path: str
    days: Days
    mark: int


def trees(days: Collection[dt.date]) -> dict[dt.date, dict[int, str]]:
    """day → unit → a word that changes with the units that count for it, where they stand and what they are.

    Only of units for which more than `counting.MOST_LISTED` count. Two questions, whatever the days.
    """
    asked = sorted(set(days))
    places = _places(asked)
    everyone = list(_who_counts(asked, places))
    large = _large(everyone)
    sums: dict[str, Counter[Days]] = defaultdict(Counter)
    many: dict[str, Counter[Days]] = defaultdict(Counter)
    for one in everyone:
        for path in ancestor_paths(one.path):
            if path in large:
                sums[path][one.days] += one.mark
                many[path][one.days] += 1
    found: dict[dt.date, dict[int, str]] = {day: {} for day in asked}
    for unit, stood in places.items():
        for path, held, _level in stood:
            if path not in large:
                continue
            for number, day in enumerate(asked):
                bit = 1 << number
                if held & bit and _of_day(many[path], bit) > counting.MOST_LISTED:
                    found[day][unit] = f"{_of_day(sums[path], bit) % 2 ** (8 * WIDTH):x}"
    return found


def _of_day(told: Counter[Days], bit: int) -> int:
    return sum(amount for days, amount in told.items() if days & bit)


def _large(everyone: list[Counts]) -> set[str]:
    """Places at or below which enough count for it to matter, on whatever days."""
    many = Counter(path for one in everyone for path in ancestor_paths(one.path))
    return {path for path, n in many.items() if n > counting.MOST_LISTED}


def _places(days: list[dt.date]) -> dict[int, list[tuple[str, Days, str]]]:
    """unit → (path, on which days, level)."""
    found: dict[int, list[tuple[str, Days, str]]] = defaultdict(list)
    rows = Placement.objects.values_list("unit_id", "path", "unit__level", "starts", "ends")
    for unit, path, level, starts, ends in rows.iterator(10_000):
        if held := _held(days, starts, ends):
            found[unit].append((path, held, level))
    return found


def _who_counts(days: list[dt.date], places: dict[int, list[tuple[str, Days, str]]]) -> Iterator[Counts]:
    rows = Heir.objects.values_list("unit_id", "heir_id", "starts", "ends")
    for unit, heir, starts, ends in rows.iterator(10_000):
        held = _held(days, starts, ends)
        for path, stood, level in places.get(heir, ()):
            if held & stood:
                yield Counts(path, held & stood, _mark(f"{unit} {heir} {path} {level}"))


def _held(days: list[dt.date], starts: dt.date, ends: dt.date | None) -> Days:
    return sum(
        1 << number for number, day in enumerate(days) if starts <= day and (ends is None or ends > day)
    )


def _mark(told: str) -> int:
    return int.from_bytes(blake2b(told.encode(), digest_size=WIDTH).digest())
