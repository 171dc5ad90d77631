"""The line from the start to the target, planned and real, drawn on the server: places in a box of 620 × 286."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, log10

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from lantoa.breakthroughs.models import Breakthrough
from lantoa.breakthroughs.queries import Quarter
from lantoa.foundation.dates import ROMAN, show_date
from lantoa.foundation.drawing import path, scale
from lantoa.foundation.numbers import show

LEFT, RIGHT, TOP, BOTTOM = 46.0, 516.0, 22.0, 246.0
MOST_LABELS = 8


@dataclass(frozen=True)
class Point:
    """One value. Places are text, so that no language puts a comma into them."""

    x: str
    y: str
    said: str
    label_x: str
    label_y: str


@dataclass(frozen=True)
class Step:
    """One quarter for a phone and for the table: the numbers in words, and a bar with the plan across it."""

    label: str
    planned: str
    real: str
    bar: SafeString


@dataclass(frozen=True)
class Chart:
    """Everything the template draws."""

    ticks: list[Point]
    days: list[Point]
    planned: list[Point]
    real: list[Point]
    described: str
    steps: list[Step]

    @property
    def planned_path(self) -> str:
        """The dashed line."""
        return path((point.x, point.y) for point in self.planned)

    @property
    def real_path(self) -> str:
        """The full line."""
        return path((point.x, point.y) for point in self.real)


def step_for(span: Decimal) -> Decimal:
    """A round distance between lines so that about four of them cover the span: 214 → 60."""
    if span <= 0:
        return Decimal(1)
    rough = span / 4
    ten = Decimal(10) ** (ceil(log10(rough)) - 1)
    return next(
        size * ten
        for size in map(Decimal, ("1", "1.5", "2", "3", "4", "5", "6", "8", "10"))
        if size * ten >= rough
    )


def chart(breakthrough: Breakthrough, lines: Sequence[Quarter]) -> Chart | None:
    """The drawing, once there is a start, a target and at least one number reported; None before."""
    start, target = breakthrough.start_value, breakthrough.target_value
    reported = [(i, line.report.value) for i, line in enumerate(lines, 1) if line.report]
    real = [(i, value) for i, value in reported if value is not None]
    if start is None or target is None or not real:
        return None
    planned = [(i, line.planned_value) for i, line in enumerate(lines, 1) if line.planned_value is not None]
    plan = [(0, start), *((i, value) for i, value in planned if value is not None)]
    if plan[-1][0] < len(lines):
        plan.append((len(lines), target))
    real = [(0, start), *real]
    return _Frame(breakthrough, lines, [value for _place, value in plan + real]).draw(plan, real)


class _Frame:
    """Where a quarter and a value lie in the box."""

    def __init__(self, breakthrough: Breakthrough, lines: Sequence[Quarter], values: list[Decimal]) -> None:
        self.breakthrough, self.lines = breakthrough, lines
        low, high = min(Decimal(0), *values), max(Decimal(0), *values)
        self.step = step_for(high - low)
        self.low = (low / self.step).to_integral_value(rounding="ROUND_FLOOR") * self.step
        self.high = max(
            (high / self.step).to_integral_value(rounding="ROUND_CEILING") * self.step, self.low + self.step
        )
        self.x = scale(0, len(lines), LEFT, RIGHT)
        self.y = scale(self.low, self.high, BOTTOM, TOP)
        self._share = scale(self.low, self.high, 0, 100)

    def point(self, place: int, value: Decimal, said: str, dx: float = 0, dy: float = 0) -> Point:
        x, y = self.x(place), self.y(value)
        return Point(f"{x:.1f}", f"{y:.1f}", said, f"{x + dx:.1f}", f"{y + dy:.1f}")

    def draw(self, plan: list[tuple[int, Decimal]], real: list[tuple[int, Decimal]]) -> Chart:
        """All the points, and the same in a sentence for who does not see it."""
        known = dict(real)
        ticks = int((self.high - self.low) / self.step)
        heights = [self.low + self.step * number for number in range(ticks + 1)]
        said = _("Kế hoạch %(plan)s; thực tế %(real)s.") % {
            "plan": ", ".join(show(value) for _place, value in plan),
            "real": ", ".join(show(value) for _place, value in real),
        }
        return Chart(
            [self.point(0, height, show(height), dx=-8, dy=4) for height in heights],
            self._days(),
            # Where the two lines meet one number is enough.
            [self.point(i, v, "" if known.get(i) == v else show(v), dy=20) for i, v in plan],
            [self.point(i, v, show(v), dx=10, dy=-11) for i, v in real],
            said,
            [self._step(line) for line in self.lines],
        )

    def _step(self, line: Quarter) -> Step:
        real = line.report.value if line.report else None
        return Step(
            capfirst(line.short_label),
            "" if line.planned_value is None else show(line.planned_value),
            "" if real is None else show(real),
            self._bar(real, line.planned_value),
        )

    def _bar(self, real: Decimal | None, planned: Decimal | None) -> SafeString:
        """From zero to the number, on the scale of the large drawing."""
        zero = self._share(Decimal(0))
        parts = [format_html('<rect class="bg" width="{}" height="8"/>', 100)]
        if real is not None:
            left, right = sorted((zero, self._share(real)))
            parts.append(
                format_html(
                    '<rect class="is" x="{}" width="{}" height="8"/>', f"{left:.1f}", f"{right - left:.1f}"
                )
            )
        if planned is not None:
            place = min(98.8, self._share(planned))
            parts.append(format_html('<rect class="to" x="{}" width="1.2" height="8"/>', f"{place:.1f}"))
        return format_html(
            '<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">{}</svg>',
            format_html_join("", "{}", ((part,) for part in parts)),
        )

    def _days(self) -> list[Point]:
        every = ceil(len(self.lines) / MOST_LABELS)
        names = [(0, show_date(self.breakthrough.starts))]
        one_year = self.lines[0].year == self.lines[-1].year
        for place, line in enumerate(self.lines, 1):
            if place % every == 0:
                quarter = ROMAN[line.quarter]
                names.append(
                    (place, _("Quý %s") % quarter if one_year else f"{quarter}/{line.year % 100:02d}")
                )
        return [self.point(place, self.low, name) for place, name in names]
