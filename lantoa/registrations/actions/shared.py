"""What several acts check first."""

from __future__ import annotations

from lantoa.foundation.errors import Conflict
from lantoa.people.actors import Actor
from lantoa.registrations import queries, rules
from lantoa.registrations.models import Registration


def lock(registration: Registration) -> Registration:
    """Hold the row until the act is over and see it as it is now."""
    registration.refresh_from_db(from_queryset=Registration.objects.select_for_update())
    return registration


def must_be_next(registration: Registration, verb: str) -> None:
    """Conflict that names who was faster and when."""
    if not rules.STEPS.may(verb, registration.status):
        raise Conflict(queries.who_was_faster(registration))


def must_judge(registration: Registration, by: Actor) -> None:
    rules.must_judge(
        may=by.may("registrations.judge"),
        reaches=by.reaches(registration.sent_to or registration.unit),
        is_own=queries.is_own(registration, by),
    )


def told_for(registration: Registration, by: Actor) -> str:
    """For whom the actor tells what was done; empty for her own, and for a collective's."""
    if registration.subject == Registration.Subject.COLLECTIVE or by.person == registration.person:
        return ""
    return registration.owner_name


def behalf(registration: Registration) -> str:
    """For whom it was typed, as the history says it; empty when its owner typed it herself."""
    return registration.owner_name if registration.is_on_behalf else ""
