"""What was typed for somebody else: its owner says that it is hers, or takes it back."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import attachments
from lantoa.foundation.attachments import Judged
from lantoa.foundation.dates import show_date
from lantoa.foundation.history import record
from lantoa.foundation.models import Attachment
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor
from lantoa.registrations import queries, rules
from lantoa.registrations.actions import indexing
from lantoa.registrations.actions.shared import lock, must_be_next
from lantoa.registrations.models import Confirmation, Evidence, Progress, Registration


@transaction.atomic
def confirm(
    registration: Registration,
    *,
    by: Actor,
    how: str = Confirmation.SIGNED_IN,
    on: dt.date | None = None,
    paper: Judged | None = None,
) -> Registration:
    """Its owner confirms the paper and all lines on it; or whoever looks after it records that she did,
    at a meeting or by her signature.

    Conflict when nothing is left to confirm, BadInput without a day or without the signed paper.
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
    assert on
    return note_confirmed(registration, how, on, by=by, signed=signed)


def note_confirmed(
    registration: Registration, how: str, on: dt.date, *, by: Actor, signed: Attachment | None = None
) -> Registration:
    """Write down when and how the owner said that the paper and all lines on it are hers."""
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
    indexing.take_out(registration)
    record("registration.withdrawn", registration, by=by, unit=registration.unit, note=note)
    return registration
