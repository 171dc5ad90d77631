"""Questions about requests: whose unit, by when, who answers, how many there are."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from lantoa.foundation.branches import in_any
from lantoa.foundation.keeps import Kept, all_kept
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.people.actors import SUBTREE, Actor
from lantoa.people.models import Membership, Person, Post, PostQuerySet
from lantoa.personal_data.models import AnswerTerm, DataRequest, IncidentTerm, Purpose, Restriction
from lantoa.personal_data.models.requests import DataRequestQuerySet
from lantoa.personal_data.words import OPEN, Kind, Status, name_of_column

BIRTH_YEAR = re.compile(r"[\s,(]+(19|20)\d\d\)?$")
PROTECTOR, ADMINISTRATOR = "protector", "administrator"


def term_of(kind: str, on: dt.date) -> AnswerTerm | None:
    """The term that holds on this day; None where none was ever set."""
    return AnswerTerm.objects.filter(kind=kind, starts__lte=on).order_by("-starts").first()


def incident_term_on(day: dt.date) -> IncidentTerm | None:
    """Within how many hours incidents of this day are reported; None where that was never set."""
    return IncidentTerm.objects.filter(starts__lte=day).order_by("-starts").first()


@dataclass(frozen=True)
class Processed:
    """One purpose with everything that is kept for it; `purpose` is None for what names none."""

    purpose: Purpose | None
    kept: list[Kept]

    @property
    def columns(self) -> list[tuple[Kept, str]]:
        """Each table with the names of its columns that say something of a person."""
        return [(one, ", ".join(names_of_columns(one))) for one in self.kept]


def names_of_columns(kept: Kept) -> list[str]:
    """How the columns that say something of a person are called."""
    columns: list[Any] = [kept.model._meta.get_field(name) for name in kept.fields.split()]
    return [name_of_column(one) for one in columns]


def processed(on: dt.date) -> list[Processed]:
    """The register of processing on this day: every purpose, and what every room keeps for it."""
    tables = all_kept()
    purposes = Purpose.objects.on(on)
    found = [Processed(one, [kept for kept in tables if kept.purpose == one.code]) for one in purposes]
    known = {one.code for one in purposes}
    nameless = [kept for kept in tables if kept.purpose not in known]
    return [*found, Processed(None, nameless)] if nameless else found


def home_of(person: Person, on: dt.date) -> Unit:
    """Where her requests are answered: where she belongs, else where she last did or held a post, else the top."""
    here = (
        Membership.objects.filter(person=person, starts__lte=on)
        .select_related("unit")
        .order_by("-starts")
        .first()
        or Post.objects.filter(person=person, starts__lte=on)
        .select_related("unit")
        .order_by("-starts")
        .first()
    )
    if here:
        return organisation.standing_for(here.unit, on)
    top = Placement.objects.on(on).filter(parent__isnull=True).select_related("unit").order_by("path")
    return top[0].unit


def called_in_reach(name: str, by: Actor) -> list[Person]:
    """Who is called exactly so and belongs, or belonged, to a unit in reach, or holds or held a post there.

    A year of birth behind the name tells two of one name apart; at most two of them. Nobody is listed.
    """
    year = BIRTH_YEAR.search(name)
    called = Person.objects.named_exactly(name[: year.start()] if year else name)
    if year:
        called = called.filter(born_on__year=int(year.group().strip(" ,()")))
    belongs = by.in_reach(Membership.objects.all()).values("person_id")
    holds = by.in_reach(Post.objects.all()).values("person_id")
    return list(in_any(called, belongs, holds)[:2])


def who_answers(unit: Unit, on: dt.date, *, besides: int | None = None) -> frozenset[int]:
    """Keys of those who answer for this unit: who holds the role there or above it; where nobody does, administrators.

    Who asked (`besides`) does not answer herself.
    """
    for role in (PROTECTOR, ADMINISTRATOR):
        found = frozenset(_held_over(unit, role, on).values_list("person_id", flat=True)) - {besides}
        if found:
            return frozenset(key for key in found if key)
    return frozenset()


def _held_over(unit: Unit, role: str, on: dt.date) -> PostQuerySet:
    line = [place.unit_id for place in organisation.ancestors(unit, on)]
    reaches = Q(unit=unit) | Q(unit__in=line, reach=SUBTREE)
    return Post.objects.on(on).filter(reaches, role=role)


@dataclass(frozen=True)
class Mender:
    """Who can mend a person's details, and in which post."""

    name: str
    post: str


def administrators_of(unit: Unit, on: dt.date) -> list[Mender]:
    """Who keeps the list of people of this unit."""
    held = _held_over(unit, ADMINISTRATOR, on).select_related("person", "title").order_by("pk")
    return [Mender(str(post.person), post.label) for post in held[:5]]


def label_of(table: str) -> str:
    """How the data that a request is about is called; empty where none was named."""
    return next((str(one.label) for one in all_kept() if one.table == table), "")


def open_of(person: Person) -> DataRequestQuerySet:
    """What she asked and waits for."""
    return DataRequest.objects.filter(person=person).open()


def is_restricted(person: Person) -> bool:
    """Whether her data is only kept today."""
    return standing_restriction(person) is not None


def standing_restriction(person: Person) -> Restriction | None:
    """What restricts the use of her data today."""
    return Restriction.objects.filter(person=person, ends__isnull=True).select_related("request").first()


@dataclass(frozen=True)
class Counted:
    """How many requests of one kind: in all, open, late, done, refused, taken back."""

    kind: Kind
    asked: int
    waiting: int
    late: int
    done: int
    refused: int
    withdrawn: int


def counted(actor: Actor, unit: Unit, first: dt.date, last: dt.date) -> list[Counted]:
    """The register of a unit and what lies below, of requests asked in these days: numbers alone, one question."""
    found = organisation.within(DataRequest.objects.all(), unit, on=actor.on)
    found = found.filter(asked_on__range=(first, last)).order_by()
    waits = Q(status=Status.RECEIVED, answer_by__lt=actor.on)
    late = waits | Q(status__in=OPEN, finish_by__lt=actor.on)
    sums = found.values("kind").annotate(
        asked=Count("pk"),
        waiting=Count("pk", filter=Q(status__in=OPEN)),
        late=Count("pk", filter=late),
        done=Count("pk", filter=Q(status=Status.DONE)),
        refused=Count("pk", filter=Q(status=Status.REFUSED)),
        withdrawn=Count("pk", filter=Q(status=Status.WITHDRAWN)),
    )
    by_kind: dict[str, dict[str, Any]] = {row["kind"]: dict(row) for row in sums}
    return [Counted(**(by_kind[kind] | {"kind": kind})) for kind in Kind if kind in by_kind]
