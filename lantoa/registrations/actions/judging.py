"""Sending a registration, returning it, agreeing to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.approval import must_be_taken_back_in_time
from lantoa.foundation.errors import BadInput
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.meetings.rules import Held
from lantoa.people.actors import Actor
from lantoa.registrations import queries, rules
from lantoa.registrations.actions.shared import behalf, lock, met, must_be_next, must_judge
from lantoa.registrations.models import Registration, RegistrationTask, ReturnReason
from lantoa.registrations.models.said import TEXTS


@transaction.atomic
def submit(
    registration: Registration, *, by: Actor, late_reason: str = "", at: dt.datetime | None = None
) -> Registration:
    """Send it to whoever judges it. Keeps the programme and the pillars in force on this day.

    Conflict when it was sent already, BadInput when it names no task.
    """
    lock(registration)
    rules.must_own(queries.writes(registration, by))
    must_be_next(registration, rules.SUBMIT)
    tasks = registration.ordered_tasks
    if not tasks:
        raise BadInput(_("Hãy viết việc đồng chí sẽ làm."), "what")
    addressed = _addressed(registration, by)
    places = by.line_of(registration.unit)
    registered_on = registration.registered_on or by.on
    calendar = queries.calendar_of(registration.unit, by, places)
    is_late = queries.is_late(registration, calendar, registered_on)
    programme_name, pillars = queries.programme_in_force(by.on)
    rules.STEPS.move(
        registration,
        rules.SUBMIT,
        **addressed,
        sent_to=queries.receiver_for(registration, by.on, places).unit,
        code=registration.code or rules.code_for(registration.year, registration.pk),
        registered_on=registered_on,
        submitted_at=at or clock.now(),
        submitted_late=is_late,
        late_reason=clean(late_reason)[:300] if is_late else "",
        programme_name=programme_name,
        pillars=pillars,
    )
    record(
        "registration.submitted",
        registration,
        by=by,
        unit=registration.unit,
        after=_as_sent(registration, tasks),
        on_behalf_of=behalf(registration),
        unit_name=places[-1].name if places else "",
    )
    return registration


def _addressed(registration: Registration, by: Actor) -> dict[str, Any]:
    """From which unit it comes, as things stand on this day: written into the paper, and what changed."""
    if registration.person and (home := queries.home_of(registration.person, by)):
        registration.unit, registration.is_party_member = home.unit, home.is_party_member
    return {"unit": registration.unit, "is_party_member": registration.is_party_member}


def _as_sent(registration: Registration, tasks: Iterable[RegistrationTask]) -> dict[str, Any]:
    """The words that were sent: an earlier version stays readable in the history."""
    texts = {name: text for name in TEXTS if (text := getattr(registration, name))}
    return {"code": registration.code, "tasks": [task.kept for task in tasks], **texts}


@transaction.atomic
def return_for_changes(
    registration: Registration,
    *,
    by: Actor,
    reasons: Iterable[str],
    note: str = "",
    at: dt.datetime | None = None,
) -> Registration:
    """Send it back to its owner with the reason; the owner may rewrite and submit again."""
    lock(registration)
    must_judge(registration, by)
    must_be_next(registration, rules.RETURN)
    reasons, note = list(dict.fromkeys(reasons)), clean(note)
    rules.must_say_why(reasons, note, ReturnReason.values)
    rules.STEPS.move(
        registration,
        rules.RETURN,
        return_reasons=reasons,
        return_note=note,
        returned_at=at or clock.now(),
    )
    record("registration.returned", registration, by=by, unit=registration.unit, note=registration.reason)
    return registration


@transaction.atomic
def approve(
    registration: Registration,
    *,
    by: Actor,
    meeting: Held | None = None,
    meeting_on: dt.date | None = None,
    minutes_number: str = "",
    at: dt.datetime | None = None,
) -> Registration:
    """Record that a meeting agreed to it: one that is recorded, or `meeting` made in place.

    Papers of a time whose meetings are not kept name only the day and the number of the minutes. NotAllowed for
    one's own paper or out of reach, Conflict when somebody was faster.
    """
    lock(registration)
    must_judge(registration, by)
    must_be_next(registration, rules.APPROVE)
    held = met(registration, by, meeting, meeting_on, minutes_number)
    rules.STEPS.move(
        registration, rules.APPROVE, approved_by=by.person, approved_at=at or clock.now(), **vars(held)
    )
    record("registration.approved", registration, by=by, unit=registration.unit, note=held.as_note)
    return registration


@transaction.atomic
def take_back_approval(
    registration: Registration, *, by: Actor, at: dt.datetime | None = None
) -> Registration:
    """Who approved by mistake undoes it within ten minutes; the paper waits again, its owner was told nothing.

    NotAllowed for anybody else, Conflict when it is too late or results stand on it.
    """
    lock(registration)
    is_giver = by.person is not None and registration.approved_by_id == by.person.pk
    must_be_taken_back_in_time(is_giver=is_giver, in_time=registration.may_take_back(at or clock.now()))
    nothing = {
        "approved_by": None,
        "approved_at": None,
        "meeting": None,
        "meeting_on": None,
        "minutes_number": "",
    }
    rules.STEPS.move(registration, rules.TAKE_BACK, **nothing)
    record("registration.approval_withdrawn", registration, by=by, unit=registration.unit)
    return registration
