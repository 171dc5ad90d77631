"""Questions to the nominations and the commendations."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from lantoa.commendations import rules, words
from lantoa.commendations.models import (
    AwardLevel,
    Commendation,
    CommendationQuerySet,
    Decision,
    Form,
    Proposal,
    Subject,
)
from lantoa.foundation.dates import Period
from lantoa.foundation.text import fold
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import EVERYTHING, Actor
from lantoa.people.models import Membership, Person
from lantoa.registrations.models import Registration


@dataclass(frozen=True)
class Totals:
    """Occurrences and different ones, side by side; what cannot be split stands apart."""

    collectives: int
    distinct_collectives: int
    individuals: int
    distinct_people: int
    unsplit: int
    prime_minister: int


def totals(commendations: CommendationQuerySet) -> Totals:
    """Totals of these commendations, without those struck out, in one query."""
    collective, individual = Q(subject=Subject.COLLECTIVE), Q(subject=Subject.INDIVIDUAL)
    counts = {
        "collectives": Count("pk", filter=collective),
        "distinct_collectives": Count("subject_key", filter=collective, distinct=True),
        "individuals": Count("pk", filter=individual),
        "distinct_people": Count("subject_key", filter=individual, distinct=True),
        "unsplit": Count("pk", filter=Q(subject=Subject.UNSPLIT)),
        "prime_minister": Count("pk", filter=Q(level=AwardLevel.PRIME_MINISTER, form=Form.DIPLOMA)),
    }
    return Totals(**commendations.standing().order_by().aggregate(**counts))


def by_level(commendations: CommendationQuerySet) -> list[tuple[str, int, int]]:
    """(level in words, collectives, individuals) of those that stand, the highest level first; occurrences."""
    collective, individual = Q(subject=Subject.COLLECTIVE), Q(subject=Subject.INDIVIDUAL)
    found = commendations.standing().order_by().values("level")
    counted = found.annotate(
        collectives=Count("pk", filter=collective), individuals=Count("pk", filter=individual)
    )
    rows = {row["level"]: (row["collectives"], row["individuals"]) for row in counted}
    return [(str(level.label), *rows[level]) for level in reversed(AwardLevel) if level in rows]


def decided_in(commendations: CommendationQuerySet, period: Period | None) -> CommendationQuerySet:
    """Those decided in the period; all of them when no period is asked."""
    if period is None:
        return commendations
    return commendations.filter(decision__decided_on__gte=period.starts, decision__decided_on__lt=period.ends)


def body_above(unit: Unit, proposed_level: str, on: dt.date) -> Unit | None:
    """Where a nomination of this unit goes next: one level at a time.

    The unit itself when it is of the level proposed, else the nearest unit above it that decides at a
    higher level than its own; None when that body is not in the system.
    """
    own = rules.level_of(unit.level)
    if own == proposed_level:
        return unit
    above = [place.unit for place in reversed(organisation.ancestors(unit, on))]
    higher = [one for one in above if rules.rank(rules.level_of(one.level)) > rules.rank(own)]
    return higher[0] if higher else None


def speaks_for(actor: Actor, unit: Unit | None) -> bool:
    """Whether the actor's post is in this very unit, or in the one that continues it."""
    if actor.reach == EVERYTHING:
        return True
    return unit is not None and actor.in_own_unit(Unit.objects.filter(pk=unit.pk), of_unit="pk").exists()


def judges(actor: Actor, proposal: Proposal) -> bool:
    """Whether the actor speaks for the body that has to decide: the one asked, or for a body that is not
    in the system the one that proposed (it then records what came back).
    """
    if not actor.may("commendations.decide"):
        return False
    return speaks_for(actor, proposal.addressed_to or proposal.proposed_by)


def chain_of(proposal: Proposal) -> list[Proposal]:
    """All rungs of one nomination, lowest first."""
    first = proposal.first_id or proposal.pk
    rungs = Proposal.objects.filter(Q(pk=first) | Q(first=first)).select_related(
        "person", "proposed_by", "addressed_to"
    )
    return list(rungs.order_by("pk"))


def party_members(person_ids: Iterable[int], on: dt.date) -> dict[int, bool]:
    """id → whether the person is a Party member that day; left out when nothing is known of her."""
    known = Membership.objects.on(on).filter(person__in=set(person_ids)).values_list("person_id", "status")
    return {person_id: status != Membership.Status.OUTSIDE for person_id, status in known}


def is_hers(actor: Actor, commendation: Commendation) -> bool:
    """Whose commendation it is: the person, or who speaks for the collective."""
    if commendation.person_id is not None:
        return actor.person is not None and actor.person.pk == commendation.person_id
    return actor.may("commendations.propose") and actor.reaches(commendation.unit)


def of_person(person: Person | None) -> list[Commendation]:
    """The commendations of this person that stand, the latest first."""
    if person is None:
        return []
    found = Commendation.objects.standing().filter(person=person)
    related = found.select_related("decision__unit", "person", "unit").prefetch_related("named")
    return list(related.order_by("-decision__decided_on", "-pk"))


def awards_before(proposals: Sequence[Proposal], by: Actor) -> dict[int, list[Commendation]]:
    """Proposal → what whoever it names was commended with already, the latest first, as far as the actor sees it."""
    keys = {
        one.pk: words.subject_key(one.unit_id, one.person_id, one.subject_name, one.subject)
        for one in proposals
    }
    found = Commendation.objects.visible_to(by).standing().filter(subject_key__in=set(keys.values()))
    by_key: dict[str, list[Commendation]] = defaultdict(list)
    for one in found.select_related("decision").order_by("-decision__decided_on", "-pk"):
        by_key[one.subject_key].append(one)
    return {key: [a for a in by_key[said] if a.proposal_id != key] for key, said in keys.items()}


def needs_appraisal(proposal: Proposal) -> bool:
    """Whether the level above appraises before it decides: it was sent out of the organisation that proposes."""
    asked, own = proposal.addressed_to_id, proposal.proposed_by_id
    return rules.is_appraised(
        is_sent_on=asked is not None and asked != own, proposer_level=proposal.proposed_by.level
    )


def may_appraise(actor: Actor, proposal: Proposal) -> bool:
    """Whether the actor works for the body asked, with the right to appraise, and it is not about herself.

    Nor about whom she stands in for; nor may who sent it, with another post, also appraise it.
    """
    if proposal.addressed_to is None or not actor.may("commendations.appraise"):
        return False
    if actor.is_one_with(proposal.person_id) or actor.is_one_with(proposal.submitted_by_id):
        return False
    return proposal.status in rules.CONSIDERED and speaks_for(actor, proposal.addressed_to)


def considers(actor: Actor, proposal: Proposal) -> bool:
    """Whether it was sent to the body the actor works for: who looks evidence through does not write it."""
    asked = proposal.addressed_to
    return asked is not None and asked != proposal.proposed_by and speaks_for(actor, asked)


MOST_FOUND = 8


@dataclass(frozen=True)
class Record:
    """What is known of somebody who may be commended: her home, what she undertook and did, her awards before."""

    person: Person
    unit: Unit | None
    papers: tuple[Registration, ...]
    awards: tuple[Commendation, ...]

    @property
    def name(self) -> str:
        """As the box reads it: with the year of birth where somebody else of the unit is called the same."""
        born = self.person.born_on
        namesakes = Person.objects.named_exactly(self.person.full_name).exclude(pk=self.person.pk)
        return (
            f"{self.person.full_name} {born.year}" if born and namesakes.exists() else self.person.full_name
        )


def found_by_name(name: str, by: Actor) -> list[tuple[Person, str]]:
    """(person, where she is) of those in reach whose name has these words; nobody for no words."""
    if not fold(name):
        return []
    people = list(Person.objects.visible_to(by).named(name).order_by("sort_key", "pk")[:MOST_FOUND])
    homes = Membership.objects.on(by.on).filter(person__in=people).select_related("unit")
    named = organisation.names_of([home.unit_id for home in homes], by.on)
    where = {home.person_id: named.get(home.unit_id, str(home.unit)) for home in homes}
    return [(person, where.get(person.pk, "")) for person in people]


def record_of(person_id: int | None, by: Actor) -> Record | None:
    """What the actor may see of a person in reach; None for anybody else."""
    person = Person.objects.visible_to(by).filter(pk=person_id).first() if person_id else None
    if person is None:
        return None
    home = Membership.objects.on(by.on).filter(person=person).select_related("unit").first()
    papers = Registration.objects.visible_to(by).of(person).approved().for_lists().order_by("-year")[:2]
    awards = (
        Commendation.objects.visible_to(by)
        .standing()
        .filter(person=person)
        .select_related("decision")
        .order_by("-decision__decided_on")
    )
    return Record(person, home.unit if home else None, tuple(papers), tuple(awards[:MOST_FOUND]))


def may_read_register(by: Actor, decision: Decision) -> bool:
    """Whether the decision stands in a register of papers that the actor reads."""
    unit = decision.unit if decision.document_id else None
    return unit is not None and by.may("reports.view") and by.reaches(unit)
