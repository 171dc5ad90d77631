"""Whoever opens a member's paper is known to the member: once a day, and to nobody above."""

from __future__ import annotations

from django.db import transaction

from lantoa.foundation import clock
from lantoa.foundation.history import record
from lantoa.people.actors import Actor
from lantoa.registrations import queries, rules
from lantoa.registrations.models import Registration


def note_opening(registration: Registration, *, by: Actor) -> None:
    """Write down that somebody other than its owner has opened it today, for its owner to read.

    Without a unit: it watches the readers, and no level above reads of what members read.
    """
    if registration.person_id is None or by.person is None or queries.is_own(registration, by):
        return
    if queries.has_opened_today(registration, by):
        return
    if queries.opened_lately(by, clock.now()) >= rules.MOST_OPENED:
        _stop(registration, by)
    with transaction.atomic():
        record("registration.opened", registration, by=by, unit=None)


def _stop(registration: Registration, by: Actor) -> None:
    """Nobody reads a hundred people in a few minutes: told to the reader, and to the unit whose paper came next."""
    with transaction.atomic():
        record("registration.bulk_reading_stopped", registration, by=by, unit=registration.unit)
    rules.must_read_slowly()
