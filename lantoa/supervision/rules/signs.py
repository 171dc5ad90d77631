"""Which shares are worth a look: compared with the share of the whole, small units drawn towards it.

A sign is no finding: it names a unit and a rule that anybody can read, never a person; nothing is put in order by it.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from lantoa.foundation.numbers import show
from lantoa.supervision.words import Sign

FEWEST = 5  # below it a unit stands in no line of its own: guard-rail "aggregates n ≥ 5"
DRAWN_BY = 20  # papers of the whole that each unit is given in thought; a default of ours, no rule sets it
MARGIN = 0.10  # so much above the whole, after drawing, is worth a look; a default of ours
HASTE_PAPERS, HASTE_MINUTES = 10, 10  # more papers than this approved within so many minutes


@dataclass(frozen=True)
class Counted:
    """How many papers there are, and of how many the rule holds."""

    all: int
    found: int

    @property
    def share(self) -> float:
        """found/all; 0 of nothing."""
        return self.found / self.all if self.all else 0.0


@dataclass(frozen=True)
class SignOf:
    """One rule in one unit, beside the whole: `drawn` is its share with small numbers drawn towards the whole's."""

    rule: str
    counted: Counted
    whole: Counted
    drawn: float

    @property
    def label(self) -> str:
        """The words of the rule."""
        return str(Sign(self.rule).label)

    @property
    def said(self) -> str:
        """Its share, that of the whole, and what is left after drawing, in one line."""
        return _(
            "%(found)s trên %(all)s bản (%(percent)s%%); cả phạm vi %(whole)s%%; kéo về mức chung còn %(drawn)s%%"
        ) % {
            "found": show(self.counted.found),
            "all": show(self.counted.all),
            "percent": self.percent,
            "whole": self.percent_of_whole,
            "drawn": self.percent_drawn,
        }

    @property
    def percent(self) -> int:
        """Of the unit, rounded."""
        return round(100 * self.counted.share)

    @property
    def percent_of_whole(self) -> int:
        """Of the whole, rounded."""
        return round(100 * self.whole.share)

    @property
    def percent_drawn(self) -> int:
        """Of the unit after drawing, rounded."""
        return round(100 * self.drawn)


def shrunk(counted: Counted, whole: Counted) -> float:
    """The share as if DRAWN_BY papers of the whole had been added: two of three says less than forty of sixty."""
    return (counted.found + DRAWN_BY * whole.share) / (counted.all + DRAWN_BY)


def noteworthy(rule: str, counted: Counted, whole: Counted) -> SignOf | None:
    """The sign, where the share stands out even after drawing and the unit is not too small; else None."""
    if counted.all < FEWEST or not counted.found:
        return None
    drawn = shrunk(counted, whole)
    return SignOf(rule, counted, whole, drawn) if drawn - whole.share >= MARGIN else None
