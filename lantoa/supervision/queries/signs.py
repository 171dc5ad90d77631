"""What is worth a look: counted child by child beside the whole, in four questions each; never by person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Sum, Window
from django.db.models.functions import Lag

from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.people.actors import Actor
from lantoa.registrations.models import Evidence, Progress, Registration, RegistrationTask
from lantoa.supervision import rules
from lantoa.supervision.models import Comparison
from lantoa.supervision.rules import Counted, SignOf
from lantoa.supervision.words import Sign

HAS_DIGIT = r"[0-9]"


@dataclass(frozen=True)
class Asked:
    """Which papers a rule looks at, and of which of these it holds."""

    papers: QuerySet[Registration]
    holds: Any


def asked(rule: str, year: int, actor: Actor) -> Asked:
    """The rule as two questions to the agreed papers of that year."""
    approved = Registration.objects.approved().in_year(year)
    tasks = RegistrationTask.objects.filter(registration=OuterRef("pk"))
    if rule == Sign.NO_NUMBER:
        return Asked(
            approved, ~Exists(tasks.filter(Q(target_value__isnull=False) | Q(what__regex=HAS_DIGIT)))
        )
    if rule == Sign.NEAR_COPY:
        compared = Comparison.objects.filter(registration=OuterRef("pk"))
        return Asked(approved.filter(Exists(compared)), Exists(compared.filter(is_near_copy=True)))
    if rule == Sign.NO_EVIDENCE:
        return Asked(approved.filter(Exists(_done(tasks))), ~Exists(_evidence()) & ~Exists(_links()))
    return Asked(approved, Exists(_hasty(approved, actor)))


def _done(tasks: QuerySet[RegistrationTask]) -> QuerySet[RegistrationTask]:
    reached = tasks.annotate(reached=Sum("progress__value"))
    return reached.filter(Q(outcome="done") | Q(target_value__isnull=False, reached__gte=F("target_value")))


def _evidence() -> QuerySet[Evidence]:
    return Evidence.objects.filter(progress__task__registration=OuterRef("pk"))


def _links() -> QuerySet[Progress]:
    return Progress.objects.filter(task__registration=OuterRef("pk")).exclude(link="")


def _hasty(approved: QuerySet[Registration], actor: Actor) -> QuerySet[Registration]:
    """Those whose approver had approved ten others within the ten minutes before."""
    earlier = Window(
        Lag("approved_at", offset=rules.HASTE_PAPERS),
        partition_by=[F("approved_by")],
        order_by=[F("approved_at").asc(), F("pk").asc()],
    )
    within = F("approved_at") - dt.timedelta(minutes=rules.HASTE_MINUTES)
    in_reach = actor.in_reach(approved.order_by()).annotate(earlier=earlier)
    return Registration.objects.filter(
        pk=OuterRef("pk"), pk__in=in_reach.filter(earlier__gte=within).values("pk")
    )


@dataclass(frozen=True)
class Line:
    """One unit directly below, and what is worth a look there; `counts` says of each rule how many of how many."""

    place: Placement
    signs: tuple[SignOf, ...]


@dataclass(frozen=True)
class Signs:
    """What stands out below a unit: the whole's counts by rule, the units by name, how many were too small to show."""

    whole: dict[str, Counted]
    lines: tuple[Line, ...]
    small: int


def signs_below(unit: Unit, year: int, actor: Actor) -> Signs:
    """Of each unit directly below, in the order of names; nothing is put in order by a share."""
    children = organisation.children_by_name(unit, actor.on)
    whole, by_path = {}, {}
    for rule in Sign.values:
        whole[rule], by_path[rule] = _counted(rule, unit, year, actor)
    lines = [_line(place, whole, by_path) for place in children]
    papers = by_path[Sign.NO_NUMBER]
    small = sum(0 < papers.get(one.path, Counted(0, 0)).all < rules.FEWEST for one in children)
    return Signs(whole, tuple(line for line in lines if line.signs), small)


def _line(place: Placement, whole: dict[str, Counted], by_path: dict[str, dict[str, Counted]]) -> Line:
    found = (
        rules.noteworthy(rule, by_path[rule].get(place.path, Counted(0, 0)), whole[rule])
        for rule in Sign.values
    )
    return Line(place, tuple(sign for sign in found if sign))


def _counted(rule: str, unit: Unit, year: int, actor: Actor) -> tuple[Counted, dict[str, Counted]]:
    """Of the whole, and by the path of each child."""
    what, on = asked(rule, year, actor), actor.on
    numbers = {"n": Count("pk"), "k": Count("pk", filter=what.holds)}
    total = organisation.within(what.papers, unit, on=on).order_by().aggregate(**numbers)
    here = organisation.placement(unit, on)
    if here is None:
        return Counted(total["n"], total["k"]), {}
    below: QuerySet[Any, Any] = organisation.by_child(what.papers.order_by(), here.path, on=on)
    rows = below.values("child").annotate(**numbers)
    return Counted(total["n"], total["k"]), {row["child"]: Counted(row["n"], row["k"]) for row in rows}


def papers_bearing(rule: str, unit: Unit, year: int, actor: Actor) -> QuerySet[Registration]:
    """The papers behind a sign, for who may see them, by their codes."""
    what = asked(rule, year, actor)
    seen = Registration.objects.visible_to(actor).values("pk")
    found = organisation.within(what.papers.filter(what.holds), unit, on=actor.on).filter(pk__in=seen)
    return found.select_related("person", "unit").prefetch_related("tasks").order_by("code", "pk")


def signs_of_paper(paper: Registration, actor: Actor) -> Iterator[str]:
    """Which rules hold of one paper: told beside it, to its owner as well. How it was approved is no matter of it."""
    for rule in (Sign.NO_NUMBER, Sign.NEAR_COPY, Sign.NO_EVIDENCE):
        what = asked(rule, paper.year, actor)
        if what.papers.filter(what.holds, pk=paper.pk).exists():
            yield rule
