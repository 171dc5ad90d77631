"""What is late: cells that recorded no regular meeting of the month before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.dates import Period
from lantoa.foundation.late import Due, Late
from lantoa.meetings import rules
from lantoa.meetings.models import Conclusion, Meeting, MeetingQuerySet
from lantoa.organisation.models import Placement, Unit
from lantoa.people.models import Beginning, Post


def late(on: dt.date) -> Iterator[Late]:
    """A cell founded in the course of that month, or since, had no meeting to record; nor had an office begun since."""
    last = on.replace(day=1) - dt.timedelta(days=1)
    month = Period.months(last.year, last.month, 1)
    held = Meeting.objects.regular().in_period(month).filter(unit=OuterRef("unit"))
    stood = Placement.objects.on(month.starts).filter(unit=OuterRef("unit"))
    cells = Placement.objects.on(on).filter(unit__level=Unit.Level.CELL, unit__kind=Unit.Kind.PARTY)
    asked = {"thang": month.code}
    yield Late(
        "buoi-hop",
        _("Họp tháng %(month)s") % {"month": last.month},
        _("chi bộ"),
        _("%(n)s chi bộ chưa ghi buổi họp tháng {month}").format(month=last.month),
        "meetings.view",
        cells.filter(~Exists(held), Exists(stood), Beginning.objects.in_use_on(month.starts)),
        lambda code: f"{reverse('meetings:everywhere')}?{urlencode({'don-vi': code, **asked})}",
        order=30,
    )


def due(first: dt.date, last: dt.date, on: dt.date) -> Iterator[Due]:
    """The secretary records a month's regular meeting by its last day, and once a quarter a thematic one: of this
    month and quarter, and of those before."""
    yield from _tasks_due(first, last, on)
    month = Period.months(on.year, on.month, 1)
    for one in (month, Period.months(*_month_before(on), 1)):
        if first <= one.last_day <= last:
            yield from _not_recorded(one, on)
    quarter = rules.quarter_of(on)
    for one in (quarter, rules.quarter_of(quarter.starts - dt.timedelta(days=1))):
        if first <= one.last_day <= last:
            yield from _without_a_theme(one, on)


def _tasks_due(first: dt.date, last: dt.date, on: dt.date) -> Iterator[Due]:
    """Whoever was given something at a meeting does it by its day."""
    found = Conclusion.objects.open_on(on).filter(due__range=(first, last), owner__isnull=False)
    for one in found.select_related("meeting"):
        assert one.due and one.owner_id
        title, key = _("làm việc chi bộ giao tại buổi sinh hoạt"), f"meeting_task:{one.pk}"
        yield Due(key, one.owner_id, one.meeting.unit_id, one.due, title, one.get_absolute_url(), priority=45)


def _month_before(on: dt.date) -> tuple[int, int]:
    last = on.replace(day=1) - dt.timedelta(days=1)
    return last.year, last.month


def _not_recorded(month: Period, on: dt.date) -> Iterator[Due]:
    posts = _secretaries_without(Meeting.objects.regular(), month, on)
    title = _("ghi buổi sinh hoạt tháng %(month)s") % {"month": month.starts.month}
    url = f"{reverse('meetings:record')}?loai=regular&thang={month.code}"
    for post in posts:
        key = f"meeting:{post.unit_id}:{month.code}"
        yield Due(key, post.person_id, post.unit_id, month.last_day, title, url, priority=40)


def _without_a_theme(quarter: Period, on: dt.date) -> Iterator[Due]:
    title = _("ghi sinh hoạt chuyên đề %(quarter)s") % {"quarter": rules.quarter_name(quarter)}
    url = f"{reverse('meetings:record')}?loai={rules.THEMATIC}"
    for post in _secretaries_without(Meeting.objects.thematic(), quarter, on):
        key = f"thematic:{post.unit_id}:{quarter.code}"
        yield Due(key, post.person_id, post.unit_id, quarter.last_day, title, url, priority=42)


def _secretaries_without(meetings: MeetingQuerySet, period: Period, on: dt.date) -> QuerySet[Post]:
    """Of cells that stood, in an office that had begun, when the period did, and recorded none of these in it."""
    held = meetings.in_period(period).filter(unit=OuterRef("unit"))
    stood = Placement.objects.on(period.starts).filter(unit=OuterRef("unit"))
    cells = {"unit__level": Unit.Level.CELL, "unit__kind": Unit.Kind.PARTY, "role": "secretary"}
    in_use = Beginning.objects.in_use_on(period.starts)
    return Post.objects.on(on).filter(~Exists(held), Exists(stood), in_use, **cells)
