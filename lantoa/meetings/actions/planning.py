"""The calendar: a unit registers the days of its meetings, the level above agrees to them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.history import record
from lantoa.meetings import rules
from lantoa.meetings.models import Appointment, Meeting
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor


@transaction.atomic
def appoint(*, unit: Unit, kind: str, held_on: dt.date, by: Actor, **fields: Any) -> Appointment:
    """A meeting to come (starts_at, place, topic, story, presenter). BadInput when the day is registered or past."""
    rules.must_edit(by.reaches(unit))
    rules.must_be_to_come(held_on, by.on)
    one = _saved(Appointment(unit=unit, kind=kind, held_on=held_on, **fields))
    record("appointment.registered", one, by=by, unit=unit, on=held_on)
    return one


@transaction.atomic
def appoint_the_year(*, unit: Unit, day: int, by: Actor, **fields: Any) -> list[Appointment]:
    """Regular meetings on the same day of every month that is left of the year and has none registered."""
    rules.must_edit(by.reaches(unit))
    year = Period.year(by.on.year)
    taken = Appointment.objects.in_period(year).filter(unit=unit, kind=rules.REGULAR)
    months = {one.month for one in taken.values_list("held_on", flat=True)}
    days = [_day_of(by.on.year, month, day) for month in range(by.on.month, 13) if month not in months]
    wanted = [one for one in days if one >= by.on]
    if not wanted:
        raise BadInput(_("Các tháng còn lại của năm đã có lịch, hoặc ngày này đã qua."), "day")
    return [appoint(unit=unit, kind=rules.REGULAR, held_on=one, by=by, **fields) for one in wanted]


def _day_of(year: int, month: int, day: int) -> dt.date:
    return min(dt.date(year, month, 1) + dt.timedelta(days=day - 1), Period.months(year, month, 1).last_day)


@transaction.atomic
def reappoint(one: Appointment, *, held_on: dt.date, by: Actor, **fields: Any) -> Appointment:
    """Another day, place or content; another day has to be agreed to again."""
    rules.must_edit(by.reaches(one.unit))
    if one.meeting_id is not None:
        raise BadInput(_("Buổi này đã họp. Sửa ở trang của buổi đã ghi."))
    rules.must_be_to_come(held_on, by.on)
    before = {"held_on": str(one.held_on)}
    if held_on != one.held_on:
        one.approved_on, one.approved_by = None, ""
    one.held_on = held_on
    for name, value in fields.items():
        setattr(one, name, value)
    _saved(one)
    record("appointment.changed", one, by=by, unit=one.unit, on=held_on, before=before)
    return one


@transaction.atomic
def cancel(one: Appointment, *, by: Actor) -> None:
    """The day is taken out of the calendar; nothing was held."""
    rules.must_edit(by.reaches(one.unit))
    if one.meeting_id is not None:
        raise BadInput(_("Buổi này đã họp nên không bỏ khỏi lịch."))
    record("appointment.cancelled", one, by=by, unit=one.unit, on=one.held_on)
    one.delete()


@transaction.atomic
def agree(one: Appointment, *, by: Actor) -> Appointment:
    """The level above agrees to the day; once is enough."""
    rules.must_edit(by.reaches(one.unit))
    if by.unit is None or by.unit == one.unit:
        raise NotAllowed(_("Lịch do cấp ủy cấp trên thống nhất, không phải đơn vị đăng ký."))
    if one.approved_on is None:
        one.approved_on, one.approved_by = by.on, str(by.person or by.label)[:160]
        one.save(update_fields=["approved_on", "approved_by"])
        record("appointment.agreed", one, by=by, unit=one.unit, on=one.held_on)
    return one


def keep_the_day(meeting: Meeting) -> None:
    """The registered day of this meeting, or the regular one of its month, was held."""
    waiting = Appointment.objects.filter(unit=meeting.unit, kind=meeting.kind, meeting__isnull=True)
    that_day = waiting.filter(held_on=meeting.held_on)
    if meeting.kind == rules.REGULAR and not that_day.exists():
        month = Period.months(meeting.held_on.year, meeting.held_on.month, 1)
        that_day = waiting.in_period(month)
    if first := that_day.order_by("held_on").first():
        first.meeting = meeting
        first.save(update_fields=["meeting"])


def _saved(one: Appointment) -> Appointment:
    try:
        with transaction.atomic():
            one.save()
    except IntegrityError:
        raise BadInput(_("Ngày này đã đăng ký một buổi cùng loại."), "held_on") from None
    return one
