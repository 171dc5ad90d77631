"""Who is known, and to which cell she belongs."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation.entry.sending import ask
from lantoa.foundation.errors import BadInput
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation.models import Unit
from lantoa.people import queries, rules
from lantoa.people.actions.accounts import add_account
from lantoa.people.actions.shared import must_reach
from lantoa.people.actors import Actor
from lantoa.people.models import Membership, Person


def _must_be_named(full_name: str) -> None:
    """BadInput without a name; of one word without an apostrophe it is asked whether it is the whole name."""
    rules.must_have_name(full_name)
    if not rules.is_full_name(full_name):
        said = _("Tên chỉ có một chữ. Nhập đủ họ và tên; nếu giấy tờ ghi đúng một chữ thì đánh dấu rồi ghi.")
        ask(said, "full_name")


@transaction.atomic
def add_person(*, full_name: str, by: Actor, born_on: dt.date | None = None, phone: str = "") -> Person:
    """A new person. BadInput without a full name."""
    full_name = clean(full_name)
    _must_be_named(full_name)
    person = Person.objects.create(full_name=full_name, born_on=born_on, phone=phone)
    record("person.added", person, by=by, unit=by.unit)
    return person


@transaction.atomic
def join(person: Person, *, unit: Unit, status: str, starts: dt.date, by: Actor) -> Membership:
    """The person belongs to this unit from that day; the membership before it ends the same day."""
    must_reach(by, unit)
    for before in Membership.objects.select_for_update().filter(person=person, ends__isnull=True):
        if before.starts >= starts:
            raise BadInput(
                _("%(person)s đã sinh hoạt tại chi bộ khác từ ngày này hoặc sau đó. Kiểm tra lại ngày.")
                % {"person": person},
                "starts",
            )
        before.ends = starts
        before.save(update_fields=["ends"])
    membership = Membership.objects.create(person=person, unit=unit, status=status, starts=starts)
    record("membership.started", membership, by=by, unit=unit, on=starts)
    return membership


@transaction.atomic
def mend_person(
    person: Person,
    *,
    full_name: str,
    by: Actor,
    born_on: dt.date | None = None,
    card_number: str = "",
    phone: str = "",
    email: str = "",
) -> Person:
    """Her details as they should be; history keeps what stood before. BadInput without a full name.

    NotAllowed for who looked after her only before: what confirms her by a code is mended where she belongs now.
    """
    rules.must_keep(queries.keeps(person, by))
    if clean(full_name) != person.full_name:
        _must_be_named(clean(full_name))
    given = {"full_name": clean(full_name), "born_on": born_on, "card_number": card_number}
    given |= {"phone": phone, "email": email}
    before = {name: str(getattr(person, name) or "") for name in given}
    for name, value in given.items():
        setattr(person, name, value)
    person.save()
    after = {name: str(value or "") for name, value in given.items()}
    changed = [name for name in given if before[name] != after[name]]
    record(
        "person.corrected",
        person,
        by=by,
        unit=by.unit,
        before={name: before[name] for name in changed},
        after={name: after[name] for name in changed},
    )
    return person


@transaction.atomic
def add_member(
    *, unit: Unit, status: str, starts: dt.date, by: Actor, opens_account: bool = False, **details: Any
) -> Person:
    """A new person in a unit, with an account under her telephone number where asked. NotAllowed out of reach."""
    known = {name: details.pop(name) for name in ("card_number", "email") if name in details}
    person = add_person(by=by, **details)
    if any(known.values()):
        for name, value in known.items():
            setattr(person, name, value)
        person.save()
    join(person, unit=unit, status=status, starts=starts, by=by)
    if opens_account:
        add_account(person, sign_in_name=details.get("phone", ""), by=by)
    return person
