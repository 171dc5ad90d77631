"""Who took a practice over from whom: the chain, the rights, the core parts."""

from __future__ import annotations

import datetime as dt

from lantoa.adoptions.models import Adoption
from lantoa.adoptions.rules import PartFate
from lantoa.foundation.half_open import holds_on
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Heir, Unit
from lantoa.people.actors import Actor
from lantoa.practices.models import CorePart, Practice
from lantoa.practices.queries import core_texts
from lantoa.practices.words import GOING_ON


def may_adopt_for(actor: Actor, unit: Unit) -> bool:
    """Who may take a practice over for this unit: those who judge in the unit itself."""
    if not (actor.may("practices.write") and actor.may("practices.judge")):
        return False
    return actor.in_own_unit(Unit.objects.filter(pk=unit.pk), of_unit="pk").exists()


def adoption_of(practice: Practice) -> Adoption | None:
    """Where the practice was learned; None for one thought out where it is."""
    related = Adoption.objects.select_related("origin", "root")
    return related.filter(practice=practice).first()


def chain_of(practice: Practice) -> list[Practice]:
    """The practice, the one it was learned from, and so on up to the root."""
    chain = [practice]
    while (adoption := adoption_of(chain[-1])) is not None:
        chain.append(adoption.origin)
    return chain


def root_of(practice: Practice) -> Practice:
    """The first of the chain; the practice itself when it was learned from nobody."""
    adoption = adoption_of(practice)
    return adoption.root if adoption else practice


def is_own(practice: Practice, unit: Unit, on: dt.date) -> bool:
    """Whether it is the unit's own or went out from it, however many hands it went through, or of one it continues."""
    chain = {one.unit_id for one in chain_of(practice)}
    heirs = organisation.heirs_of(chain | {unit.pk}, on)
    return heirs[unit.pk] in {heirs[one] for one in chain}


def living_adoption(root: Practice, unit: Unit, on: dt.date) -> Adoption | None:
    """The adoption of this root that the unit (or one it continues) has going on."""
    going_on = Adoption.objects.filter(root=root, practice__status__in=GOING_ON)
    of_unit = going_on.filter(
        practice__unit__in=Heir.objects.filter(holds_on(on), heir=unit).values("unit_id")
    )
    return of_unit.select_related("practice").first()


def core_parts(root: Practice) -> list[CorePart]:
    """The core parts, from now on with a row of their own also where they are only the steps."""
    written = list(root.core_parts.all())
    if written:
        return written
    steps = [CorePart(practice=root, place=n, text=step) for n, step in enumerate(core_texts(root), start=1)]
    return CorePart.objects.bulk_create(steps)


def preset_parts(origin: Practice) -> list[tuple[str, PartFate]]:
    """What an adopter finds filled in: each core part of the root as kept, or as the place learned from has it."""
    adoption = adoption_of(origin)
    if adoption is None:
        return [(text, PartFate()) for text in core_texts(origin)]
    there = {part.core_id: PartFate(part.fate, part.why) for part in adoption.parts.all()}
    return [(core.text, there.get(core.pk, PartFate())) for core in adoption.root.core_parts.all()]


def has_followers(adoption: Adoption) -> bool:
    """Whether something was built on it: somebody learned from it, recognised it, or an answer was given for it."""
    practice = adoption.practice
    return practice.adoptions.exists() or practice.recognitions.exists() or adoption.checkups.exists()
