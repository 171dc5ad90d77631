"""Writing a registration: begin, write down what was read from the boxes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor
from lantoa.people.models import Membership, Person
from lantoa.registrations import queries, rules
from lantoa.registrations.actions.shared import behalf, lock
from lantoa.registrations.models import Registration, RegistrationTask
from lantoa.registrations.models.said import TEXTS
from lantoa.registrations.rules import Undertaking

CONFIRMATION = ("confirmed_on", "confirmed_how", "signed_paper")


@transaction.atomic
def start_draft(
    *, by: Actor, year: int, collective: bool = False, person: Person | None = None
) -> Registration:
    """The actor's draft for that year, made if there is none; her unit's when `collective`, another `person`'s
    of her cell when she writes it down for that person.

    BadInput for a year that is not open or without a cell, Conflict when it has been sent already.
    """
    owner, rest = _of_another(by, person) if person and person != by.person else _of_oneself(by, collective)
    found, is_new = Registration.objects.standing().get_or_create(
        year=year, **owner, defaults={**rest, "entered_by": by.person}
    )
    found.is_begun_now = is_new
    if is_new:
        queries.calendar_in(found.unit, by).must_be_open(year)
        # Without a unit: nobody above is told that somebody has begun to write.
        record("registration.started", found, by=by, unit=None, on_behalf_of=behalf(found))
    if found.person and found.person != by.person and not found.is_on_behalf:
        raise Conflict(_("Đồng chí %(name)s tự viết bản này nên không ghi hộ được.") % {"name": found.person})
    rules.must_own(queries.writes(found, by))
    rules.must_be_editable(found.status)
    return found


@transaction.atomic
def start_household(*, by: Actor, year: int, household: str) -> Registration:
    """The draft of a family of the actor's own unit, by the name of its head; made if there is none.

    NotAllowed for who looks after no unit, BadInput without a name, Conflict when it has been sent already.
    """
    if by.unit is None or by.person is None or not by.may("registrations.judge"):
        raise NotAllowed(_("Hộ gia đình do người phụ trách chi bộ ghi hộ."))
    household = " ".join(clean(household).split())[:120]
    rules.must_name_household(household)
    found, is_new = Registration.objects.standing().get_or_create(
        year=year,
        unit=by.unit,
        subject=Registration.Subject.HOUSEHOLD,
        household=household,
        defaults={"entered_by": by.person, "is_party_member": False},
    )
    if is_new:
        queries.calendar_in(by.unit, by).must_be_open(year)
        record("registration.started", found, by=by, unit=None, on_behalf_of=behalf(found))
    rules.must_be_editable(found.status)
    return found


def _of_another(by: Actor, person: Person) -> tuple[dict[str, Any], dict[str, Any]]:
    """The owner, and the rest of the record, of a paper written down for somebody of the same cell."""
    belongs = queries.neighbours(by).filter(person=person).first()
    rules.must_be_a_neighbour(belongs is not None)
    assert belongs
    is_member = belongs.status != Membership.Status.OUTSIDE
    return {"person": person}, {"unit": belongs.unit, "is_party_member": is_member}


def _of_oneself(by: Actor, collective: bool) -> tuple[dict[str, Any], dict[str, Any]]:
    if by.person is None or not by.may("registrations.write"):
        raise NotAllowed(_("Vai trò đang dùng không viết bản đăng ký."))
    home = queries.home_of(by.person, by)
    if home is None:
        raise BadInput(_("Đồng chí chưa được xếp vào chi bộ nào. Liên hệ người quản trị."))
    if collective:
        return {"person": None, "unit": by.unit, "subject": Registration.Subject.COLLECTIVE}, {}
    return {"person": by.person}, {"unit": home.unit, "is_party_member": home.is_party_member}


@transaction.atomic
def save_draft(
    registration: Registration,
    *,
    by: Actor,
    tasks: Sequence[Undertaking],
    texts: Mapping[str, str] | None = None,
    at: dt.datetime | None = None,
) -> Registration:
    """Write down what was read from the boxes; the draft is whole again and may be sent.

    BadInput when a task says nothing or a target has no unit, Conflict once it has been sent.
    """
    lock(registration)
    registration.is_begun_now = False
    return _write(registration, by, tasks, texts, at)


@transaction.atomic
def write_down(
    begin: Callable[[], Registration],
    *,
    by: Actor,
    tasks: Sequence[Undertaking],
    texts: Mapping[str, str] | None = None,
) -> Registration:
    """`begin` the paper where there is none (`start_draft`, `start_household`) and save what was read, as one act.

    Refuses what either of them refuses; then nothing was begun.
    """
    registration = begin()
    # What this very transaction made nobody else has seen, and there is nothing on it to replace.
    if not registration.is_begun_now:
        lock(registration)
    return _write(registration, by, tasks, texts, None)


def _write(
    registration: Registration,
    by: Actor,
    tasks: Sequence[Undertaking],
    texts: Mapping[str, str] | None,
    at: dt.datetime | None,
) -> Registration:
    rules.must_own(queries.writes(registration, by))
    rules.must_be_editable(registration.status)
    rules.must_be_whole(tasks)
    _must_mend_ones_own(registration, tasks, by)
    for name in TEXTS:
        setattr(registration, name, clean((texts or {}).get(name, "")))
    registration.saved_at = at or clock.now()
    # New words are their writer's, and what was confirmed before was about other words.
    registration.entered_by = by.person
    registration.confirmed_on, registration.confirmed_how, registration.signed_paper = None, "", None
    registration.save(update_fields=[*TEXTS, "saved_at", "entered_by", *CONFIRMATION])
    _replace_tasks(registration, tasks, by)
    return registration


def _must_mend_ones_own(registration: Registration, tasks: Sequence[Undertaking], by: Actor) -> None:
    tied = {task.shortcoming for task in tasks if task.shortcoming is not None}
    if not tied:
        return
    before = registration.tasks.exclude(shortcoming=None).values_list("shortcoming_id", flat=True)
    is_collective = registration.subject == Registration.Subject.COLLECTIVE
    unit = registration.unit if is_collective else None
    if tied := tied - set(before):
        to_mend = queries.to_mend_for(by, registration.person, unit)
        rules.must_mend_ones_own(tied, to_mend.values_list("pk", flat=True))


def _replace_tasks(registration: Registration, tasks: Sequence[Undertaking], by: Actor) -> None:
    """Nothing hangs on the tasks of a paper that is still being written."""
    duties = {}
    if registration.person and any(task.tied_to for task in tasks):
        duties = {duty.name: duty for duty in queries.duties_of(registration.person, by.on)}
    if not registration.is_begun_now:
        registration.tasks.all().delete()
    registration.is_begun_now = False
    RegistrationTask.objects.bulk_create(
        RegistrationTask(
            registration=registration,
            order=order,
            duty=duties.get(task.tied_to),
            **{key: value for key, value in asdict(task).items() if key != "shortcoming"},
            shortcoming_id=task.shortcoming,
        )
        for order, task in enumerate(tasks, start=1)
    )
