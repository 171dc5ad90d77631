"""The criteria in use, and what was found of a practice."""

from __future__ import annotations

from lantoa.people.actors import Actor
from lantoa.practices.models import Appraised, Criterion, Practice
from lantoa.practices.queries.rights import may_judge, may_recognise
from lantoa.practices.words import PROPOSED


def criteria_in_use() -> list[Criterion]:
    """In the order in which they are asked."""
    return list(Criterion.objects.filter(is_used=True))


def appraised_of(practice: Practice) -> list[Appraised]:
    """What was found, in the order of the criteria."""
    return list(practice.appraised.select_related("criterion"))


def waits_for(actor: Actor, practice: Practice) -> bool:
    """Whether it waits for this actor to agree or to send it back."""
    return practice.status == PROPOSED and may_judge(actor, practice)


def may_appraise(actor: Actor, practice: Practice) -> bool:
    """Who judges it now, or may recognise it later; never its own."""
    return waits_for(actor, practice) or may_recognise(actor, practice)
