"""What drawings are made of, worked out on the server; each has its numbers in words beside it.

Whole numbers, or text with a point: a comma would break the picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

STEP, RADIUS, COLUMNS, MOST = 12, 4, 15, 45


def path(points: Iterable[tuple[Any, Any]]) -> str:
    """A line through these places."""
    return " ".join(f"{'L' if number else 'M'}{x} {y}" for number, (x, y) in enumerate(points))


def scale(low: Any, high: Any, begin: float, end: float) -> Callable[[Any], float]:
    """Where a value lies: `low` at `begin`, `high` at `end`. The two values must differ."""
    return lambda value: begin + (end - begin) * float((value - low) / (high - low))


@dataclass(frozen=True)
class Dot:
    """One thing counted: where it is drawn and how."""

    x: int
    y: int
    css: str


@dataclass(frozen=True)
class Dots:
    """Dots in rows: those that run, then those that stopped."""

    dots: list[Dot]
    width: int
    height: int
    radius: int = RADIUS


def dots(running: int, stopped: int, *, columns: int = COLUMNS, most: int = MOST) -> Dots:
    """One dot a place; where there are more than `most`, in proportion."""
    all_of_them = running + stopped
    shown = min(all_of_them, most)
    hollow = -(-stopped * shown // all_of_them) if all_of_them else 0
    drawn = [
        Dot(
            number % columns * STEP + STEP // 2,
            number // columns * STEP + STEP // 2,
            "pt" if number < shown - hollow else "pt0",
        )
        for number in range(shown)
    ]
    return Dots(drawn, min(shown, columns) * STEP, -(-shown // columns) * STEP)


@dataclass(frozen=True)
class Stretch:
    """A part of a bar."""

    x: float
    width: float
    css: str
    count: int

    @property
    def middle(self) -> float:
        """Where its number stands."""
        return self.x + self.width / 2


def stretches(kept: int, changed: int, dropped: int, *, width: int = 300) -> list[Stretch]:
    """A bar of three parts side by side: kept, changed, dropped. Empty ones are left out."""
    whole, x, drawn = kept + changed + dropped, 0.0, []
    for count, css in ((kept, "kept"), (changed, "changed"), (dropped, "dropped")):
        if count:
            part = width * count / whole
            drawn.append(Stretch(round(x, 1), round(part, 1), css, count))
            x += part
    return drawn
