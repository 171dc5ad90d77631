"""Questions to classes and courses: who has studied and written, from which units people came, who was admitted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce, Greatest

from lantoa.figures import declared
from lantoa.figures.as_of import AsOf
from lantoa.figures.figure import Figure
from lantoa.figures.unknown import said_nothing, with_states
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people import queries as people
from lantoa.people.actors import Actor
from lantoa.people.models import Membership
from lantoa.study.models import ClassAbsence, ClassUnit, Course, Essay, StudyClass, StudyClassQuerySet

OPENED, STOPPED = "essay.opened", "essay.bulk_reading_stopped"
OPEN_FOR = dt.timedelta(days=366)  # after which nobody is offered to write on a class any more

# Numbers


def figures_of(codes: list[str], unit: Unit, as_of: AsOf) -> list[Figure]:
    """Those figures of the unit as of the day, each nought with what it means."""
    counted = declared.figures(codes, unit=unit, period=as_of.period, on=as_of.on)
    return as_of.carried(with_states(counted, said_nothing(unit, as_of.period), as_of.today))


# Classes


def with_essays(classes: QuerySet[StudyClass]) -> Any:
    """Each with `essays_known`: the reflection papers received as told, or those written here where they are more."""
    here = Essay.objects.filter(study_class=OuterRef("pk")).order_by().values("study_class")
    counted = Coalesce(Subquery(here.annotate(n=Count("pk")).values("n")), 0)
    return classes.annotate(essays_known=Greatest(F("essays"), counted))


def with_unit_name(classes: QuerySet[StudyClass], on: dt.date) -> Any:
    """Each with what its unit is called that day, in `unit_name`; one that has ended, with what it was called then, or
    last where it did not stand then either.
    """
    unit = OuterRef("unit")
    now, then = organisation.name_that_day(unit, on), organisation.name_that_day(unit, OuterRef("held_on"))
    return classes.annotate(unit_name=Coalesce(now, then, organisation.last_name(unit)))


def members_on(unit: Unit, on: dt.date) -> tuple[list[Membership], int]:
    """(the members of the unit who are due that day, by name; how many more are exempt from everything)."""
    here = Membership.objects.on(on).party().filter(unit=unit).select_related("person")
    found = list(here.order_by("person__sort_key", "pk"))
    due = [one for one in found if one.status in Membership.DUE]
    return due, len(found) - len(due)


def parts_of(study_class: StudyClass, *, but: Unit | None = None) -> dict[str, int]:
    """How many all units together, or all but one, have of those summoned, attending, making up."""
    found = ClassUnit.objects.filter(study_class=study_class).exclude(unit=but)
    sums = found.aggregate(summoned=Sum("summoned"), attended=Sum("attended"), made_up=Sum("made_up"))
    return {name: number or 0 for name, number in sums.items()}


# Reflection papers


def home_of(actor: Actor) -> Unit | None:
    """The unit to which the person belongs today: her paper is of it."""
    if actor.person is None:
        return None
    found = people.membership_of(actor.person, actor.on)
    return found.unit if found else None


def classes_of(actor: Actor) -> StudyClassQuerySet:
    """The classes of the last year on which the person may write: of her own unit and of those above it."""
    home = people.membership_of(actor.person, actor.on) if actor.person and actor.may("study.write") else None
    if home is None:
        return StudyClass.objects.none()
    line = [place.unit_id for place in actor.line_of(home.unit, home.path)]
    return StudyClass.objects.filter(unit__in=line, held_on__gt=actor.on - OPEN_FOR, held_on__lte=actor.on)


def to_write(actor: Actor) -> StudyClassQuerySet:
    """Those that ask for a paper and have none of hers; not those that she missed, or was exempt from."""
    mine = Essay.objects.filter(study_class=OuterRef("pk"), person=actor.person)
    missed = ClassAbsence.objects.filter(
        study_class=OuterRef("pk"), person=actor.person, made_up_on__isnull=True
    )
    found = classes_of(actor).filter(essays_by__isnull=False)
    return found.filter(~Exists(mine), ~Exists(missed)).order_by("essays_by", "pk")


def has_missed(study_class: StudyClass, actor: Actor) -> bool:
    """Whether the list says that the person has not studied this yet."""
    return study_class.absences.filter(person=actor.person).filter(made_up_on__isnull=True).exists()


# Courses


def admitted_from(course: Course) -> int | None:
    """How many people were admitted to the Party from the course; None while no admission names it."""
    found: int | None = course.admissions.standing().aggregate(n=Sum("people"))["n"]
    return found


def unsent(course: Course) -> int:
    """How many participants no unit is named for yet."""
    return course.participants - (course.intakes.aggregate(n=Sum("people"))["n"] or 0)


def with_admitted(rows: Iterable[Any], course: Course) -> list[Any]:
    """The rows of units, each with `admitted`: how many its unit has admitted from the course. One question."""
    found = course.admissions.standing().order_by().values("unit_id").annotate(n=Sum("people"))
    admitted = dict(found.values_list("unit_id", "n"))
    rows = list(rows)
    for row in rows:
        row.admitted = admitted.get(row.unit_id)
    return rows
