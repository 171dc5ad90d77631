"""Who may hand out a code, who can vouch for a word, and what exactly was agreed to."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q, QuerySet

from lantoa.foundation.dates import show_date
from lantoa.people.actors import Actor
from lantoa.people.models import Membership, Person
from lantoa.registrations.models import Agreement, Progress, Registration, SlipRequest
from lantoa.registrations.models.said import TEXTS
from lantoa.registrations.queries.who import belongs_here, is_own

TOLD_FOR = dt.timedelta(days=30)  # how long somebody is asked whether she really was a witness


def typed_any_of(registration: Registration, actor: Actor) -> bool:
    """Whether the actor herself typed the paper or a line on it: she needs the agreement, and gets no code."""
    if actor.person is None:
        return False
    if registration.is_on_behalf and registration.entered_by_id == actor.person.pk:
        return True
    lines = Progress.objects.filter(task__registration=registration, recorded_by=actor.person)
    return lines.exclude(recorded_by=registration.person_id).exists()


def may_print_slip(registration: Registration, actor: Actor) -> bool:
    """Whether the actor is the second person: she judges in reach, has typed nothing of it and it is not hers."""
    if not actor.may("registrations.judge") or is_own(registration, actor):
        return False
    near = actor.reaches(registration.unit) or belongs_here(registration, actor)
    return near and not typed_any_of(registration, actor)


def slips_to_print(actor: Actor) -> list[Registration]:
    """Papers for which somebody asked that their owner be handed a code, and this actor may."""
    if not actor.may("registrations.judge"):
        return []
    asked = SlipRequest.objects.values("registration_id")
    papers = Registration.objects.visible_to(actor).filter(pk__in=asked).for_lists()
    return [one for one in papers if one.awaits_confirmation and may_print_slip(one, actor)]


def possible_witnesses(registration: Registration, actor: Actor) -> QuerySet[Person]:
    """The people of the cell, without the owner and without who writes the agreement down."""
    here = actor.in_own_unit(Membership.objects.on(actor.on)).values("person_id")
    others = Person.objects.filter(pk__in=here)
    if actor.person:
        others = others.exclude(pk=actor.person.pk)
    return others.exclude(pk=registration.person_id) if registration.person_id else others


def words_of(registration: Registration) -> list[list[str]]:
    """[what it is, what it says] of everything the paper puts in its owner's mouth, as it stands now."""
    said: list[list[str]] = []
    for task in registration.tasks.all():
        said += [[label, text] for label, text in task.as_told.items()]
    said += [
        [_called(registration, name), str(value)] for name in TEXTS if (value := _text(registration, name))
    ]
    for line in Progress.objects.filter(task__registration=registration):
        said.append([show_date(line.on), str(line)])
    return said


def _called(thing: Registration | object, name: str) -> str:
    return str(thing._meta.get_field(name).verbose_name)  # type: ignore[union-attr]


def _text(registration: Registration, name: str) -> str:
    value = getattr(registration, name)
    return value if isinstance(value, str) else ""


def to_vouch_for(actor: Actor) -> QuerySet[Agreement]:
    """Agreements of the last thirty days for which the actor is named as a witness."""
    if actor.person is None:
        return Agreement.objects.none()
    named = Q(witness=actor.person) | Q(second_witness=actor.person)
    fresh = Agreement.objects.filter(named, denied_on__isnull=True, written_at__date__gt=actor.on - TOLD_FOR)
    return fresh.select_related("registration__person", "written_by")
