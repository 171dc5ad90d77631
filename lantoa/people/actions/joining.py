"""Who is known, and to which cell she belongs."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation.models import Unit
from lantoa.people import rules
from lantoa.people.actions.shared import must_reach
from lantoa.people.actors import Actor
from lantoa.people.models import Membership, Person


@transaction.atomic
def add_person(*, full_name: str, by: Actor, born_on: dt.date | None = None, phone: str = "") -> Person:
    """A new person. BadInput without a full name."""
    full_name = clean(full_name)
    rules.must_have_name(full_name)
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
