"""Who is named in practices, and who may act for her."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from lantoa.foundation.text import fold
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Membership, Person
from lantoa.practices.models import NamedPerson, NamedPersonQuerySet, Practice, bare
from lantoa.practices.words import BEFORE_REGISTRATION, DRAFT


def is_named(actor: Actor, named: NamedPerson) -> bool:
    """Whether it is the actor herself."""
    return actor.person is not None and named.person_id == actor.person.pk


def naming_me(actor: Actor) -> NamedPersonQuerySet:
    """Every practice that names the actor, the latest first; drafts are nobody's but their writer's."""
    found = NamedPerson.objects.of(actor).exclude(practice__status=DRAFT)
    return found.select_related("practice__unit").order_by("-practice__registered_on", "-pk")


def to_answer(actor: Actor) -> NamedPersonQuerySet:
    """Where the actor is named, in what is being written, and has not said whether she agrees."""
    asked = NamedPerson.objects.of(actor).filter(agreed_on__isnull=True)
    return asked.filter(practice__status__in=BEFORE_REGISTRATION)


def person_of(unit: Unit, name: str, on: dt.date) -> Person | None:
    """The one member of the unit whose name stands in these words; None for nobody or for two."""
    words = f" {re.sub(r'[^a-z0-9]+', ' ', fold(name))} "
    members = Membership.objects.on(on).filter(unit=unit).select_related("person")
    found = {one.person for one in members if f" {fold(str(one.person))} " in words}
    return found.pop() if len(found) == 1 else None


def names_to_leave_out(practices: Iterable[Practice]) -> list[str]:
    """The persons these practices name: what another unit takes over does not carry their names."""
    rows = NamedPerson.objects.filter(practice__in=list(practices)).values_list("name", flat=True)
    return sorted({bare(name) for name in rows} - {""})
