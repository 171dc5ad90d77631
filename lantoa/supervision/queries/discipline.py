"""Who is disciplined, and who keeps the decision."""

from __future__ import annotations

from lantoa.people.actors import EVERYTHING, Actor
from lantoa.supervision.models import Discipline

# Whom it is about reads that it was opened.
DISCIPLINE_READ = "discipline.read"


def is_disciplined(one: Discipline, actor: Actor) -> bool:
    """Whether it is about the actor, or the unit she leads."""
    if one.person_id:
        return actor.person is not None and actor.person.pk == one.person_id
    if not actor.may("supervision.answer"):
        return False
    return actor.in_own_unit(Discipline.objects.filter(pk=one.pk)).exists()


def keeps_discipline(one: Discipline, actor: Actor) -> bool:
    """Whether the actor works for the body that decided."""
    if actor.reach == EVERYTHING:
        return True
    if not actor.may("supervision.plan"):
        return False
    return actor.in_own_unit(Discipline.objects.filter(pk=one.pk), of_unit="body").exists()
