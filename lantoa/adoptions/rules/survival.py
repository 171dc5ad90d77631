"""How long a practice lives where it was taken over: the estimator of Kaplan and Meier, in whole days.

Lives that still go on count for as long as they were watched and are then left out ("censored"), so that places
which began last month neither flatter nor spoil the share. The statistics packages that offer this weigh a hundred
times the house; the formula is one product, checked against a table computed by hand.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from lantoa.adoptions.rules.adopting import months_after

A_DAY = dt.timedelta(days=1)
# When it began, and when it stopped (None while it goes on).
Span = tuple[dt.date, dt.date | None]


@dataclass(frozen=True, slots=True)
class Life:
    """How many days it was watched, and whether it ended on the last of them."""

    days: int
    ended: bool


@dataclass(frozen=True, slots=True)
class Fall:
    """A day of life on which some ended: how many were still watched, how many ended, the share alive after it."""

    day: int
    at_risk: int
    ended: int
    share: Fraction


@dataclass(frozen=True, slots=True)
class StillThere:
    """Of the places old enough: how many lived so many months. Numerator and denominator stay apart."""

    months: int
    alive: int
    old_enough: int

    @property
    def ended(self) -> int:
        """Those old enough that did not live so long."""
        return self.old_enough - self.alive


def life(span: Span, on: dt.date) -> Life:
    """What was seen of one place until `on`; a stop after that day has not happened yet."""
    began, stopped = span
    if stopped is not None and stopped <= on:
        return Life(max((stopped - began).days, 0), ended=True)
    return Life(max((on - began).days, 0), ended=False)


def old_enough(spans: Iterable[Span], months: int, on: dt.date) -> list[Span]:
    """The places that began at least so many months before `on`: chosen by when they began, never by how they
    fared, so that the choice does not bend the curve."""
    latest = _latest_to_be_old_enough(months, on)
    return [span for span in spans if span[0] <= latest]


def _latest_to_be_old_enough(months: int, on: dt.date) -> dt.date:
    """The last day on which one could begin to be so many months old by `on`: thousands are compared with it."""
    latest = months_after(on, -months)
    while months_after(latest + A_DAY, months) <= on:
        latest += A_DAY
    return latest


def survival(lives: Sequence[Life]) -> list[Fall]:
    """The falls of the curve in order of days; before the first the share is 1. Exact fractions.

    Source: Kaplan and Meier (1958): S(t) is the product over t_i <= t of (1 - d_i / n_i), where n_i counts
    everyone watched for at least t_i days, those left out on that very day among them.
    """
    ends = Counter(one.days for one in lives if one.ended)
    watched = Counter(one.days for one in lives)
    falls, share, at_risk = [], Fraction(1), len(lives)
    for day in sorted(watched):
        if ends[day]:
            share *= 1 - Fraction(ends[day], at_risk)
            falls.append(Fall(day, at_risk, ends[day], share))
        at_risk -= watched[day]
    return falls


def share_after(falls: Sequence[Fall], days: int) -> Fraction:
    """The share still alive after so many days."""
    return next((fall.share for fall in reversed(falls) if fall.day <= days), Fraction(1))


def watched_after(lives: Sequence[Life], days: int) -> int:
    """How many still lived and were watched after so many days: the numbers under the curve."""
    return sum(one.days > days or (one.days == days and not one.ended) for one in lives)


def still_there(spans: Iterable[Span], months: int, on: dt.date) -> StillThere:
    """How many of those old enough lived so many months. Nothing is estimated.

    What stopped on the very day it came of age counts as stopped, as in the measures.
    """
    grown = old_enough(spans, months, on)
    alive = sum(stopped is None or stopped > months_after(began, months) for began, stopped in grown)
    return StillThere(months, alive, len(grown))
