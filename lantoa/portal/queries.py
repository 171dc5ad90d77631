"""What the hall asks of every room and of the history."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from django.db.models import CharField, Count, DateField, IntegerField, Max, QuerySet, Value
from django.db.models.functions import Cast

from lantoa.figures import declared
from lantoa.figures.catalogue import catalogue
from lantoa.figures.figure import Figure
from lantoa.figures.unknown import stated_of
from lantoa.foundation import clock
from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import Period
from lantoa.foundation.gathering import gather
from lantoa.foundation.models import Event
from lantoa.foundation.my_year import Part
from lantoa.foundation.todo import DONE, LATER, TODO, Todo
from lantoa.foundation.told import all_told
from lantoa.foundation.waiting import Kind, Waiting, all_waiting
from lantoa.messages.models import Message
from lantoa.organisation.models import Placement, Unit
from lantoa.people.actors import Actor
from lantoa.programme.models import Programme

FAR_OFF = dt.date.max
AT_THE_DRAFT = "#nhap"  # where a page shows what was typed and not sent
# The year in a few numbers, beside the work. Small units only: a province's numbers take longer to count.
SMALL = ("cell", "section", "grassroots")
GLANCE = (
    "registrations.share_of_members",
    "registrations.with_progress",
    "meetings.held",
    "practices.registered",
    "breakthroughs.registered",
)


STRETCH = 50_000  # acts of the country that are walked through for the newest of a province
MOST_AT_ONCE = 7  # more than that is no list of what to do next


@dataclass(frozen=True)
class Work:
    """What one person has to do today, in the order to do it."""

    todo: list[Todo]
    later: list[Todo]
    done: list[Todo]

    @property
    def minutes(self) -> int:
        """An honest guess for everything under `todo`."""
        return sum(task.minutes for task in self.todo)

    @property
    def first(self) -> list[Todo]:
        """What is shown at once."""
        return self.todo[:MOST_AT_ONCE]

    @property
    def rest(self) -> list[Todo]:
        """What opens behind "và n việc nữa"."""
        return self.todo[MOST_AT_ONCE:]

    @property
    def next_opening(self) -> dt.date | None:
        """When the next locked task opens."""
        return min((task.due for task in self.later if task.due), default=None)


def work_of(actor: Actor) -> Work:
    """Gathered from every room's todo.py; the nearest deadline first, those without one last."""
    tasks = [task for room in gather("todo") if hasattr(room, "items") for task in room.items(actor)]
    asked = {task.url for task in tasks}
    # What its room asks for by name and with its deadline is not asked for again as a draft.
    tasks = [task for task in tasks if task.url.removesuffix(AT_THE_DRAFT) not in asked - {task.url}]
    tasks.sort(key=lambda task: task.due or FAR_OFF)
    kept = {state: [task for task in tasks if task.state == state] for state in (TODO, LATER, DONE)}
    return Work(kept[TODO], kept[LATER], kept[DONE])


@dataclass(frozen=True)
class Decisions:
    """What waits for one person's word, the longest waiting first, and how many there are of each kind."""

    everything: list[Waiting]
    kind: str

    @property
    def shown(self) -> list[Waiting]:
        """Those of the kind asked for, or all."""
        return [one for one in self.everything if not self.kind or one.kind.code == self.kind]

    @property
    def kinds(self) -> list[tuple[Kind, int]]:
        """The kinds that are there, and how many of each, in the order in which one meets them."""
        counted = Counter(one.kind for one in self.everything)
        return list(counted.items())


def decisions_of(actor: Actor, kind: str = "") -> Decisions:
    """Gathered from every room's waiting.py; a kind that nobody knows asks for all."""
    found = all_waiting(actor)
    known = {one.kind.code for one in found}
    return Decisions(found, kind if kind in known else "")


def parts_of_year(actor: Actor, year: int) -> list[Part]:
    """What every room knows of the actor's year, in the order to read it."""
    parts = [part for room in gather("my_year") if hasattr(room, "parts") for part in room.parts(actor, year)]
    return sorted(parts, key=lambda part: part.order)


def year_of_unit(actor: Actor, asked: dt.date | None = None) -> list[Figure]:
    """The year of a small unit, up to the day that is asked, in a few numbers that open; nothing for who may not see
    figures."""
    if actor.unit is None or actor.unit.level not in SMALL or not actor.may("figures.view"):
        return []
    codes = [code for code in GLANCE if code in catalogue()]
    on = asked or actor.on
    year = Period.year(on.year)
    period = Period(year.starts, on + dt.timedelta(days=1)) if asked else year
    counted = declared.figures(codes, unit=actor.unit, period=period, on=on)
    return stated_of(counted, actor.unit, period, today=on, on=on)


def closed_rooms(actor: Actor) -> list[str]:
    """Rooms whose contents this actor may not read, by their permission to view.

    An administrator looks after accounts and does not read what members write, in the history either.
    """
    views = {name for room in gather("permissions") for name in room.PERMISSIONS if name.endswith(".view")}
    return sorted(name.removesuffix(".view") for name in views if not actor.may(name))


def events_for(actor: Actor) -> QuerySet[Event]:
    """The acts this actor may read of: one's own, and with history.view those of the units in reach."""
    everything = Event.objects.all()
    return in_any(everything, *_read_by(actor, everything))


def places_acted_at(actor: Actor) -> QuerySet[Placement]:
    """Where the units of those acts stood on any day: the units in reach, and those in which she herself has acted."""
    everywhere = Placement.objects.all()
    own = Event.objects.filter(person_id=actor.person.pk) if actor.person else Event.objects.none()
    mine = everywhere.filter(unit__in=own.order_by().values("unit_id"))
    return in_any(everywhere, actor.in_reach(everywhere), mine)


def newest_for(actor: Actor, among: QuerySet[Event], most: int, before: int | None = None) -> list[Event]:
    """The newest of these acts that this actor may read of, older than `before`.

    Asked for the newest of all that are in reach, a database reads the country's history backwards until it has met so
    many. From a province upwards that is the shorter way while it ends soon: a stretch of it is walked first. Where
    that does not hold enough, and below a province at once, the keys of her own acts and of those in reach are put in
    order by themselves. In the whole country nearly every act is in reach, so all of it is walked then.
    """
    older = among.filter(pk__lt=before) if before else among
    level = actor.unit.level if actor.unit else Unit.Level.CENTRAL
    if level in (Unit.Level.CENTRAL, Unit.Level.PROVINCE):
        last = before or (Event.objects.aggregate(last=Max("pk"))["last"] or 0)
        found = _newest(older.filter(pk__gt=last - STRETCH), actor, most)
        if len(found) == most:
            return found
    if level == Unit.Level.CENTRAL:
        return _newest(older, actor, most)
    first, *others = [one.order_by().values_list("id", flat=True) for one in _read_by(actor, older)]
    keys = first.union(*others).order_by("-id") if others else first.order_by("-id")
    # As a list, and as short as the page: joined with the acts, they would be looked for backwards again.
    return list(Event.objects.filter(pk__in=list(keys[:most])).order_by("-pk"))


def _newest(among: QuerySet[Event], actor: Actor, most: int) -> list[Event]:
    return list(in_any(among, *_read_by(actor, among)).order_by("-pk")[:most])


def _read_by(actor: Actor, everything: QuerySet[Event]) -> list[QuerySet[Event]]:
    """One's own; with history.view also those of the units in reach."""
    own = everything.filter(person_id=actor.person.pk) if actor.person else everything.none()
    if not actor.may("history.view"):
        return [own]
    units = actor.in_reach(Unit.objects.all(), of_unit="pk").values("pk")
    near = everything.filter(unit_id__in=units)
    for room in closed_rooms(actor):
        near = near.exclude(subject_type__startswith=f"{room}.")
    for one in all_told():
        if one.after:  # what can still be undone is read by who did it, and by others afterwards
            near = near.exclude(verb__in=one.verbs, at__gt=clock.now() - one.after)
    return [own, near]


# The frame


@dataclass(frozen=True)
class Around:
    """The programme's full name and its few words, "" before it began; how many messages were not opened."""

    programme_name: str
    slogan: str
    unread: int


def around_page(actor: Actor, on: dt.date) -> Around:
    """What stands around a page of that day; a stranger has no messages."""
    called = Programme.objects.on(on).order_by().values_list("starts", "name", "short_name", _number(0))
    waiting = Message.objects.visible_to(actor).unread()
    counted = (
        waiting.order_by()
        .values_list(Cast(Value(None), DateField()), _text(), _text())
        .annotate(amount=Count("pk", output_field=IntegerField()))
    )
    rows = list(called.union(counted, all=True)) if actor.person else list(called)
    programmes = sorted(row for row in rows if row[0] is not None)
    _starts, name, slogan, _none = programmes[0] if programmes else (None, "", "", 0)
    return Around(name, slogan, sum(row[3] for row in rows))


def _number(value: int) -> Value:
    return Value(value, output_field=IntegerField())


def _text() -> Value:
    return Value("", output_field=CharField())
