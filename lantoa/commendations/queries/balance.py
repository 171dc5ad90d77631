"""How commendations are spread: who leads and others, places, cells without any. Persons are counted, never listed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from lantoa.commendations.models import Commendation, CommendationQuerySet, Subject
from lantoa.foundation.branches import how_many
from lantoa.foundation.half_open import holds_on
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Membership, Person, Post

# Whoever leads or sits on a committee, by the role of her post.
LEADS = Q(is_head=True) | Q(role__in=["secretary", "committee", "leader"])


@dataclass(frozen=True)
class Group:
    """Commendations of one group of persons: occurrences, different persons, and how many belong to it today.

    `people` is None where nobody can say how many those are.
    """

    occurrences: int
    different: int
    people: int | None


@dataclass(frozen=True)
class OfAPlace:
    """A unit directly below and what was decided there; None where nothing was recorded."""

    name: str
    code: str
    collectives: int | None
    individuals: int | None


@dataclass(frozen=True)
class Balance:
    """Since a day: leaders, others, and those of whom only a name is known; each place below.

    `cells_without` cells had none; `young_cells` are younger than that day and not among them.
    """

    since: dt.date
    leaders: Group
    others: Group
    only_named: Group
    places: list[OfAPlace]
    cells_without: int
    young_cells: int


def years_before(day: dt.date, years: int) -> dt.date:
    """The same day so many years earlier; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def balance_of(actor: Actor, years: int) -> Balance:
    """What was decided within the actor's reach in the last `years` years."""
    since = years_before(actor.on, years)
    found = actor.in_reach(Commendation.objects.standing()).filter(decision__decided_on__gte=since)
    numbers = _numbers(actor, since)
    groups = _of_persons(found, numbers["leaders"], numbers["others"])
    return Balance(since, *groups, _of_places(found, actor), numbers["without"], numbers["young"])


def _of_persons(found: CommendationQuerySet, leaders: int, others: int) -> tuple[Group, Group, Group]:
    """A person counts as a leader by the posts she held on the day of the decision; so many are they today."""
    then = Post.objects.filter(LEADS, holds_on(OuterRef("decision__decided_on")), person=OuterRef("person"))
    individuals = found.individuals().annotate(leads=Exists(then)).order_by()
    kinds = {
        "leaders": Q(person__isnull=False, leads=True),
        "others": Q(person__isnull=False, leads=False),
        "named": Q(person__isnull=True),
    }
    counts = {name: Count("pk", filter=kind) for name, kind in kinds.items()}
    counts |= {
        f"{name}_people": Count("subject_key", filter=kind, distinct=True) for name, kind in kinds.items()
    }
    said = individuals.aggregate(**counts)
    return (
        Group(said["leaders"], said["leaders_people"], leaders),
        Group(said["others"], said["others_people"], others),
        Group(said["named"], said["named_people"], None),
    )


def _numbers(actor: Actor, since: dt.date) -> dict[str, int]:
    """How many persons within reach lead today, how many belong there without leading; cells without any, and young."""
    held = actor.in_reach(Post.objects.on(actor.on).filter(LEADS))
    anywhere = Post.objects.on(actor.on).filter(LEADS, person=OuterRef("person"))
    members = actor.in_reach(Membership.objects.on(actor.on)).filter(~Exists(anywhere))
    told = how_many(
        leaders=(Person.objects.filter(pk__in=held.values("person")), 0),
        others=(Person.objects.filter(pk__in=members.values("person")), 0),
        without=(cells_without(actor, since), 0),
        young=(young_cells(actor, since), 0),
    )
    return {name: sum(parts.values()) for name, parts in told.items()}


def _of_places(found: CommendationQuerySet, actor: Actor) -> list[OfAPlace]:
    """In the order in which people look for a name, never by the number."""
    if actor.unit is None or not actor.line:
        return []
    below: Any = organisation.by_child(found, actor.line[-1].path, on=actor.on)
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for row in below.order_by().values("child", "subject").annotate(n=Count("pk")):
        counts[row["child"]][row["subject"]] = row["n"]
    return [_place(one, counts) for one in organisation.children_by_name(actor.unit, actor.on)]


def _place(one: Placement, counts: dict[str, dict[str, int]]) -> OfAPlace:
    said = counts.get(one.path)
    if said is None:
        return OfAPlace(one.name, one.unit.code, None, None)
    return OfAPlace(one.name, one.unit.code, said.get(Subject.COLLECTIVE, 0), said.get(Subject.INDIVIDUAL, 0))


def cells_without(actor: Actor, since: dt.date) -> QuerySet[Placement]:
    """Cells within reach, in the order of the tree, where neither a collective nor a person was recorded since then.

    Each with the name of what stands above it, `above`. What was given to units a cell continues is its own; a cell
    younger than that is left out.
    """
    given = Commendation.objects.standing().filter(
        holds_on(actor.on, "unit__heirs__"),
        unit__heirs__heir=OuterRef("unit_id"),
        decision__decided_on__gte=since,
    )
    found = _cells(actor).filter(_is_old(actor.on, since), ~Exists(given)).select_related("unit")
    return found.annotate(above=organisation.name_that_day(OuterRef("parent"), actor.on))


def young_cells(actor: Actor, since: dt.date) -> QuerySet[Placement]:
    """The cells within reach that began after that day."""
    return _cells(actor).exclude(_is_old(actor.on, since))


def _cells(actor: Actor) -> QuerySet[Placement]:
    cells = Unit.objects.filter(level="cell").values("pk")
    return actor.in_reach(Placement.objects.on(actor.on).filter(unit__in=cells)).order_by("path")


def _is_old(on: dt.date, since: dt.date) -> Exists:
    """Whether it, or a unit that it continues, stood already on that day."""
    before = Placement.objects.filter(
        holds_on(on, "unit__heirs__"), unit__heirs__heir=OuterRef("unit_id"), starts__lte=since
    )
    return Exists(before)
