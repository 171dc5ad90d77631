"""What meetings ask of a secretary today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.dates import Period, show_date
from lantoa.foundation.todo import Todo
from lantoa.meetings import queries, rules
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor

# Cells meet on the third where they can: nothing is missing before that.
MEETING_DAY = 3


def items(actor: Actor) -> Iterator[Todo]:
    """For those who record the meetings of the very unit they act in."""
    unit, today = actor.unit, actor.on
    if unit is None or not actor.may("meetings.edit") or not queries.meets_monthly(unit, today):
        return
    held = queries.regular_days(unit, today.year, today)
    yield from _this_month(held, today)
    yield from _earlier(rules.gaps(held, today))
    yield from _this_quarter(unit, today)
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


def _this_month(held: list[dt.date], today: dt.date) -> Iterator[Todo]:
    month = Period.months(today.year, today.month, 1)
    if today.day <= MEETING_DAY or any(month.contains(day) for day in held):
        return
    yield Todo(
        title=_("Ghi buổi sinh hoạt tháng %(month)s") % {"month": today.month},
        url=_record(rules.REGULAR, month.code),
        button=_("Ghi buổi họp"),
        minutes=4,
        due=month.last_day,
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


def _this_quarter(unit: Unit, today: dt.date) -> Iterator[Todo]:
    quarter = rules.quarter_of(today)
    if today.month == quarter.starts.month or queries.thematic_in(unit, quarter, today):
        return
    yield Todo(
        title=_("Ghi sinh hoạt chuyên đề %(quarter)s") % {"quarter": rules.quarter_name(quarter)},
        url=_record(rules.THEMATIC),
        button=_("Ghi buổi chuyên đề"),
        minutes=4,
        due=quarter.last_day,
        note=_("Mỗi quý ít nhất một buổi, không thay cho buổi thường kỳ."),
    )
