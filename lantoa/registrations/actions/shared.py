"""What several acts check first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lantoa.foundation.dates import show_date
from lantoa.foundation.errors import Conflict
from lantoa.foundation.text import clean
from lantoa.meetings import actions as meetings
from lantoa.meetings import queries as meetings_held
from lantoa.meetings.models import Meeting
from lantoa.meetings.rules import Held
from lantoa.people.actors import Actor
from lantoa.registrations import queries, rules
from lantoa.registrations.models import Registration


def lock(registration: Registration) -> Registration:
    """Hold the row until the act is over and see it as it is now."""
    held = Registration.objects.select_for_update(of=("self",)).select_related("person", "unit", "sent_to")
    registration.refresh_from_db(from_queryset=held)
    return registration


def must_be_next(registration: Registration, verb: str) -> None:
    """Conflict that names who was faster and when."""
    if not rules.STEPS.may(verb, registration.status):
        raise Conflict(queries.who_was_faster(registration))


def must_judge(registration: Registration, by: Actor) -> None:
    rules.must_judge(
        may=by.may("registrations.judge"),
        reaches=by.reaches(registration.sent_to or registration.unit),
        is_own=queries.is_own(registration, by) or by.is_one_with(registration.person_id),
    )


def told_for(registration: Registration, by: Actor) -> str:
    """For whom the actor tells what was done; empty for her own, and for a collective's."""
    if registration.subject == Registration.Subject.COLLECTIVE or by.person == registration.person:
        return ""
    return registration.owner_name


def behalf(registration: Registration) -> str:
    """For whom it was typed, as the history says it; empty when its owner typed it herself."""
    return registration.owner_name if registration.is_on_behalf else ""


@dataclass(frozen=True)
class Met:
    """The meeting as a paper keeps it: its key where it is recorded, its day and number as they stood."""

    meeting: Meeting | None
    meeting_on: dt.date
    minutes_number: str

    @property
    def as_note(self) -> str:
        """As the history says it."""
        said = _("Họp ngày %(day)s, biên bản số %(number)s")
        return said % {"day": show_date(self.meeting_on), "number": self.minutes_number}


def met(
    registration: Registration, by: Actor, held: Held | None, meeting_on: dt.date | None, minutes_number: str
) -> Met:
    """The meeting of the unit that judges; `held` is made in place when it is not recorded. BadInput in words."""
    unit = registration.sent_to or registration.unit
    if held:
        rules.must_name_meeting(held.held_on, held.minutes_number, by.on)
        one = meetings.settle(held, unit=unit, by=by)
        return Met(one, one.held_on, held.minutes_number)
    number = clean(minutes_number)
    rules.must_name_meeting(meeting_on, number, by.on)
    assert meeting_on
    return Met(meetings_held.meeting_of(unit, meeting_on, number), meeting_on, number)
