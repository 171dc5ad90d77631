"""What may be said of a number: precision words, rounding in prose, the arithmetic of stock figures."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from lantoa.figures.words import (
    ABOUT,
    ALMOST,
    ALWAYS,
    ALWAYS_OVER,
    EXACT,
    LEAST,
    MORE_THAN,
    OVER,
    SILENT_WORDS,
)
from lantoa.foundation.errors import BadInput, NotAllowed


def stated(value: Decimal, step: Decimal, *, least: bool = False) -> tuple[Decimal, str]:
    """How an exact number is said in prose: the nearest step and the word that makes it true.

    2.953.000.000 by steps of a billion → (3.000.000.000, "gần"); 553 by 50 → (550, "trên").
    `least` is for a minimum over occasions: 98,53 by 0,5 → (98,5, "luôn đạt hơn").
    """
    rounding = ROUND_FLOOR if least else ROUND_HALF_UP
    said = (value / step).quantize(Decimal(1), rounding=rounding) * step
    if said == value:
        return value, ALWAYS if least else EXACT
    if least:
        return said, ALWAYS_OVER
    return said, ALMOST if said > value else OVER


def least_word(word: str, occasions: int) -> str:
    """The word that is true of a minimum: "luôn" needs more than one occasion, and a step that lies below it.

    Without a step nothing is said of the others but that none is lower: "thấp nhất đạt 92,5%".
    """
    if occasions == 1:
        return MORE_THAN if word == ALWAYS_OVER else EXACT
    return LEAST if word == ALWAYS else word


def stage_of(day: dt.date) -> dt.date:
    """The first day of the five years that the day lies in, as terms run: 2021–2025, 2026–2030."""
    return dt.date(day.year - (day.year - 1) % 5, 1, 1)


def must_keep_stages(heads_the_tree: bool) -> None:
    """From which day everybody counts is said by those who act for the whole tree."""
    if not heads_the_tree:
        raise NotAllowed(_("Giai đoạn tính lũy kế do cấp cao nhất trong hệ thống đặt."))


def must_be_a_stage(starts: dt.date, ends: dt.date | None) -> None:
    """A stage ends after it starts."""
    if ends and ends <= starts:
        raise BadInput(_("Ngày cuối phải sau ngày đầu của giai đoạn."), "last_day")


def sum_word(words: list[str]) -> str:
    """The word that is true of a sum of numbers said with these words: over + over is over, over + almost about."""
    inexact = {word for word in words if word not in SILENT_WORDS}
    if not inexact:
        return EXACT
    if len(inexact) == 1:
        return inexact.pop()
    return OVER if inexact == {OVER, MORE_THAN} else ABOUT


def percent(numerator: Decimal | int, denominator: Decimal | int) -> Decimal | None:
    """Per cent with two decimals; None when there is nothing to divide by."""
    if not denominator:
        return None
    share = Decimal(numerator) * 100 / Decimal(denominator)
    return share.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


@dataclass(frozen=True)
class Stock:
    """Dossiers of a period: what was there, what came, what was resolved and how, what is still open."""

    opening: int
    received: int
    early: int
    on_time: int
    late: int
    pending: int

    @property
    def resolved(self) -> int:
        """Early, on time and late together."""
        return self.early + self.on_time + self.late

    @property
    def on_time_share(self) -> Decimal | None:
        """Early and on time ÷ *resolved*, never ÷ received: what is still open is not yet late."""
        return percent(self.early + self.on_time, self.resolved)

    @property
    def gap(self) -> int:
        """Opening + received − resolved − pending: 0 when the figures agree."""
        return self.opening + self.received - self.resolved - self.pending
