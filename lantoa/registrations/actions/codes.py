"""Whoever has no account says with a code that what was typed for her is hers, or has it taken out."""

from __future__ import annotations

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.dates import show_date
from lantoa.foundation.history import record
from lantoa.people.actors import Actor
from lantoa.people.rules import new_code
from lantoa.registrations import queries, rules
from lantoa.registrations.actions.behalf import note_confirmed, note_withdrawn
from lantoa.registrations.actions.results import note_line_out
from lantoa.registrations.actions.shared import lock
from lantoa.registrations.models import (
    Confirmation,
    ConfirmationCode,
    Pin,
    Progress,
    Registration,
    SlipRequest,
)
from lantoa.registrations.models.words import CODE_LASTS


@transaction.atomic
def give_code(registration: Registration, *, by: Actor) -> tuple[str, ConfirmationCode]:
    """A code for this paper, shown once to a second person who hands it over; an earlier one stops working.

    NotAllowed for whoever typed any of it and needs the agreement, Conflict when nothing is left to confirm.
    """
    lock(registration)
    rules.must_be_second_hand(
        typed_it=queries.typed_any_of(registration, by), may_print=queries.may_print_slip(registration, by)
    )
    rules.must_await_confirmation(registration.awaits_confirmation)
    now = clock.now()
    registration.codes.filter(closed_at__isnull=True).update(closed_at=now)
    code = new_code()
    given = ConfirmationCode.objects.create(
        registration=registration,
        digest=queries.digest_of(code),
        given_by=by.person,
        given_at=now,
        expires_at=now + CODE_LASTS,
    )
    SlipRequest.objects.filter(registration=registration).delete()
    record("registration.confirmation_code_given", registration, by=by, unit=registration.unit)
    return rules.written_code(code), given


@transaction.atomic
def ask_for_slip(registration: Registration, *, by: Actor) -> None:
    """Whoever looks after a paper asks that somebody else hand its owner a code; asking twice is asking once."""
    lock(registration)
    rules.must_own(queries.records_for(registration, by))
    rules.must_await_confirmation(registration.awaits_confirmation)
    asked = {"asked_by": by.person, "asked_on": by.on}
    SlipRequest.objects.update_or_create(registration=registration, defaults=asked)
    record("registration.slip_asked", registration, by=by, unit=registration.unit)


def note_wrong_answer(code: ConfirmationCode) -> None:
    """The right code with the wrong year of birth: after a few of these the code is dead."""
    ConfirmationCode.objects.filter(pk=code.pk).update(tries=F("tries") + 1)


@transaction.atomic
def confirm_by_code(code: ConfirmationCode, imprint: str, *, by: Actor, pin: str = "") -> Registration:
    """The owner has read what stands there and says that it is hers. The code is spent.

    With her first code she sets a PIN, BadInput without: it is asked beside every later one. Conflict when the words
    have changed since she read them, or the code works no more.
    """
    registration = _open(code)
    rules.must_await_confirmation(registration.awaits_confirmation)
    rules.must_read_what_stands(same=imprint == queries.imprint_of(registration))
    if registration.person and not queries.pin_of(registration.person):
        rules.must_be_a_pin(pin)
        Pin.objects.create(person=registration.person, digest=make_password(pin), set_on=by.on)
        record("registration.pin_set", registration, by=by, unit=registration.unit)
    _spend(code)
    return note_confirmed(registration, Confirmation.CODE, by.on, by=by, code_given_by=code.given_by)


@transaction.atomic
def forget_pin(registration: Registration, *, by: Actor) -> None:
    """Its owner has forgotten her PIN: the second person, who knows her, drops it; the next code sets another.

    NotAllowed for whoever needs the agreement.
    """
    lock(registration)
    rules.must_be_second_hand(
        typed_it=queries.typed_any_of(registration, by), may_print=queries.may_print_slip(registration, by)
    )
    pin = queries.pin_of(registration.person)
    rules.must_have_a_pin(pin is not None)
    Pin.objects.filter(person=registration.person, ended_on=None).update(ended_on=by.on)
    record("registration.pin_forgotten", registration, by=by, unit=registration.unit)


@transaction.atomic
def disown_by_code(code: ConfirmationCode, *, by: Actor) -> Registration:
    """The owner says that it is not hers: the whole paper is taken out. The code is spent.

    Conflict when it was she who wrote it, or it cannot be taken back any more.
    """
    registration = _open(code)
    rules.must_await_confirmation(registration.is_on_behalf and registration.confirmed_on is None)
    _spend(code)
    said = _("Người đăng ký nói không phải việc của mình; xác nhận bằng mã, %(day)s.")
    return note_withdrawn(registration, by=by, note=said % {"day": show_date(by.on)})


@transaction.atomic
def drop_line_by_code(code: ConfirmationCode, line: Progress, *, by: Actor) -> None:
    """The owner says of one line that it is not hers; the code goes on until she is through with the rest."""
    registration = _open(code)
    unsaid = Progress.objects.filter(task__registration=registration).typed_by_another()
    rules.must_await_confirmation(unsaid.filter(pk=line.pk).exists())
    said = _("Không phải việc của người đăng ký: %(line)s (xác nhận bằng mã)")
    note_line_out(line, by=by, note=said % {"line": line})
    if not Registration.objects.get(pk=registration.pk).awaits_confirmation:
        _spend(code)


def _open(code: ConfirmationCode) -> Registration:
    """Hold the paper; Conflict when the code works no more."""
    registration = lock(code.registration)
    live = ConfirmationCode.objects.live(clock.now()).filter(pk=code.pk, registration=registration)
    rules.must_open(live=live.exists())
    return registration


def _spend(code: ConfirmationCode) -> None:
    ConfirmationCode.objects.filter(pk=code.pk).update(closed_at=clock.now())
