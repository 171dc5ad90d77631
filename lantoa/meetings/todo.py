"""What meetings ask of a secretary today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.dates import Period, show_date
from lantoa.foundation.text import lower_first
from lantoa.foundation.todo import LATER, Todo
from lantoa.meetings import queries, rules
from lantoa.meetings.models import Appointment, Conclusion
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.rules import falls_due

# Cells meet on the third where they can: nothing is missing before that.
MEETING_DAY = 3
DAYS_TO_PREPARE, DAYS_AHEAD, MOST_GIVEN = 7, 31, 5


def items(actor: Actor) -> Iterator[Todo]:
    """What a meeting gave the person to do; then for those who record the meetings of the unit they act in."""
    yield from _given(actor)
    yield from _of_the_unit(actor)


def _given(actor: Actor) -> Iterator[Todo]:
    if actor.person is None or not actor.may("meetings.attend"):
        return
    mine = Conclusion.objects.visible_to(actor).open_on(actor.on).filter(owner=actor.person)
    for one in mine.select_related("meeting")[:MOST_GIVEN]:
        note = _("Giao tại buổi họp %(day)s") % {"day": show_date(one.meeting.held_on)}
        yield Todo(one.what, one.get_absolute_url(), _("Xem việc"), due=one.due, note=note)


def _to_prepare(coming: Sequence[Appointment], today: dt.date) -> Iterator[Todo]:
    """The sheet writes itself; a week before, there is still time to ask who must be asked."""
    for one in _within(coming, today, DAYS_TO_PREPARE)[:1]:
        title = _("Chuẩn bị %(meeting)s") % {"meeting": lower_first(str(one))}
        yield Todo(title, one.get_absolute_url(), _("Xem phiếu"), minutes=1, due=one.held_on)


def _within(coming: Sequence[Appointment], today: dt.date, days: int) -> list[Appointment]:
    last = today + dt.timedelta(days=days)
    return [one for one in coming if one.held_on <= last]


def _later(coming: Sequence[Appointment], today: dt.date) -> Iterator[Todo]:
    """The next registered meeting: it is recorded from its day on."""
    for one in [one for one in _within(coming, today, DAYS_AHEAD) if one.held_on > today][:1]:
        title = _("Ghi %(meeting)s") % {"meeting": lower_first(str(one))}
        yield Todo(title, one.get_absolute_url(), _("Ghi buổi họp"), due=one.held_on, state=LATER)


def _of_the_unit(actor: Actor) -> Iterator[Todo]:
    unit, today = actor.unit, actor.on
    if unit is None or not actor.may("meetings.edit") or not queries.meets_monthly(unit, today):
        return
    coming = list(queries.to_come(unit, today))
    yield from _to_prepare(coming, today)
    yield from _later(coming, today)
    held = queries.regular_days(unit, today.year, today)
    since = actor.since
    yield from _this_month(coming, held, today, since)
    yield from _earlier(rules.gaps(held, today, since))
    yield from _this_quarter(unit, today, since)
    for meeting in queries.to_be_posted(unit, today):
        yield Todo(
            title=_("Đăng kết quả buổi họp %(day)s lên Sổ tay đảng viên điện tử")
            % {"day": show_date(meeting.held_on)},
            url=meeting.get_absolute_url(),
            button=_("Ghi đã đăng"),
            minutes=2,
            due=rules.to_be_posted_by(meeting),
        )


def _record(kind: str, month: str = "") -> str:
    query = f"?loai={kind}" + (f"&thang={month}" if month else "")
    return reverse("meetings:record") + query


def _this_month(
    coming: Sequence[Appointment], held: list[dt.date], today: dt.date, since: dt.date | None
) -> Iterator[Todo]:
    """The month's meeting, unless it is recorded, or registered for a day of the month that has not passed; of the
    month in which the office began it is offered, and not asked for by a day."""
    month = Period.months(today.year, today.month, 1)
    if today.day <= MEETING_DAY or any(month.contains(day) for day in held):
        return
    if any(one.kind == rules.REGULAR and one.held_on < month.ends for one in coming):
        return
    yield Todo(
        title=_("Ghi buổi sinh hoạt tháng %(month)s") % {"month": today.month},
        url=_record(rules.REGULAR, month.code),
        button=_("Ghi buổi họp"),
        minutes=4,
        due=month.last_day if falls_due(month.starts, since) else None,
    )


def _earlier(missing: list[dt.date]) -> Iterator[Todo]:
    if not missing:
        return
    months = ", ".join(str(day.month) for day in missing)
    first = Period.months(missing[0].year, missing[0].month, 1)
    yield Todo(
        title=_("Ghi bù buổi sinh hoạt tháng %(months)s") % {"months": months},
        url=_record(rules.REGULAR, first.code) if len(missing) == 1 else reverse("meetings:index"),
        button=_("Ghi bù"),
        minutes=4 * len(missing),
    )


def _this_quarter(unit: Unit, today: dt.date, since: dt.date | None) -> Iterator[Todo]:
    quarter = rules.quarter_of(today)
    if today.month == quarter.starts.month or queries.thematic_in(unit, quarter, today):
        return
    yield Todo(
        title=_("Ghi sinh hoạt chuyên đề %(quarter)s") % {"quarter": rules.quarter_name(quarter)},
        url=_record(rules.THEMATIC),
        button=_("Ghi buổi chuyên đề"),
        minutes=4,
        due=quarter.last_day if falls_due(quarter.starts, since) else None,
        note=_("Mỗi quý ít nhất một buổi, không thay cho buổi thường kỳ."),
    )
