"""Who may do what; a year of a programme; how far each inspection is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from lantoa.foundation.models import Event
from lantoa.foundation.verbs import said
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import EVERYTHING, Actor
from lantoa.people.models import Membership, Person, Post
from lantoa.supervision import rules
from lantoa.supervision.models import (
    FileDocument,
    Inspection,
    InspectionQuerySet,
    Remedy,
    Sample,
    YearProgramme,
)
from lantoa.supervision.words import Presence, Status

SETTLED = (Status.CONCLUDED, Status.CLOSED, Status.DROPPED)

# Whom it concerns, and who did it, read that it was opened.
INSPECTION_READ, NOTE_READ = "inspection.read", "supervision.note_read"


def plans(programme: YearProgramme, actor: Actor) -> bool:
    """Whether the actor keeps this programme and the files of its inspections."""
    if actor.reach == EVERYTHING:
        return True
    if not actor.may("supervision.plan"):
        return False
    return actor.in_own_unit(YearProgramme.objects.filter(pk=programme.pk)).exists()


def keeps_file(one: Inspection, actor: Actor) -> bool:
    """Whether the actor keeps this file: not of herself, nor of whom she stands in for."""
    return not actor.is_one_with(one.person_id) and plans(one.programme, actor)


def answers_for(one: Inspection, actor: Actor) -> bool:
    """Whether the actor is inspected, or leads the unit that is."""
    if actor.reach == EVERYTHING:
        return True
    if one.person_id:
        return actor.person is not None and actor.person.pk == one.person_id
    if not actor.may("supervision.answer"):
        return False
    return actor.in_own_unit(Inspection.objects.filter(pk=one.pk)).exists()


def notes_for(sample: Sample, actor: Actor) -> bool:
    """Whether the actor's own body drew this sample, and she may read and note for it."""
    if actor.reach == EVERYTHING:
        return True
    if not actor.may("supervision.sample"):
        return False
    return actor.in_own_unit(Sample.objects.filter(pk=sample.pk), of_unit="body").exists()


def belongs_to(person: Person, unit: Unit, on: dt.date) -> bool:
    """Whether the person is a member of the unit, or holds a post there, or below."""
    held = (Membership.objects.on(on).filter(person=person), Post.objects.on(on).filter(person=person))
    return any(organisation.within(rows, unit, on=on).exists() for rows in held)


def remedies_open(one: Inspection) -> int:
    """How many remedies in force nobody has verified yet."""
    return Remedy.objects.in_force().filter(inspection=one).exclude(_settled()).count()


def _settled() -> Q:
    return Q(shortcoming__status__in=["verified", "withdrawn"])


def of_year(actor: Actor, year: int) -> InspectionQuerySet:
    """The inspections of that year that the actor may see."""
    return Inspection.objects.visible_to(actor).filter(programme__year=year)


def of_programme(programme: YearProgramme, actor: Actor) -> InspectionQuerySet:
    """Those lines of a programme that the actor may see."""
    return Inspection.objects.visible_to(actor).filter(programme=programme)


def with_stages(found: list[Inspection], on: dt.date) -> list[Inspection]:
    """Each of one page of a list with `stage` in words and `unit_name`, in three questions."""
    keys = [one.pk for one in found]
    done: dict[int, set[str]] = {}
    there = FileDocument.objects.filter(inspection__in=keys, presence=Presence.DONE)
    for key, kind in there.values_list("inspection_id", "kind"):
        done.setdefault(key, set()).add(kind)
    to_mend = _to_mend(keys, on)
    for one in found:
        open_ones, overdue = to_mend.get(one.pk, (0, 0))
        one.stage = rules.stage_of(  # type: ignore[attr-defined]
            one.status, done.get(one.pk, set()), to_mend=open_ones, overdue=overdue
        )
        one.late = one.is_late(on)  # type: ignore[attr-defined]
    return with_names(found, on)


def _to_mend(keys: list[int], on: dt.date) -> dict[int, tuple[int, int]]:
    """Inspection → how many remedies are still to be mended, how many of them late."""
    late = Q(shortcoming__status="open", shortcoming__deadline__lt=on)
    still = Remedy.objects.in_force().filter(inspection__in=keys).exclude(_settled())
    rows = still.values("inspection").annotate(n=Count("pk"), late=Count("pk", filter=late)).order_by()
    return {row["inspection"]: (row["n"], row["late"]) for row in rows}


def with_names(found: Sequence[Inspection], on: dt.date) -> list[Inspection]:
    """Each with the names of its unit and of the body that inspects."""
    keys = {key for one in found for key in (one.unit_id, one.programme.unit_id)}
    names = organisation.names_of(keys, on)
    for one in found:
        one.unit_name = names.get(one.unit_id, "")  # type: ignore[attr-defined]
        one.body_name = names.get(one.programme.unit_id, "")  # type: ignore[attr-defined]
    return list(found)


@dataclass(frozen=True)
class Month:
    """One month of the strip: how many take place in it, how many are settled, how many under way or late."""

    month: int
    all: int = 0
    settled: int = 0
    moving: int = 0

    @property
    def look(self) -> str:
        """Settled, under way, or to come; nothing in a month without any."""
        if not self.all:
            return ""
        if self.settled == self.all:
            return "ok"
        return "wa" if self.moving else "no"


def month_strip(found: InspectionQuerySet, year: int, on: dt.date) -> list[Month]:
    """The twelve months of a year, counted in one question."""
    late = Q(status=Status.PLANNED, month__lt=rules.first_month_to_come(year, on))
    rows = found.order_by().exclude(month=None).values("month")
    counted = rows.annotate(
        all=Count("pk"),
        settled=Count("pk", filter=Q(status__in=SETTLED)),
        moving=Count("pk", filter=Q(status=Status.OPEN) | late),
    )
    known: dict[int, dict[str, int]] = {row["month"]: row for row in counted}  # type: ignore[misc]
    return [Month(**known.get(n, {"month": n})) for n in range(1, 13)]


def trail_of(one: Inspection) -> list[Event]:
    """Everything done to it, oldest first, each with its words."""
    found = list(Event.objects.about(one).exclude(verb=INSPECTION_READ))
    for event in found:
        event.words = said(event.verb)  # type: ignore[attr-defined]
    return found
