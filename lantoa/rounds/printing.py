"""One A4 page before a meeting: what moves, what is stuck, what waits for a decision, one practice worth a visit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from lantoa.figures.catalogue import catalogue
from lantoa.figures.declared import figures
from lantoa.figures.figure import NUMBER, Figure
from lantoa.figures.measure import IN_PERIOD
from lantoa.foundation.dates import Period
from lantoa.foundation.numbers import show
from lantoa.foundation.waiting import Waiting, all_waiting
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.practices.models import Practice
from lantoa.practices.words import RUNNING
from lantoa.rounds.comparing import Year, year_of
from lantoa.statistics import queries as statistics

DAYS, MOST = 30, 3


@dataclass(frozen=True)
class Line:
    """One thing in a sentence, what stands behind it, and where it opens."""

    title: str
    note: str
    url: str


@dataclass(frozen=True)
class Decision:
    """One thing that waits for the reader's word."""

    waiting: Waiting
    unit_name: str
    days: int


@dataclass(frozen=True)
class BeforeMeeting:
    """Everything on the page; `cards` are those of the overview."""

    cards: list[statistics.Card]
    decisions: list[Decision]
    waiting: int
    moving: list[Line]
    stuck: list[Line]
    practice: Practice | None
    practice_at: str
    adopted: int
    year: Year


def before_meeting(unit: Unit, actor: Actor) -> BeforeMeeting:
    """The page for this unit and who reads it, on her day."""
    on = actor.on
    found = statistics.overview(unit, Period.year(on.year), today=on)
    year = year_of(unit, on.year, actor)
    waiting = all_waiting(actor)
    changes = list(_changes(unit, on))
    moving = [line for grew, line in changes if grew > 0]
    falling = [line for grew, line in changes if grew < 0]
    practice, adopted = _practice(unit, actor)
    return BeforeMeeting(
        cards=found.cards[:4],
        decisions=_decisions(waiting[:MOST], on),
        waiting=len(waiting),
        moving=moving[:MOST],
        stuck=[*_stuck(found, year), *falling][:MOST],
        practice=practice,
        practice_at=organisation.name_of(practice.unit, on) if practice else "",
        adopted=adopted,
        year=year,
    )


def _decisions(waiting: list[Waiting], on: dt.date) -> list[Decision]:
    names = organisation.names_of({one.unit_id for one in waiting}, on)
    return [Decision(one, names.get(one.unit_id, ""), max(0, (on - one.since).days)) for one in waiting]


def _changes(unit: Unit, on: dt.date) -> Iterator[tuple[int, Line]]:
    """What was recorded in the last thirty days against the thirty before, the largest change first."""
    now = Period(on - dt.timedelta(days=DAYS - 1), on + dt.timedelta(days=1))
    before = Period(now.starts - dt.timedelta(days=DAYS), now.starts)
    wanted = [code for card in statistics.CARDS for code in (card.code, *card.beside) if _happens(code)]
    codes = list(dict.fromkeys(wanted))
    pairs = zip(
        figures(codes, unit=unit, period=now, on=on),
        figures(codes, unit=unit, period=before, on=on),
        strict=True,
    )
    told = [(one, other) for one, other in pairs if one.kind == NUMBER and one.exact != other.exact]
    told.sort(key=lambda pair: -abs(_grew(*pair)))
    for one, other in told:
        yield int(_grew(one, other)), _line(one, other)


def _grew(now: Figure, before: Figure) -> Decimal:
    return (now.exact or Decimal(0)) - (before.exact or Decimal(0))


def _happens(code: str) -> bool:
    measure = catalogue().get(code)
    return measure is not None and measure.meaning == IN_PERIOD


def _line(now: Figure, before: Figure) -> Line:
    title = _("%(label)s: %(n)s trong %(days)s ngày qua") % {
        "label": now.label,
        "n": _known(now),
        "days": DAYS,
    }
    note = _("%(days)s ngày trước đó: %(n)s") % {"days": DAYS, "n": _known(before)}
    return Line(title, note, now.url)


def _known(figure: Figure) -> str:
    """A nought of thirty days is what nobody wrote down."""
    return show(figure.exact) if figure.exact else _("chưa ghi")


def _stuck(found: statistics.Overview, year: Year) -> Iterator[Line]:
    """Who has not sent in the month due last, and where most fall away on the way to a result."""
    if lacking := year.lacking:
        names = ", ".join(row.place.name for row in lacking[:MOST])
        title = _("%(n)s đơn vị còn thiếu tháng %(month)s") % {"n": len(lacking), "month": year.month}
        yield Line(title, names, "")
    if worst := found.most_lost:
        title = _("%(n)s bản chưa đến bước “%(stage)s”") % {"n": show(worst.lost), "stage": worst.title}
        yield Line(title, _("nhiều nhất trên đường từ đăng ký đến kết quả"), worst.figure.url)


def _practice(unit: Unit, actor: Actor) -> tuple[Practice | None, int]:
    """The running practice that the overview shows, and how many places keep it; else the one begun last."""
    on = actor.on
    far = statistics.farthest(unit, actor, on)
    if far and far.practice.status == RUNNING:
        return far.practice, far.running
    seen = Practice.objects.visible_to(actor).values("pk")
    running = organisation.within(Practice.objects.running_on(on).filter(pk__in=seen), unit, on=on)
    return running.order_by("-registered_on", "pk").select_related("unit").first(), 0
