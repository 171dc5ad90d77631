"""One event per act, in the act's own transaction. If it cannot be written the act does not happen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Protocol

from django.db import transaction
from django.db.models import Model

from lantoa.foundation import clock, sealing
from lantoa.foundation.entry import sending
from lantoa.foundation.models import Event, new_salt

if TYPE_CHECKING:

    class Doer(Protocol):
        """Who acts: see people.actors.Actor."""

        @property
        def person(self) -> Any: ...
        @property
        def label(self) -> str: ...
        @property
        def on(self) -> dt.date: ...
        @property
        def request_id(self) -> str: ...


def subject_type(subject: Model) -> str:
    """ "registrations.registration"."""
    return subject._meta.label_lower


def record(
    verb: str,
    subject: Model,
    *,
    by: Doer,
    unit: Model | None,
    note: str = "",
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    on: dt.date | None = None,
    on_behalf_of: str = "",
    short_lived: dict[str, str] | None = None,
    unit_name: str = "",
) -> Event:
    """Write one event: who, with which post, verb, subject, unit, before and after.

    `short_lived` is cleared after its time (sealing.clear_short_lived); nothing else ever goes.
    `unit` is the organisation the act concerns; its name is kept as it stood, `unit_name` saves asking for it.
    Must run inside the transaction of the act itself (RuntimeError otherwise).
    """
    _begin()
    event = _event(verb, subject, by, on or by.on)
    event.note, event.before, event.after, event.on_behalf_of = note, before, after, on_behalf_of
    event.unit_id, event.unit_name = (
        unit.pk if unit else None,
        unit_name or _name_as_it_stands(unit, on or by.on),
    )
    if short_lived:
        event.short_lived = {**short_lived, "salt": new_salt()}
        event.short_lived_digest = sealing.digest_of_short_lived(event)
    event.save(force_insert=True)
    return event


def record_each(verb: str, subjects: Iterable[Model], *, by: Doer, note: str = "") -> None:
    """One event of the same act for each of many subjects, of no unit, written together."""
    _begin()
    events = [_event(verb, subject, by, by.on) for subject in subjects]
    for event in events:
        event.note = note
    Event.objects.bulk_create(events, batch_size=200)


def _begin() -> None:
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("history.record must run inside the transaction of the act it records")
    sending.claim()
    transaction.on_commit(sealing.seal_if_due, robust=True)


def _event(verb: str, subject: Model, by: Doer, on: dt.date) -> Event:
    person = by.person
    return Event(
        verb=verb,
        on=on,
        subject_type=subject_type(subject),
        subject_id=str(subject.pk),
        subject_label=_label(subject)[:300],
        person_id=person.pk if person else None,
        person_name=str(person) if person else "",
        post_label=by.label[:200],
        post_id=getattr(by, "post_id", None),
        right=getattr(by, "right", ""),
        request_id=by.request_id,
    )


REFUSED = "access.refused"


def note_refusal(by: Doer, where: str, called: str) -> None:
    """Somebody signed in was refused at an address: once a person, address and day, read by herself.

    `where` is the address by its name ("people:index"), `called` as she saw it ("trang /nguoi/").
    """
    known = Event.objects.filter(verb=REFUSED, person_id=by.person.pk, subject_id=where[:40], on=by.on)
    with transaction.atomic():
        if known.exists():
            return
        Event.objects.create(
            at=clock.now(),
            verb=REFUSED,
            on=by.on,
            subject_type="address",
            subject_id=where[:40],
            subject_label=called[:300],
            person_id=by.person.pk,
            person_name=str(by.person),
            post_label=by.label[:200],
            request_id=by.request_id,
        )


def _label(subject: Model) -> str:
    """What history calls it: its own word for that where what it is called may name a person."""
    own = getattr(subject, "label_in_history", None)
    return str(own if own is not None else subject)


def _name_as_it_stands(unit: Any, on: dt.date) -> str:
    """The unit's name on that day, asked of the unit itself so that the ground knows no upper room."""
    if unit is None:
        return ""
    return unit.name_on(on) if hasattr(unit, "name_on") else str(unit)
