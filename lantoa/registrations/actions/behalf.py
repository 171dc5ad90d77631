"""What was typed for somebody else: its owner says that it is hers, or takes it back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import attachments
from lantoa.foundation.attachments import Judged
from lantoa.foundation.dates import show_date
from lantoa.foundation.history import record
from lantoa.foundation.models import Attachment
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor
from lantoa.people.models import Person
from lantoa.registrations import queries, rules
from lantoa.registrations.actions.shared import lock, must_be_next
from lantoa.registrations.models import Agreement, Confirmation, Evidence, Progress, Registration


@transaction.atomic
def confirm(
    registration: Registration,
    *,
    by: Actor,
    how: str = Confirmation.SIGNED_IN,
    on: dt.date | None = None,
    paper: Judged | None = None,
    witnesses: Sequence[Person] = (),
) -> Registration:
    """Its owner confirms the paper and all lines on it; or whoever looks after it records that she did,
    at a meeting before two witnesses or by her signature.

    Conflict when nothing is left to confirm, BadInput without a day, the witnesses or the signed paper.
    """
    lock(registration)
    is_own = queries.is_own(registration, by)
    rules.must_own(is_own or queries.records_for(registration, by))
    rules.must_await_confirmation(registration.awaits_confirmation)
    if is_own:
        how, on, paper = Confirmation.SIGNED_IN, by.on, None
    elif how not in (Confirmation.MEETING, Confirmation.SIGNATURE):
        how = Confirmation.MEETING
    on_paper = how == Confirmation.SIGNATURE
    rules.must_be_confirmed_somehow(on, by.on, on_paper=on_paper, has_paper=paper is not None)
    signed = attachments.keep(paper, by=by) if paper and on_paper else None
    vouching = _vouching(registration, witnesses, by) if how == Confirmation.MEETING else []
    assert on
    return note_confirmed(registration, how, on, by=by, signed=signed, witnesses=vouching)


def _vouching(registration: Registration, named: Sequence[Person], by: Actor) -> list[Person]:
    """The two witnesses, found among those who can be."""
    asked = {one.pk for one in named}
    found = list(queries.possible_witnesses(registration, by).filter(pk__in=asked))
    rules.must_have_witnesses(len(asked), are_possible=len(found) == len(asked))
    return found


def note_confirmed(
    registration: Registration,
    how: str,
    on: dt.date,
    *,
    by: Actor,
    signed: Attachment | None = None,
    code_given_by: Person | None = None,
    witnesses: Sequence[Person] = (),
) -> Registration:
    """Write down when and how the owner said that the paper and all lines on it are hers, and their exact words."""
    first, second = witnesses or (None, None)
    Agreement.objects.create(
        registration=registration,
        version=registration.agreements.count() + 1,
        how=how,
        on=on,
        words=queries.words_of(registration),
        imprint=queries.imprint_of(registration),
        written_by=by.person,
        code_given_by=code_given_by,
        witness=first,
        second_witness=second,
    )
    lines = Progress.objects.filter(task__registration=registration).typed_by_another()
    if registration.is_on_behalf:
        registration.confirmed_on, registration.confirmed_how = on, how
        registration.signed_paper = signed
        registration.save(update_fields=["confirmed_on", "confirmed_how", "signed_paper"])
    elif signed and (last := lines.last()):
        # The owner's own paper needs no confirming: the signed sheet is about the lines.
        Evidence.objects.create(progress=last, attachment=signed)
    Progress.objects.filter(pk__in=list(lines.values_list("pk", flat=True))).update(
        confirmed_on=on, confirmed_how=how
    )
    note = f"{Confirmation(how).label}, {show_date(on)}"
    record("registration.confirmed", registration, by=by, unit=registration.unit, note=note)
    return registration


@transaction.atomic
def deny_witness(agreement: Agreement, *, by: Actor) -> Registration:
    """Somebody named as a witness was none: what was vouched for with her name has to be confirmed again."""
    registration = lock(agreement.registration)
    named = {agreement.witness_id, agreement.second_witness_id}
    rules.must_own(by.person is not None and by.person.pk in named and agreement.denied_on is None)
    agreement.denied_by, agreement.denied_on = by.person, by.on
    agreement.save(update_fields=["denied_by", "denied_on"])
    same = {"confirmed_how": agreement.how, "confirmed_on": agreement.on}
    taken_back = {"confirmed_how": "", "confirmed_on": None}
    Registration.objects.filter(pk=registration.pk, **same).update(**taken_back)
    Progress.objects.filter(task__registration=registration, **same).update(**taken_back)
    record("registration.witness_denied", registration, by=by, unit=registration.unit)
    return registration


@transaction.atomic
def withdraw(registration: Registration, *, by: Actor, note: str = "") -> Registration:
    """Its owner (for a household, whoever looks after it) takes back what somebody else typed for her.

    It no longer counts, and she may write her own.

    NotAllowed for anybody else, Conflict for her own words.
    """
    lock(registration)
    rules.must_be_disownable(
        is_own=queries.is_own(registration, by)
        or (registration.is_household and queries.enters_for(registration, by)),
        is_on_behalf=registration.is_on_behalf,
        confirmed_herself=registration.confirmed_how == Confirmation.SIGNED_IN,
    )
    return note_withdrawn(registration, by=by, note=clean(note) or _("Không phải nội dung tôi đăng ký."))


def note_withdrawn(registration: Registration, *, by: Actor, note: str) -> Registration:
    """It no longer counts; Conflict when it cannot be taken back as it stands."""
    must_be_next(registration, rules.WITHDRAW)
    rules.STEPS.move(registration, rules.WITHDRAW)
    record("registration.withdrawn", registration, by=by, unit=registration.unit, note=note)
    return registration
