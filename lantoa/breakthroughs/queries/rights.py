"""Who decides, and who may do what."""

from __future__ import annotations

import datetime as dt

from django.db.models import QuerySet

from lantoa.breakthroughs import words
from lantoa.breakthroughs.models import Amendment, Breakthrough
from lantoa.foundation import clock
from lantoa.foundation.approval import TAKE_BACK_WITHIN
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.people.actors import EVERYTHING, Actor
from lantoa.people.models import Post
from lantoa.people.roles import ROLES

NOT_A_DECIDING_LEVEL = ("section", "cell")


def possible_approvers(unit: Unit, on: dt.date) -> list[Placement]:
    """Where it may be sent, the nearest first: the units above, or the unit itself at the root."""
    above = list(reversed(organisation.ancestors(unit, on)))
    here = organisation.placement(unit, on)
    return above or ([here] if here else [])


def usual_approver(unit: Unit, on: dt.date) -> Unit:
    """The committee directly above that decides: a section has no such say, a cell never."""
    possible = possible_approvers(unit, on)
    deciding = [place.unit for place in possible if place.unit.level not in NOT_A_DECIDING_LEVEL]
    return (deciding or [place.unit for place in possible] or [unit])[0]


def heads_of(unit: Unit, on: dt.date) -> QuerySet[Post]:
    """The posts at the head of this very unit that day."""
    return (
        Post.objects.on(on).filter(unit=unit, is_head=True).select_related("person", "title").order_by("pk")
    )


def _in_own_unit(actor: Actor, breakthrough: Breakthrough, of_unit: str = "unit") -> bool:
    return actor.in_own_unit(Breakthrough.objects.filter(pk=breakthrough.pk), of_unit).exists()


def may_write(actor: Actor, breakthrough: Breakthrough) -> bool:
    """Its owner, who drafted it, and those who write in its unit."""
    if not actor.may("breakthroughs.write"):
        return False
    if actor.person and actor.person.pk in (breakthrough.person_id, breakthrough.drafted_by_id):
        return True
    return _in_own_unit(actor, breakthrough)


def is_own(actor: Actor, breakthrough: Breakthrough) -> bool:
    """Whether the actor would decide on her own paper: its owner, who sent it, a post holder of the collective."""
    if actor.person is None:
        return False
    if actor.is_one_with(breakthrough.person_id) or actor.is_one_with(breakthrough.submitted_by_id):
        return True
    if breakthrough.person_id or breakthrough.unit_id == breakthrough.approving_unit_id:
        return False
    return Post.objects.on(actor.on).filter(person=actor.person, unit=breakthrough.unit_id).exists()


def may_be_taken_back(actor: Actor) -> list[Breakthrough]:
    """What the actor has written down as approved in the last ten minutes and may undo, the newest first."""
    if actor.person is None:
        return []
    since = clock.now() - TAKE_BACK_WITHIN
    mine = Breakthrough.objects.filter(approved_by=actor.person, approved_at__gt=since)
    return [one for one in mine.order_by("-approved_at") if one.may_take_back(clock.now())]


def as_told(breakthrough: Breakthrough, actor: Actor) -> Breakthrough:
    """As it stands for this reader: whose it is hears of an approval only when it can be taken back no more."""
    is_heard = not breakthrough.may_take_back(clock.now()) or may_judge(actor, breakthrough)
    if not is_heard and may_write(actor, breakthrough):
        breakthrough.is_untold, breakthrough.status = True, words.SUBMITTED
        for name, value in words.NOT_DECIDED.items():
            setattr(breakthrough, name, value)
    return breakthrough


def may_judge(actor: Actor, breakthrough: Breakthrough) -> bool:
    """Someone with the right to judge in the unit it was sent to, who is not judging her own."""
    return (
        actor.may("breakthroughs.judge")
        and _in_own_unit(actor, breakthrough, "approving_unit")
        and not is_own(actor, breakthrough)
    )


def acts_in(actor: Actor, unit: Unit) -> bool:
    """Whether the actor's post is in this very unit (or in the one that continues it)."""
    return actor.in_own_unit(Unit.objects.filter(pk=unit.pk), "pk").exists()


def may_appraise(actor: Actor, breakthrough: Breakthrough) -> bool:
    """Someone with the right to advise, in the body that was asked, on what is not her own."""
    return (
        breakthrough.appraising_unit_id is not None
        and actor.may("breakthroughs.appraise")
        and _in_own_unit(actor, breakthrough, "appraising_unit")
        and not is_own(actor, breakthrough)
    )


def proposed(actor: Actor, amendment: Amendment) -> bool:
    """Whether the actor would decide on an amendment of her own."""
    return actor.is_one_with(amendment.proposed_by_id)


def may_judge_amendment(actor: Actor, amendment: Amendment) -> bool:
    """Who may judge the breakthrough, except who proposed the change."""
    return may_judge(actor, amendment.breakthrough) and not proposed(actor, amendment)


def may_take_back_amendment(actor: Actor, amendment: Amendment) -> bool:
    """Who wrote its approval down, for ten minutes and while nothing stands on it."""
    is_giver = actor.person is not None and actor.person.pk == amendment.approved_by_id
    return is_giver and amendment.may_take_back(clock.now())


def possible_advisers(approving_unit: Unit, on: dt.date) -> list[tuple[Unit, str]]:
    """The approving unit and those directly below it in which someone holds a post that advises."""
    near = [approving_unit.pk, *organisation.children(approving_unit, on).values_list("unit_id", flat=True)]
    advising = [role.code for role in ROLES.values() if "breakthroughs.appraise" in role.permissions]
    held = Post.objects.on(on).filter(unit__in=near, role__in=advising).values_list("unit_id", flat=True)
    units = Unit.objects.in_bulk(set(held))
    names = organisation.names_of(units, on)
    return [(units[pk], names.get(pk, "")) for pk in near if pk in units]


def may_supervise(actor: Actor, breakthrough: Breakthrough) -> bool:
    """The unit assigned to supervise, and the one that approved."""
    if actor.reach == EVERYTHING:
        return True
    supervising = breakthrough.supervising_unit_id and _in_own_unit(actor, breakthrough, "supervising_unit")
    assigned = supervising and actor.may("breakthroughs.view") and not is_own(actor, breakthrough)
    return bool(assigned) or may_judge(actor, breakthrough)
