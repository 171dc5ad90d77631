"""What is to be mended, carried over into the year's undertaking."""

from __future__ import annotations

from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Person
from lantoa.registrations.models import Registration, RegistrationTask
from lantoa.registrations.models.closing import YearEnd
from lantoa.registrations.models.words import Outcome
from lantoa.shortcomings import queries as shortcomings
from lantoa.shortcomings.models import Shortcoming, ShortcomingQuerySet


def to_mend_for(actor: Actor, person: Person | None, unit: Unit | None) -> ShortcomingQuerySet:
    """What the person, or the unit when no person is named, has still to mend, as far as the actor may read it."""
    if person:
        found = shortcomings.open_of(person, on=actor.on)
    elif unit:
        found = shortcomings.open_of_unit(unit, on=actor.on)
    else:
        found = Shortcoming.objects.none()
    return found.filter(pk__in=Shortcoming.objects.visible_to(actor).values("pk"))


def may_admit(actor: Actor, person: Person | None, unit: Unit | None) -> bool:
    """Whether the actor may add one on the spot: of herself, or of the unit she leads."""
    if person is None:
        return unit is not None and actor.may("shortcomings.write")
    return person == actor.person and actor.may("shortcomings.own")


def mended_by(registration: Registration) -> list[RegistrationTask]:
    """The tasks of a concluded year that were done and whose shortcoming is still open; uses what was prefetched."""
    ending = registration.ending
    if ending is None or not ending.is_closed:
        return []
    return [
        task
        for task in registration.ordered_tasks
        if task.outcome == Outcome.DONE and task.shortcoming and task.shortcoming.is_open
    ]


def to_report_mended(actor: Actor) -> list[RegistrationTask]:
    """The same, of everything the actor herself undertook."""
    done = RegistrationTask.objects.filter(
        registration__person=actor.person,
        registration__status=Registration.Status.APPROVED,
        registration__year_end__status=YearEnd.Status.CLOSED,
        outcome=Outcome.DONE,
        shortcoming__in=shortcomings.to_mend(actor),
    )
    return list(done.select_related("shortcoming", "registration")) if actor.person else []
