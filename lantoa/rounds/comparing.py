"""Units beside each other, month by month: who has sent, met and planned in time, who late, who not at all."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Count, Min
from django.db.models.functions import Substr
from django.utils.translation import gettext as _

from lantoa.foundation.dates import Period, next_month
from lantoa.foundation.text import title_key
from lantoa.meetings.models import Meeting
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.organisation.sectors import block_of, blocks_among
from lantoa.people.actors import Actor
from lantoa.people.rules import falls_due
from lantoa.programme import rules as programme
from lantoa.programme.models import Plan
from lantoa.rounds import rules
from lantoa.rounds.models import Answer
from lantoa.rounds.words import State

# From the best to the worst: what stands in a square is the worst of what was due there.
NONE, NOT_DUE, FULL, LATE, TO_SEE, MISSING = "none", "not_due", "full", "late", "to_see", "missing"
ORDER = [NONE, NOT_DUE, FULL, LATE, TO_SEE, MISSING]
COLOURS = {FULL: "ok", LATE: "lt", TO_SEE: "rv", MISSING: "no"}
ROUNDS, MEETINGS, PLANS = "so-lieu", "sinh-hoat", "ke-hoach"
PLAN_MONTH = 3  # the plan of the year is written in its first quarter


@dataclass(frozen=True)
class Mark:
    """What one thing that was due says of a month; `days` late, `url` where it is read."""

    state: str
    said: str
    days: int = 0
    url: str = ""

    @property
    def css(self) -> str:
        """Its colour."""
        return COLOURS.get(self.state, "nd")


@dataclass(frozen=True)
class Square:
    """One unit in one month: the worst of its marks, and all of them in words."""

    marks: tuple[Mark, ...] = ()

    @property
    def worst(self) -> Mark:
        """What the square shows."""
        return max(self.marks, key=lambda mark: (ORDER.index(mark.state), mark.days), default=Mark(NONE, ""))

    @property
    def said(self) -> str:
        """Every mark in words."""
        return "; ".join(mark.said for mark in self.marks)

    @property
    def is_due(self) -> bool:
        """Whether its day has come."""
        return self.worst.state not in (NONE, NOT_DUE)

    @property
    def is_in_time(self) -> bool:
        """Whether everything was there by its day."""
        return self.is_due and all(mark.state != MISSING and not mark.days for mark in self.marks)


@dataclass(frozen=True)
class Row:
    """One unit and its twelve months."""

    place: Placement
    squares: tuple[Square, ...]

    @property
    def due(self) -> int:
        """How many of its months are due."""
        return sum(square.is_due for square in self.squares)

    @property
    def in_time(self) -> int:
        """In how many of them everything was there by its day."""
        return sum(square.is_in_time for square in self.squares)

    @property
    def missing(self) -> int:
        """In how many something is missing."""
        return sum(square.worst.state == MISSING for square in self.squares)


@dataclass(frozen=True)
class Year:
    """The units directly below one unit in one year; whoever lacks something in the last month due stands first."""

    unit: Unit
    year: int
    rows: list[Row] = field(default_factory=list)
    month: int = 0  # the last month of which something is due; 0 for none

    @property
    def lacking(self) -> list[Row]:
        """Who lacks something in that month."""
        return [row for row in self.rows if self.month and row.squares[self.month - 1].worst.state == MISSING]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was due all year."""
        return not self.month

    @property
    def blocks(self) -> list[tuple[str, str]]:
        """(code, name) of the blocks among its units."""
        return blocks_among(row.place.name for row in self.rows)

    def of_block(self, code: str) -> Year:
        """Only the units of that block; all of them for ""."""
        rows = [row for row in self.rows if not code or block_of(row.place.name) == code]
        return replace(self, rows=rows)


Marks = dict[str, dict[int, list[Mark]]]  # path of the child → month → its marks


def year_of(unit: Unit, year: int, actor: Actor, only: str = "") -> Year:
    """The twelve months of every unit directly below, by the tree of the actor's day; `only` rounds, meetings or plans.

    A few queries, whatever the number of units.
    """
    places = list(organisation.children(unit, actor.on))
    here = organisation.placement(unit, actor.on)
    if not places or here is None:
        return Year(unit, year)
    marks: Marks = defaultdict(lambda: defaultdict(list))
    for kind, found in ((ROUNDS, _rounds), (MEETINGS, _meetings), (PLANS, _plans)):
        if only in ("", kind):
            for path, month, mark in found(here, places, year, actor):
                marks[path][month].append(mark)
    rows = [Row(one, tuple(Square(tuple(marks[one.path][m])) for m in range(1, 13))) for one in places]
    month = max((n for row in rows for n, one in enumerate(row.squares, 1) if one.is_due), default=0)
    rows.sort(key=lambda row: _order(row, month))
    return Year(unit, year, rows, month)


def _order(row: Row, month: int) -> tuple[Any, ...]:
    is_lacking = bool(month) and row.squares[month - 1].worst.state == MISSING
    return not is_lacking, -row.missing, title_key(row.place.name)


Found = Iterator[tuple[str, int, Mark]]


def _rounds(here: Placement, places: Iterable[Placement], year: int, actor: Actor) -> Found:
    """Of each round whose period ends in the year, what the children were asked."""
    below = Placement.objects.on(actor.on).filter(parent=here.unit_id).values("unit_id")
    asked = Answer.objects.standing().filter(unit__in=below).exclude(round__state=State.WITHDRAWN)
    span = Period.year(year)
    asked = asked.filter(round__ends__gt=span.starts + dt.timedelta(days=1), round__ends__lte=span.ends)
    paths = {place.unit_id: place.path for place in places}
    for one in asked.select_related("round"):
        yield paths[one.unit_id], one.round.period.last_day.month, _mark_of(one, actor.on)


def _mark_of(one: Answer, on: dt.date) -> Mark:
    title, url = one.round.title, one.get_absolute_url()
    if one.is_told:
        late = _("%(title)s: gửi trễ %(n)s ngày") % {"title": title, "n": one.days_late}
        said = late if one.days_late else _("%(title)s: đã gửi đúng hạn") % {"title": title}
        if one.status == rules.SENT:
            return Mark(TO_SEE, _("%(said)s, chờ nhận") % {"said": said}, one.days_late, url)
        return Mark(LATE if one.days_late else FULL, said, one.days_late, url)
    if one.round.due_on < on or not one.round.is_open:
        return Mark(MISSING, _("%(title)s: quá hạn chưa gửi") % {"title": title}, 0, url)
    return Mark(NOT_DUE, _("%(title)s: chưa đến hạn") % {"title": title}, 0, url)


def _meetings(here: Placement, places: Iterable[Placement], year: int, actor: Actor) -> Found:
    """Of each month that is over, how many of the cells met regularly.

    What lies before the first meeting that anybody below wrote down, or before the office began, is not known here,
    and nobody's lack; nor is what a cell founded in the course of a month had to record of it.
    """
    on = actor.on
    began = _first_met(here, year, on)
    if began is None:
        return
    cells, met = _cells(here, on), _met(here, year, on)
    for place in places:
        for month in range(1, 13):
            starts = dt.date(year, month, 1)
            ends = next_month(starts)
            due = sum(n for since, n in cells.get(place.path, []) if since <= starts)
            if due and began < ends <= on:
                n = min(met.get((place.path, month), 0), due)
                said = _("%(n)s/%(due)s chi bộ ghi sinh hoạt thường kỳ") % {"n": n, "due": due}
                yield place.path, month, _mark_of_month(n == due, said, starts, actor.since)


def _mark_of_month(is_full: bool, said: str, starts: dt.date, since: dt.date | None) -> Mark:
    if is_full or falls_due(starts, since):
        return Mark(FULL if is_full else MISSING, said)
    return Mark(NOT_DUE, _("%(said)s, trước khi dùng hệ thống") % {"said": said})


def _first_met(here: Placement, year: int, on: dt.date) -> dt.date | None:
    """The day of the first regular meeting that anybody below wrote down; that of the year's beginning if earlier."""
    starts = Period.year(year).starts
    held: Any = organisation.by_child(Meeting.objects.regular(), here.path, on=on).order_by()
    if held.filter(held_on__lt=starts).exists():
        return starts
    first: dt.date | None = held.aggregate(first=Min("held_on"))["first"]
    return first


def _cells(here: Placement, on: dt.date) -> dict[str, list[tuple[dt.date, int]]]:
    """child → (since when they stand, how many cells)."""
    cells = Placement.objects.on(on).under(here.path).filter(unit__level=Unit.Level.CELL)
    child = cells.annotate(child=Substr("path", 1, len(here.path) + organisation.STEP))
    since = child.annotate(since=Min("unit__placements__starts")).values_list("child", "since")
    found: dict[str, list[tuple[dt.date, int]]] = defaultdict(list)
    for path, day in since:
        found[path].append((day, 1))
    return found


def _met(here: Placement, year: int, on: dt.date) -> dict[tuple[str, int], int]:
    span = Period.year(year)
    held = Meeting.objects.filter(
        kind=Meeting.Kind.REGULAR,
        held_on__gte=span.starts,
        held_on__lt=span.ends,
        unit__level=Unit.Level.CELL,
    )
    found: Any = organisation.by_child(held, here.path, on=on).order_by()
    rows = found.values_list("child", "held_on__month")
    return {(path, month): n for path, month, n in rows.annotate(n=Count("unit", distinct=True))}


def _plans(here: Placement, places: Iterable[Placement], year: int, actor: Actor) -> Found:
    """Whether committees issued the plan of the year in its first quarter."""
    on = actor.on
    span, due = Period.year(year), next_month(dt.date(year, PLAN_MONTH, 1))
    below = Placement.objects.on(on).filter(parent=here.unit_id).values("unit_id")
    plans = Plan.objects.of_year().issued().filter(unit__in=below, starts__lt=span.ends, ends__gt=span.starts)
    first = dict(plans.order_by().values_list("unit_id").annotate(first=Min("issued_on")))
    # Where nobody wrote one down for the year, or the office began since, nothing is known of it.
    last_day = due - dt.timedelta(days=1)
    is_known = bool(first) and falls_due(last_day, actor.since)
    for place in places:
        if place.unit.level not in (Unit.Level.GRASSROOTS, Unit.Level.SUPERIOR):
            continue
        issued = first.get(place.unit_id)
        if issued is not None:
            how = programme.how_issued(issued, last_day, on, actor.since)
            days = (issued - last_day).days if how == programme.LATE else 0
            said = _("kế hoạch năm ban hành ngày %(day)s") % {"day": f"{issued:%d/%m/%Y}"}
            yield place.path, PLAN_MONTH, Mark(LATE if days else FULL, said, days)
        elif due <= on and is_known:
            yield place.path, PLAN_MONTH, Mark(MISSING, _("chưa ban hành kế hoạch năm"))
        elif due > on:
            yield place.path, PLAN_MONTH, Mark(NOT_DUE, _("kế hoạch năm chưa đến hạn"))
