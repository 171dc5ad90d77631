"""Which practices of a movement somebody may assess, and what was said of them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F, Q

from lantoa.people.actors import Actor
from lantoa.people.models import Post
from lantoa.practices.models import MovementAssessment, Practice, PracticeQuerySet
from lantoa.practices.words import COLLECTIVE
from lantoa.programme.models import Movement


def assessable(movement: Movement, actor: Actor) -> PracticeQuerySet:
    """Registered in the movement, in reach of who judges, and not her own: neither hers nor of a unit of her post."""
    if not actor.may("practices.judge"):
        return Practice.objects.none()
    found: PracticeQuerySet = actor.in_reach(Practice.objects.registered().filter(movement=movement))
    if actor.person is None:
        return found
    held = Post.objects.on(actor.on).filter(person=actor.person).values("unit_id")
    of_her_units = Q(subject=COLLECTIVE, unit__in=held)
    found = found.exclude(person__in=actor.one_with).exclude(proposed_by__in=actor.one_with)
    return found.exclude(of_her_units, judging_unit__isnull=True).exclude(
        of_her_units & ~Q(unit=F("judging_unit"))
    )


def assessed_in(practices: Iterable[Practice], year: int) -> dict[int, bool]:
    """key of a practice → whether it was found effective in the year; those of which nothing was said are missing."""
    found = MovementAssessment.objects.filter(practice__in=[one.pk for one in practices], year=year)
    return dict(found.values_list("practice_id", "is_effective"))
