"""Where each dot, line and word of a drawing stands. Whole numbers only: a comma would break the picture."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lantoa.adoptions.rules.adopting import months_after
from lantoa.adoptions.rules.spreading import Spot, Spread
from lantoa.adoptions.rules.survival import Fall, Life, share_after, watched_after
from lantoa.foundation.drawing import scale
from lantoa.foundation.numbers import show

WIDTH, TOP = 924, 42
HALF_LINE, HALF_LINE_OF_COLUMNS = 13, 15
LEFT, RIGHT = 76, 178  # room for the name of the origin, and for the names of the last ones
A_NAME = 24  # letters of a name that fit beside its dot
DAYS_A_MONTH = 30.4375
TDP = re.compile("tổ dân phố", re.IGNORECASE)
ENOUGH = 3  # places that must still be watched for the curve to go on


@dataclass(frozen=True, slots=True)
class Tick:
    """A month written above the drawing."""

    x: int
    text: str


@dataclass(frozen=True, slots=True)
class Edge:
    """Who learned from whom; dashed when the learner has stopped."""

    path: str
    stopped: bool


@dataclass(frozen=True, slots=True)
class Dot:
    """A place, or several; its word stands above, at the right, or (for the origin) below."""

    x: int
    y: int
    radius: int
    kind: str
    text: str
    text_x: int
    text_y: int
    anchor: str
    strong: bool
    end_x: int = 0

    @property
    def top(self) -> int:
        """Where the short stroke of a stop begins."""
        return self.y - 4


@dataclass(frozen=True)
class Tree:
    """The drawing of a spread along time."""

    width: int
    height: int
    ticks: Sequence[Tick]
    edges: Sequence[Edge]
    dots: Sequence[Dot]

    @property
    def has_short_words(self) -> bool:
        """Whether a name is written with TDP, which the legend explains."""
        return any("TDP" in dot.text for dot in self.dots)


def tree(spread: Spread, spots: Sequence[Spot], names: Mapping[int, str], began: dt.date) -> Tree:
    """Every place where it stands in time; or, where thousands had to be folded, every generation in a column.

    `names` by key of the place, `began` the day the origin began.
    """
    if any(spot.folded for spot in spots):
        return _by_generation(spread, spots, names)
    return _along_time(spread, spots, names, began)


def _along_time(spread: Spread, spots: Sequence[Spot], names: Mapping[int, str], began: dt.date) -> Tree:
    on = spread.until
    first = min([began, *(place.began for place in spread.places.values())])
    days = max((on - first).days, 30)

    along = scale(0, days, LEFT, WIDTH - RIGHT)

    def x(day: dt.date) -> int:
        return round(along((day - first).days))

    at = [(x(_day(spread, spot, began)), TOP + HALF_LINE * spot.line) for spot in spots]
    dots = [_dot(spread, spot, here, names, x) for spot, here in zip(spots, at, strict=True)]
    return _framed(spread, spots, at, _ticks(first, on, x), dots)


def _by_generation(spread: Spread, spots: Sequence[Spot], names: Mapping[int, str]) -> Tree:
    columns = max(spot.generation for spot in spots)
    width = (WIDTH - LEFT - RIGHT) // columns
    at = [(LEFT + width * spot.generation, TOP + HALF_LINE_OF_COLUMNS * spot.line) for spot in spots]
    told = {
        key: f"{_short(name)}, {spread.places[key].began:%m/%Y}" if key in spread.places else name
        for key, name in names.items()
    }
    dots = [_dot(spread, spot, here, told, None) for spot, here in zip(spots, at, strict=True)]
    heads = [_("nơi khởi đầu"), *(_("lượt %(n)s") % {"n": n} for n in range(1, columns + 1))]
    ticks = [Tick(LEFT + width * n, head) for n, head in enumerate(heads)]
    return _framed(spread, spots, at, ticks, dots)


def _framed(
    spread: Spread,
    spots: Sequence[Spot],
    at: Sequence[tuple[int, int]],
    ticks: Sequence[Tick],
    dots: Sequence[Dot],
) -> Tree:
    edges = [
        Edge(_curve(at[spot.up], here), _stopped(spread, spot))
        for spot, here in zip(spots, at, strict=True)
        if spot.up is not None
    ]
    return Tree(WIDTH, max(y for _x, y in at) + 34, ticks, edges, dots)


def _day(spread: Spread, spot: Spot, began: dt.date) -> dt.date:
    return began if spot.up is None else spread.places[spot.key].began


def _stopped(spread: Spread, spot: Spot) -> bool:
    if spot.up is None:
        return False
    behind = spot.folded or (spot.key,)
    return not any(spread.places[key].goes_on(spread.until) for key in behind)


def _curve(frm: tuple[int, int], to: tuple[int, int]) -> str:
    middle = (frm[0] + to[0]) // 2
    return f"M{frm[0]} {frm[1]}C{middle} {frm[1]} {middle} {to[1]} {to[0]} {to[1]}"


def _dot(
    spread: Spread,
    spot: Spot,
    at: tuple[int, int],
    names: Mapping[int, str],
    x: Callable[[dt.date], int] | None,
) -> Dot:
    """`x` gives the place of a day; None where the drawing knows no time."""
    (left, top), name = at, names.get(spot.key, "")
    name = _short(name) if x else name
    if spot.up is None:
        return Dot(left, top, 8, "pt1", name, left, top + 22, "middle", True)
    if spot.folded:
        return Dot(left, top, 8, "ptn", _folded(spread, spot), left + 13, top + 4, "start", True)
    place = spread.places[spot.key]
    if place.goes_on(spread.until):
        if spot.is_leaf:
            return Dot(left, top, 5, "pt", name, left + 10, top + 4, "start", False)
        return Dot(left, top, 6, "pt", name, left, top - 10, "middle", True)
    end = max(x(place.stopped or spread.until), left + 8) if x else 0
    if spot.is_leaf:
        text = _("%(name)s, dừng %(month)s") % {"name": name, "month": f"{place.stopped:%m/%Y}"}
        return Dot(left, top, 5, "pt0", text, max(end + 6, left + 10), top + 4, "start", False, end)
    return Dot(left, top, 5, "pt0", name, left, top - 10, "middle", False, end)


def _folded(spread: Spread, spot: Spot) -> str:
    stopped = sum(not spread.places[key].goes_on(spread.until) for key in spot.folded)
    text = _("%(many)s nơi nữa") % {"many": show(len(spot.folded))}
    if stopped:
        text = _("%(text)s, dừng %(stopped)s") % {"text": text, "stopped": show(stopped)}
    return text


def _short(name: str) -> str:
    name = TDP.sub("TDP", name)
    return name if len(name) <= A_NAME else name[: A_NAME - 1].rstrip() + "…"


def _ticks(first: dt.date, on: dt.date, x: Callable[[dt.date], int]) -> list[Tick]:
    """At most seven months, evenly apart, the first of them at the left."""
    months = (on.year - first.year) * 12 + on.month - first.month
    step = next(step for step in (1, 2, 3, 6, 12, 24, 60, 120) if months < 7 * step or step == 120)
    begin = first.replace(day=1)
    days = [months_after(begin, n * step) for n in range(months // step + 1)]
    return [Tick(max(x(day), LEFT), f"{day:%m/%Y}") for day in days]


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of the curve with its words."""

    x: int
    y: int
    text: str
    text_y: int


@dataclass(frozen=True)
class Curve:
    """The drawing of how long it lives: 100 % at the left, a step down wherever some stopped."""

    line: str
    area: str
    marks: Sequence[Mark]
    shares: Sequence[Tick]
    watched: Sequence[tuple[int, int, int]]  # x, months, how many are still watched

    @property
    def in_words(self) -> str:
        """Its marks, for who cannot see it."""
        return ", ".join(mark.text for mark in self.marks)


CURVE_LEFT, CURVE_RIGHT, CURVE_TOP, CURVE_BOTTOM = 46, 452, 16, 282


def curve(lives: Sequence[Life], falls: Sequence[Fall]) -> Curve:
    """Drawn as long as enough places are watched, over 12 to 60 months: the fate of the last two is no curve."""
    days = sorted((one.days for one in lives), reverse=True)
    longest = days[min(ENOUGH, len(days)) - 1] / DAYS_A_MONTH if days else 0
    falls = [fall for fall in falls if fall.day <= longest * DAYS_A_MONTH]
    months = min(max(math.ceil(longest / 6) * 6, 12), 60)

    across = scale(0, months * DAYS_A_MONTH, CURVE_LEFT, CURVE_RIGHT)
    down = scale(0, 1, CURVE_BOTTOM, CURVE_TOP)

    def x(days: float) -> int:
        return min(round(across(days)), CURVE_RIGHT)

    def y(share: float) -> int:
        return round(down(share))

    steps = "".join(f"H{x(fall.day)}V{y(float(fall.share))}" for fall in falls)
    line = f"M{CURVE_LEFT} {CURVE_TOP}{steps}H{x(longest * DAYS_A_MONTH)}"
    marks = []
    for lower, (reached, text) in enumerate(
        ((6, _("%(share)s%% sau 6 tháng")), (12, _("%(share)s%% sau 12 tháng")))
    ):
        if longest >= reached:
            share = share_after(falls, round(reached * DAYS_A_MONTH))
            told = text % {"share": show(round(100 * share))}
            # Near the foot, where no line runs; the second word a line above the first.
            marks.append(
                Mark(x(reached * DAYS_A_MONTH), y(float(share)), told, CURVE_BOTTOM - 12 - 22 * lower)
            )
    every = range(0, months + 1, 6 if months <= 36 else 12)
    return Curve(
        line,
        f"{line}V{CURVE_BOTTOM}H{CURVE_LEFT}Z",
        marks,
        [Tick(y(percent / 100), f"{percent}%") for percent in (0, 25, 50, 75, 100)],
        [(x(many * DAYS_A_MONTH), many, watched_after(lives, round(many * DAYS_A_MONTH))) for many in every],
    )
