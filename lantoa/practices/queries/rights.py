"""Who may do what with a practice, and who judges it."""

from __future__ import annotations

import datetime as dt

from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.people.actors import EVERYTHING, Actor
from lantoa.people.models import Membership, Post
from lantoa.practices import rules
from lantoa.practices.models import Practice, RecognitionRequest


def line_upwards(unit: Unit, on: dt.date) -> list[Placement]:
    """The unit and everything above it that day, the nearest first."""
    here = organisation.placement(unit, on)
    above = list(reversed(organisation.ancestors(unit, on)))
    return [here, *above] if here else above


def judge_for(unit: Unit, level: str, *, by: Actor) -> Unit:
    """Which unit judges a practice of this unit at this level; the one above when the proposer would judge."""
    line = line_upwards(unit, by.on)
    if not line:
        return unit
    index = rules.nearest_at_or_above(level, [place.unit.level for place in line])
    judges_there = by.unit is not None and by.unit.pk == line[index].unit_id and by.may("practices.judge")
    if judges_there and by.reach != EVERYTHING:
        index = min(index + 1, len(line) - 1)
    return line[index].unit


def may_write(actor: Actor, practice: Practice) -> bool:
    """Whose it is, who drafted it, and those who judge for its unit."""
    if not actor.may("practices.write"):
        return False
    if actor.person and actor.person.pk in (practice.person_id, practice.drafted_by_id):
        return True
    return actor.may("practices.judge") and _in_own_unit(actor, practice)


def _in_own_unit(actor: Actor, practice: Practice, of_unit: str = "unit") -> bool:
    return actor.in_own_unit(Practice.objects.filter(pk=practice.pk), of_unit).exists()


def is_own(actor: Actor, practice: Practice) -> bool:
    """Whether the actor would decide on her own: its person, who proposed it, a post holder of the collective."""
    if actor.person is None:
        return False
    if actor.is_one_with(practice.person_id) or actor.is_one_with(practice.proposed_by_id):
        return True
    if practice.subject == rules.INDIVIDUAL or practice.unit_id == practice.judging_unit_id:
        return False
    return Post.objects.on(actor.on).filter(person=actor.person, unit=practice.unit_id).exists()


def may_judge(actor: Actor, practice: Practice) -> bool:
    """Someone with the right to judge in the unit it was proposed to, who is not judging her own."""
    return (
        actor.may("practices.judge")
        and practice.judging_unit_id is not None
        and _in_own_unit(actor, practice, "judging_unit")
        and not is_own(actor, practice)
    )


def may_recognise(actor: Actor, practice: Practice) -> bool:
    """Judges of a level above the practice, for what has been registered."""
    return (
        practice.registered_on is not None
        and actor.may("practices.judge")
        and actor.reaches(practice.unit)
        and not is_own(actor, practice)
    )


def may_answer(actor: Actor, asked: RecognitionRequest) -> bool:
    """Who recognises in the unit that was asked, and did not ask herself."""
    there = actor.in_own_unit(RecognitionRequest.objects.filter(pk=asked.pk), "judging_unit").exists()
    return there and not actor.is_one_with(asked.asked_by_id) and may_recognise(actor, asked.practice)


def members_of(unit: Unit, on: dt.date) -> list[Membership]:
    """Who belongs to this very unit that day, in the order of names."""
    found = Membership.objects.on(on).filter(unit=unit).select_related("person")
    return list(found.order_by("person__sort_key"))
