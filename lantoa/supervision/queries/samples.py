"""What is drawn from, whether it is still the same; who may answer a note."""

from __future__ import annotations

from dataclasses import dataclass

from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import EVERYTHING, Actor
from lantoa.registrations.models import Registration
from lantoa.supervision import rules
from lantoa.supervision.models import Note, NoteQuerySet, Sample, SampledPaper


def pool_of(unit: Unit, year: int, actor: Actor) -> dict[str, int]:
    """Code → key of every agreed registration of that year in the unit and below."""
    agreed = Registration.objects.approved().in_year(year)
    found = organisation.within(agreed, unit, on=actor.on).order_by().values_list("code", "pk")
    return {code: key for code, key in found if code}


def earlier_samples(unit: Unit, year: int, actor: Actor) -> list[Sample]:
    """What the actor's own body has drawn of this unit and year already."""
    drawn = Sample.objects.filter(unit=unit, year=year)
    return list(actor.in_own_unit(drawn, of_unit="body").select_related("drawn_by").order_by("turn"))


@dataclass(frozen=True)
class Recheck:
    """A sample drawn again: whether the list is still the one drawn from, whether the same papers come out."""

    is_same_list: bool
    is_same_draw: bool
    size_now: int


def recheck(sample: Sample, actor: Actor) -> Recheck:
    """Draws again from the list as it is now, by the seed that was kept."""
    codes = list(pool_of(sample.unit, sample.year, actor))
    drawn = [paper.registration.code for paper in sample.papers.select_related("registration")]
    again = rules.draw(codes, seed=sample.seed, size=sample.size)
    return Recheck(rules.digest(codes) == sample.pool_digest, again == drawn, len(codes))


def paper_of(sample: Sample, order: int) -> SampledPaper | None:
    """One paper of it."""
    return sample.papers.select_related("registration").filter(order=order).first()


def stands_for(note: Note, actor: Actor) -> Unit | None:
    """For which unit the actor may answer the note: hers, or that of the sample; None for neither."""
    if not actor.may("supervision.answer") or actor.reach == EVERYTHING:
        return None
    this = Note.objects.filter(pk=note.pk)
    here = actor.in_own_unit(this).exists() or actor.in_own_unit(this, of_unit="paper__sample__unit").exists()
    return actor.unit if here else None


def is_about(note: Note, actor: Actor) -> bool:
    """Whether the note is on the actor's own paper."""
    return actor.person is not None and note.person_id == actor.person.pk


def to_answer(actor: Actor) -> NoteQuerySet:
    """What the actor has not answered yet and is still asked to."""
    if actor.person is None:
        return Note.objects.none()
    mine = Note.objects.concerning(actor).standing().filter(answer_by__gte=actor.on)
    return mine.unanswered_by(actor.person)
