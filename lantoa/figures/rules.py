"""What may be said of a number: precision words, rounding in prose, the arithmetic of stock figures."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from lantoa.figures.words import ABOUT, ALMOST, ALWAYS, ALWAYS_OVER, EXACT, MORE_THAN, OVER, SILENT_WORDS


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
