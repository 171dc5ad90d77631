"""Questions about meetings: the year of a cell, who is due to attend, who has not met."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from lantoa.foundation.dates import Period
from lantoa.meetings import rules
from lantoa.meetings.models import (
    Appointment,
    AppointmentQuerySet,
    Conclusion,
    ConclusionQuerySet,
    Meeting,
    MeetingQuerySet,
    OtherAnswer,
    ScoreRule,
)
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.people.models import Beginning, Membership
from lantoa.people.rules import falls_due
from lantoa.programme.models import Theme
from lantoa.readings.models import Reading

if TYPE_CHECKING:
    from lantoa.people.actors import Actor

HELD, MISSING, NOW, LATER, BEFORE = "held", "missing", "now", "later", "before"


@dataclass
class Stretch:
    """A month or a quarter of a unit's year: what was held in it and how it stands."""

    period: Period
    meetings: list[Meeting] = field(default_factory=list)
    others: list[Meeting] = field(default_factory=list)
    state: str = LATER

    @property
    def code(self) -> str:
        """ "2026-11"."""
        return self.period.code


def due_to_attend(unit: Unit, on: dt.date) -> QuerySet[Membership]:
    """The members of the cell who are due that day, in the order of their names."""
    found = Membership.objects.on(on).due_to_attend().filter(unit=unit)
    return found.select_related("person").order_by("person__sort_key", "pk")


def due_and_exempt(unit: Unit, on: dt.date) -> tuple[set[int], int]:
    """Keys of the people who are due that day, and how many are exempt; asked together."""
    here = Membership.objects.on(on).filter(unit=unit).values_list("person_id", "status")
    due = {person for person, status in here if status in Membership.DUE}
    return due, sum(status == Membership.Status.EXEMPT for _person, status in here)


def meets_monthly(unit: Unit, on: dt.date) -> bool:
    """Whether members meet in this very unit: a cell, or a grassroots cell without cells below."""
    return unit.level == Unit.Level.CELL or due_to_attend(unit, on).exists()


def meetings_of(unit: Unit, year: int, on: dt.date) -> MeetingQuerySet:
    """The meetings of the very unit, and of those it continues, in a year."""
    found = Meeting.objects.in_period(Period.year(year)).select_related("theme")
    return organisation.within(found, unit, on=on, only_itself=True).order_by("held_on", "pk")


def months_of(unit: Unit, year: int, actor: Actor) -> tuple[list[Stretch], list[Stretch]]:
    """(twelve months with their regular meetings, four quarters with their thematic ones), in two queries."""
    held = list(meetings_of(unit, year, actor.on))
    months = [Stretch(Period.months(year, month, 1)) for month in range(1, 13)]
    quarters = [Stretch(Period.months(year, month, 3)) for month in (1, 4, 7, 10)]
    for meeting in held:
        month, quarter = months[meeting.held_on.month - 1], quarters[(meeting.held_on.month - 1) // 3]
        if meeting.kind == Meeting.Kind.REGULAR:
            month.meetings.append(meeting)
        else:
            month.others.append(meeting)
        if meeting.kind == Meeting.Kind.THEMATIC or meeting.combined:
            quarter.meetings.append(meeting)
    for stretch in months + quarters:
        stretch.state = _state(stretch, actor.on, actor.since)
    return months, quarters


def _state(stretch: Stretch, today: dt.date, since: dt.date | None) -> str:
    if stretch.meetings:
        return HELD
    if stretch.period.contains(today):
        return NOW
    if not falls_due(stretch.period.starts, since):
        return BEFORE
    return MISSING if stretch.period.ends <= today else LATER


def cells_without_meeting(unit: Unit, month: Period, today: dt.date) -> tuple[QuerySet[Placement], int, int]:
    """(the cells under the unit that have recorded no regular meeting in the month, how many, of how many).

    Asked is who stood, in an office that had begun, when the month did.
    """
    on = min(month.last_day, today)
    asked = Beginning.objects.in_use_on(month.starts)
    stood = Exists(Placement.objects.on(month.starts).filter(unit=OuterRef("unit")))
    cells = organisation.subtree(unit, on).filter(stood, asked, unit__level=Unit.Level.CELL)
    without = ~Exists(Meeting.objects.regular().in_period(month).filter(unit=OuterRef("unit")))
    counted = cells.aggregate(cells=Count("pk"), missing=Count("pk", filter=without))
    return cells.filter(without).select_related("unit"), counted["missing"], counted["cells"]


def regular_in_month_of(meeting: Meeting) -> bool:
    """Whether the unit has a regular meeting in the month of this one."""
    month = Period.months(meeting.held_on.year, meeting.held_on.month, 1)
    return Meeting.objects.regular().in_period(month).filter(unit=meeting.unit_id).exists()


def regular_days(unit: Unit, year: int, on: dt.date) -> list[dt.date]:
    """The days of the year's regular meetings."""
    found = meetings_of(unit, year, on).filter(kind=Meeting.Kind.REGULAR)
    return list(found.values_list("held_on", flat=True))


def thematic_in(unit: Unit, period: Period, on: dt.date) -> bool:
    """Whether the unit has held a thematic meeting in the period."""
    found = Meeting.objects.thematic().in_period(period)
    return organisation.within(found, unit, on=on, only_itself=True).exists()


def last_like(unit: Unit, kind: str, before: dt.date) -> Meeting | None:
    """The latest meeting of the kind in the unit: where and when it was is most often so again."""
    return Meeting.objects.filter(unit=unit, kind=kind, held_on__lt=before).order_by("-held_on").first()


def to_be_posted(unit: Unit, today: dt.date, within: int = 30) -> list[Meeting]:
    """Recent meetings whose results belong on the handbook and are not recorded as posted."""
    since = today - dt.timedelta(days=within)
    found = Meeting.objects.of_members().filter(held_on__gte=since, posted_to_handbook_at__isnull=True)
    here = organisation.within(found, unit, on=today, only_itself=True).order_by("held_on")
    return [meeting for meeting in here if rules.waits_to_be_posted(meeting)]


RECENT, RECENT_DAYS = 6, 120


def recent(unit: Unit, on: dt.date) -> list[Meeting]:
    """The unit's own last meetings, flag salutes left out: what was decided was decided at one of them."""
    held = Meeting.objects.filter(unit=unit, held_on__lte=on, held_on__gt=on - dt.timedelta(days=RECENT_DAYS))
    return list(held.exclude(kind=Meeting.Kind.FLAG)[:RECENT])


def meeting_of(unit: Unit, held_on: dt.date, minutes_number: str) -> Meeting | None:
    """The recorded meeting with these minutes, or the one of that day whose minutes have no number yet."""
    held = Meeting.objects.filter(unit=unit, held_on=held_on).exclude(kind=Meeting.Kind.FLAG)
    named = {one.minutes_number: one for one in held}
    return named.get(minutes_number) or named.get("")


@dataclass(frozen=True)
class Differing:
    """A box of a meeting that two devices filled in differently, in words."""

    answer: OtherAnswer
    label: str
    recorded: str
    said: str


def other_answers(meeting: Meeting, by: Actor) -> list[Differing]:
    """What other devices recorded differently of the meeting, beside what is recorded."""
    found = (
        OtherAnswer.objects.visible_to(by).filter(meeting=meeting).select_related("person", "meeting__theme")
    )
    reasons = {one.person_id: rules.code_of(one.with_reason, one.reason) for one in meeting.absences.all()}
    return [_of_person(one, reasons) if one.person else _of_box(one) for one in found]


def _of_person(one: OtherAnswer, reasons: dict[int, str]) -> Differing:
    recorded = rules.reason_in_words(reasons.get(one.person_id or 0, ""))
    return Differing(
        one, _("Lý do vắng của %(name)s") % {"name": one.person}, recorded, rules.reason_in_words(one.value)
    )


def _of_box(one: OtherAnswer) -> Differing:
    column: Any = Meeting._meta.get_field(one.box.removesuffix("_id"))
    value = column.to_python(one.value)
    if column.is_relation:
        value = Theme.objects.filter(pk=value).first()
    recorded = getattr(one.meeting, column.name)
    label = str(column.verbose_name)
    return Differing(one, label[:1].upper() + label[1:], _shown(recorded), _shown(value))


def _shown(value: Any) -> str:
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    return "" if value is None else str(value)


# What is to come, and what is still to be done

ASKED_BEFORE = 3  # days before the meeting on which each member is asked how far her work has come
KEPT_OPEN = 366  # days after which a conclusion is no longer brought to the next meeting


def to_come(unit: Unit, on: dt.date, within: int = 60) -> AppointmentQuerySet:
    """The unit's own registered meetings of the next days, the nearest first."""
    last = on + dt.timedelta(days=within)
    return Appointment.objects.filter(unit=unit, held_on__lte=last).to_come(on)


def next_meeting(unit: Unit | None, on: dt.date, within: int = ASKED_BEFORE) -> Appointment | None:
    """The members' meeting that is near enough to be asked about; None when there is none."""
    if unit is None:
        return None
    return to_come(unit, on, within).filter(kind__in=[rules.REGULAR, rules.THEMATIC]).first()


def open_conclusions(unit: Unit, on: dt.date) -> ConclusionQuerySet:
    """What the unit's own meetings of the last year left to be done, the nearest deadline first."""
    since = on - dt.timedelta(days=KEPT_OPEN)
    found = Conclusion.objects.open_on(on).filter(meeting__unit=unit, meeting__held_on__gte=since)
    return found.select_related("meeting", "owner")


def names_due(unit: Unit, on: dt.date) -> dict[str, int]:
    """Full name → person, of who is due that day and bears her name alone."""
    found: dict[str, int] = {}
    doubled = set()
    for member in due_to_attend(unit, on):
        name = member.person.full_name
        doubled |= {name} if name in found else set()
        found[name] = member.person_id
    return {name: key for name, key in found.items() if name not in doubled}


def score_rule(on: dt.date) -> ScoreRule | None:
    """The rule of scoring in force that day."""
    return ScoreRule.objects.on(on).first()


def last_before(meeting: Meeting) -> Meeting | None:
    """The unit's last members' meeting before this one."""
    earlier = Meeting.objects.filter(unit=meeting.unit_id, kind=meeting.kind, held_on__lt=meeting.held_on)
    return earlier.order_by("-held_on").first()


def schedule_of(
    unit: Unit, month: Period, on: dt.date
) -> list[tuple[Placement, Appointment | None, int | None]]:
    """Every cell below with its registered regular meeting of the month, or none, and how many members are due; None
    where nobody has entered its list.
    """
    cells = organisation.subtree(unit, on).filter(unit__level=Unit.Level.CELL).select_related("unit")
    known: dict[int, Appointment] = {}
    inside = Appointment.objects.in_period(month).filter(kind=rules.REGULAR, unit__in=cells.values("unit_id"))
    for one in inside:
        known.setdefault(one.unit_id, one)
    due = Membership.objects.on(on).due_to_attend().filter(unit__in=cells.values("unit_id"))
    counted = dict(due.values_list("unit_id").annotate(n=Count("pk")).order_by())
    return [(place, known.get(place.unit_id), counted.get(place.unit_id)) for place in cells.order_by("path")]


def stories_not_told(unit: Unit, on: dt.date) -> QuerySet[Reading]:
    """Stories that the unit may tell and has not told yet, in the order of their titles."""
    told = Meeting.objects.filter(unit=unit, story=OuterRef("title"))
    return Reading.objects.for_unit(unit, on).stories().filter(~Exists(told))
