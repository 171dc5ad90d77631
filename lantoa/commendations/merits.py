"""Where the years that show a merit are found: in the records of this room and of those below.

Each finder gives (year, what shows it, where it is read) of those whom a proposal is about, as far as the actor may
see them. A new kind of merit is one line in FINDERS and its word in `models.Merit`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from lantoa.breakthroughs.models import YearAssessment
from lantoa.commendations import words
from lantoa.commendations.models import Commendation, Proposal
from lantoa.people.actors import Actor
from lantoa.practices.models import Practice, Recognition
from lantoa.registrations.models import Registration
from lantoa.reviews import queries as reviews
from lantoa.reviews.models import Review


@dataclass(frozen=True)
class Shown:
    """One year that shows it: by which record or paper, and where that is read; no address for a stated one."""

    year: int
    label: str
    url: str = ""
    review: Review | None = None


Finder = Callable[[Proposal, Actor], Iterator[Shown]]


def _completed(proposal: Proposal, actor: Actor) -> Iterator[Shown]:
    found = Registration.objects.visible_to(actor).completed()
    if proposal.person_id:
        found = found.filter(person=proposal.person_id)
    elif _is_the_unit(proposal):
        found = found.filter(unit=proposal.unit_id, subject=Registration.Subject.COLLECTIVE)
    else:
        return
    for one in found.select_related("person"):
        yield Shown(one.year, one.code or str(one), one.get_absolute_url())


def _breakthrough(proposal: Proposal, actor: Actor) -> Iterator[Shown]:
    found = YearAssessment.objects.visible_to(actor).filter(result=YearAssessment.Result.DONE)
    if proposal.person_id:
        found = found.filter(breakthrough__person=proposal.person_id)
    elif _is_the_unit(proposal):
        found = found.filter(breakthrough__unit=proposal.unit_id, breakthrough__person__isnull=True)
    else:
        return
    for one in found.select_related("breakthrough"):
        yield Shown(one.year, str(one.breakthrough), one.get_absolute_url())


def _practice(proposal: Proposal, actor: Actor) -> Iterator[Shown]:
    found = Recognition.objects.visible_to(actor)
    if proposal.person_id:
        found = found.filter(practice__person=proposal.person_id)
    elif _is_the_unit(proposal):
        found = found.filter(practice__unit=proposal.unit_id, practice__subject=Practice.Subject.COLLECTIVE)
    else:
        return
    for one in found.select_related("practice"):
        yield Shown(
            one.decided_on.year, f"{one.practice.name}, {one.decision_number}", one.get_absolute_url()
        )


def _rated(proposal: Proposal, actor: Actor) -> Iterator[Shown]:
    """The rating of a year, beside its review, for who may read that review; others see what was stated."""
    if not (proposal.person or _is_the_unit(proposal)):
        return
    for one in reviews.rated_excellent(actor, person=proposal.person, unit=proposal.unit):
        yield Shown(one.period.last_day.year, str(one.period), one.get_absolute_url(), one)


def _awarded(proposal: Proposal, actor: Actor, *, level: str) -> Iterator[Shown]:
    """By the same key by which different subjects are counted."""
    key = words.subject_key(proposal.unit_id, proposal.person_id, proposal.subject_name, proposal.subject)
    found = Commendation.objects.visible_to(actor).standing().filter(subject_key=key, level=level)
    for one in found.exclude(proposal=proposal).select_related("decision"):
        label = f"{one.get_form_display()}, {one.decision}"
        yield Shown(one.decided_on.year, label, one.get_absolute_url())


def _is_the_unit(proposal: Proposal) -> bool:
    """A group within a unit has no records of its own."""
    return proposal.subject == words.COLLECTIVE and not proposal.subject_name


FINDERS: Mapping[str, Finder] = {
    words.RATED: _rated,
    words.COMPLETED: _completed,
    words.BREAKTHROUGH: _breakthrough,
    words.PRACTICE: _practice,
    words.AWARDED_CELL: partial(_awarded, level=words.CELL),
    words.AWARDED_GRASSROOTS: partial(_awarded, level=words.GRASSROOTS),
    words.AWARDED_SUPERIOR: partial(_awarded, level=words.SUPERIOR),
    words.AWARDED_PROVINCE: partial(_awarded, level=words.PROVINCE),
}


def shown_by_records(merit: str, proposal: Proposal, actor: Actor) -> list[Shown]:
    """Every year that some record shows; nothing for a merit of which no records are kept."""
    finder = FINDERS.get(merit)
    return list(finder(proposal, actor)) if finder else []
