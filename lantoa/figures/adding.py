"""Adding what units declare: the right sum, or none and the reason. Values in, answers out.

Each declaration speaks of an area: a unit with everything below it, over some days. Areas that lie in another are
held by it; areas that share something without one holding the other cannot be added by anybody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.translation import gettext as _

from lantoa.figures.rules import sum_word
from lantoa.figures.words import SILENT_WORDS
from lantoa.foundation.dates import Period
from lantoa.foundation.numbers import show


@dataclass(frozen=True)
class Said:
    """One declaration. `amounts` is the number, or numerator and denominator.

    `path` is where the unit stands in the tree that is asked; one that has ended stands where the unit continuing
    it does, and `ended` is the first day on which it was no more.
    """

    key: int
    unit: int
    name: str
    path: str
    starts: dt.date
    ends: dt.date
    amounts: tuple[Decimal, ...]
    word: str
    ended: dt.date | None = None

    @property
    def shown(self) -> str:
        """ "Đảng bộ xã An Phú, quý I/2026: trên 20"."""
        word = "" if self.word in SILENT_WORDS else f"{self.word} "
        return (
            f"{self.name}, {Period(self.starts, self.ends).label}: {word}{'/'.join(map(show, self.amounts))}"
        )


@dataclass(frozen=True)
class Saying:
    """Who said a declared figure, of which time."""

    unit_code: str
    unit_name: str
    period: Period


@dataclass(frozen=True)
class Sum:
    """What came of adding: `amounts` None when it was refused, and then `why`.

    `parts` were added; `held` lie inside one of them: (what, in which).
    """

    amounts: tuple[Decimal, ...] | None
    word: str
    parts: tuple[Said, ...]
    held: tuple[tuple[Said, Said], ...]
    why: tuple[str, ...] = ()


def added(rows: Sequence[Said], *, stock: bool = False) -> Sum:
    """The sum of what was declared. A `stock` is what is there on a day: of each unit the latest stands alone."""
    rows, held = _latest(rows) if stock else (list(rows), [])
    kept: list[Said] = []
    for row in sorted(rows, key=_widest_first):
        holder = next((one for one in kept if holds(one, row, stock=stock)), None)
        if holder:
            held.append((row, holder))
        else:
            kept.append(row)
    why = tuple(_refusal(a, b) for n, a in enumerate(kept) for b in kept[n + 1 :] if meets(a, b, stock=stock))
    amounts = tuple(sum(column, Decimal(0)) for column in zip(*(row.amounts for row in kept), strict=True))
    return Sum(None if why else amounts, sum_word([row.word for row in kept]), tuple(kept), tuple(held), why)


def completing(
    rows: Sequence[Said], counted: Callable[[Said], Decimal], *, stock: bool = False
) -> tuple[Sum, list[tuple[Said, Decimal]]]:
    """What declarations add to what is counted, and those set aside with what was counted there.

    Where anything is counted, the records stand and what lies below is asked anew; only a number that is said to
    be inexact ("gần 3 tỷ") and is the greater says of itself that the records are not all there is.
    """
    standing, aside = [], []
    for row in rows:
        number = counted(row)
        if not number:
            standing.append(row)
        elif row.word not in SILENT_WORDS and row.amounts[0] > number:
            standing.append(replace(row, amounts=(row.amounts[0] - number,)))
        else:
            aside.append((row, number))
    return added(standing, stock=stock), aside


def holds(one: Said, other: Said, *, stock: bool = False) -> bool:
    """Whether everything that `other` speaks of lies in what `one` speaks of."""
    in_time = stock or (one.starts <= other.starts and other.ends <= one.ends)
    return in_time and _holds_place(one, other)


def meets(one: Said, other: Said, *, stock: bool = False) -> bool:
    """Whether they may speak of the same thing in part."""
    in_time = stock or (one.starts < other.ends and other.starts < one.ends)
    return in_time and (_holds_place(one, other) or _holds_place(other, one) or _is_unclear(one, other))


def _holds_place(one: Said, other: Said) -> bool:
    if one.unit == other.unit:
        return True
    if one.path == other.path:  # one of the two is continued by the other, or both by a third
        return one.ended is None and other.ended is not None and one.ends > other.ended
    return one.ended is None and other.path.startswith(one.path)


def _is_unclear(one: Said, other: Said) -> bool:
    """What a unit that has ended said beside what stands today below the one that continues it."""
    for ended, rest in ((one, other), (other, one)):
        if (
            ended.ended
            and rest.ended is None
            and rest.path != ended.path
            and rest.path.startswith(ended.path)
        ):
            return True
    return False


def _latest(rows: Sequence[Said]) -> tuple[list[Said], list[tuple[Said, Said]]]:
    latest: dict[int, Said] = {}
    for row in sorted(rows, key=lambda row: (row.ends, row.starts, row.key)):
        latest[row.unit] = row
    return list(latest.values()), [(row, latest[row.unit]) for row in rows if latest[row.unit] is not row]


def _widest_first(row: Said) -> tuple[int, dt.timedelta, bool, int]:
    return len(row.path), row.starts - row.ends, row.ended is not None, -row.key


def _refusal(one: Said, other: Said) -> str:
    return _(
        "“%(one)s” và “%(other)s” nói một phần về cùng một việc nên không cộng được; sửa một trong hai số."
    ) % {
        "one": one.shown,
        "other": other.shown,
    }
