"""Writing a registration: begin, keep what is typed, write down what was read from the boxes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor
from lantoa.registrations import queries, rules
from lantoa.registrations.actions.shared import lock
from lantoa.registrations.models import Registration, RegistrationTask
from lantoa.registrations.rules import Undertaking

TEXTS = ("shortcomings", "thought", "ethics", "method", "style", "example")
LONGEST_TYPED = 4000


@transaction.atomic
def start_draft(*, by: Actor, year: int, collective: bool = False) -> Registration:
    """The actor's draft for that year, made if there is none; for her unit when `collective`.

    BadInput for a year that is not open or without a cell, Conflict when it has been sent already.
    """
    if by.person is None or not by.may("registrations.write"):
        raise NotAllowed(_("Vai trò đang dùng không viết bản đăng ký."))
    home = queries.home_of(by.person, by)
    if home is None:
        raise BadInput(_("Đồng chí chưa được xếp vào chi bộ nào. Liên hệ người quản trị."))
    owner: dict[str, Any] = {"person": by.person}
    rest: dict[str, Any] = {"unit": home.unit, "is_party_member": home.is_party_member}
    if collective:
        owner, rest = {"person": None, "unit": by.unit, "subject": Registration.Subject.COLLECTIVE}, {}
    found, is_new = Registration.objects.get_or_create(
        year=year, **owner, defaults={**rest, "entered_by": by.person}
    )
    if is_new:
        rules.must_be_open(year, by.on)
        # Without a unit: nobody above is told that somebody has begun to write.
        record("registration.started", found, by=by, unit=None)
    rules.must_own(queries.is_own(found, by))
    rules.must_be_editable(found.status)
    return found


@transaction.atomic
def keep_typed(
    *, by: Actor, year: int, typed: Mapping[str, str], at: dt.datetime | None = None
) -> Registration:
    """Keep the boxes exactly as they stand, unread: a draft is never lost for an unfinished date."""
    registration = lock(start_draft(by=by, year=year))
    rules.must_be_editable(registration.status)
    registration.typed = {name: text[:LONGEST_TYPED] for name, text in typed.items()}
    registration.saved_at = at or clock.now()
    registration.save(update_fields=["typed", "saved_at"])
    return registration


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
    rules.must_own(queries.is_own(registration, by))
    rules.must_be_editable(registration.status)
    rules.must_be_whole(tasks)
    for name in TEXTS:
        setattr(registration, name, clean((texts or {}).get(name, "")))
    registration.typed, registration.saved_at = {}, at or clock.now()
    registration.save(update_fields=[*TEXTS, "typed", "saved_at"])
    _replace_tasks(registration, tasks, by)
    return registration


def _replace_tasks(registration: Registration, tasks: Sequence[Undertaking], by: Actor) -> None:
    """Nothing hangs on the tasks of a paper that is still being written."""
    duties = {}
    if registration.person:
        duties = {duty.name: duty for duty in queries.duties_of(registration.person, by.on)}
    registration.tasks.all().delete()
    RegistrationTask.objects.bulk_create(
        RegistrationTask(
            registration=registration,
            order=order,
            what=task.what,
            tied_to=task.tied_to,
            duty=duties.get(task.tied_to),
            target_value=task.target_value,
            target_unit=task.target_unit,
            product=task.product,
            due=task.due,
            solution=task.solution,
        )
        for order, task in enumerate(tasks, start=1)
    )
