"""The years one registers for, who leads the way, and who has not registered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, DateField, Exists, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from lantoa.foundation.half_open import holds_on
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Heir, Placement, Unit
from lantoa.organisation.paths import ancestor_paths
from lantoa.people.actors import Actor
from lantoa.people.models import Beginning, Membership, Person, Post
from lantoa.registrations import rules
from lantoa.registrations.models import Registration, RegistrationYear
from lantoa.registrations.queries.who import Home, home_of, joined_after

FEW = 20  # units that opened a year, which are compared by their paths


def calendar_of(unit: Unit, actor: Actor, places: Sequence[Placement]) -> rules.Calendar:
    """What the unit may register for: the nearest unit that opened a year, from itself upwards, sets its deadline.

    `places` lead from the root down to the unit on the actor's day.
    """
    line = [unit.pk, *(place.unit_id for place in reversed(places[:-1]))]
    opened = RegistrationYear.objects.filter(unit__in=line, opens_on__lte=actor.on)
    nearest_last = sorted(opened, key=lambda one: -line.index(one.unit_id))
    return rules.Calendar(actor.on, {one.year: one.deadline for one in nearest_last}, actor.since)


def was_asked(year: int, on: date) -> Case | Exists:
    """The condition that a member's deadline for the year has passed, and that she was one before it.

    As in `calendar_of`: the nearest unit that opened the year sets it, else it is the usual day. Of members of units
    that count for somebody that day (`organisation.by_child`).
    """
    usual, few = rules.deadline(year), _few_that_opened(year, on)
    in_use = Beginning.objects.in_use_on(usual)
    unless_set = Case(When(in_use, then=Value(usual)), output_field=DateField())
    here = Heir.objects.filter(holds_on(on), holds_on(on, "heir__placements__"), unit=OuterRef("unit"))
    until = here.annotate(until=Coalesce(_deadline_set(year, on, few), unless_set)).filter(until__lt=on)
    came = Membership.objects.filter(person=OuterRef(OuterRef("person")), starts__lte=OuterRef("until"))
    # Nearly everybody was a member here before; only of the others another membership is looked for.
    known = Case(When(until__gte=OuterRef("starts"), then=Value(True)), default=Exists(came))
    asked = Exists(until.annotate(known=known).filter(known=True))
    deadlines = [usual, *(day for _path, day in few or ())]
    if few is None or max(deadlines) >= on:
        return asked
    # Every deadline has passed: whoever belonged here before the earliest was asked, whichever of them is hers.
    return Case(When(in_use, starts__lte=min(deadlines), then=Value(True)), default=asked)


def _few_that_opened(year: int, on: date) -> list[tuple[str, date]] | None:
    """(path, deadline) of each unit that opened the year, and of its heir; None where they are many."""
    heirs = "unit__heirs__heir__placements__"
    opened = RegistrationYear.objects.filter(
        holds_on(on, "unit__heirs__"), holds_on(on, heirs), year=year, opens_on__lte=on
    )
    few = list(opened.values_list(f"{heirs}path", "deadline")[: FEW + 1])
    return few if len(few) <= FEW else None


def _deadline_set(year: int, on: date, few: list[tuple[str, date]] | None) -> Combinable:
    """The deadline that the nearest unit at or above `heir__placements__path` has set; nothing where none has.

    Few units open a year, for all below them: those are compared as they are; many are looked for from each place.
    """
    if few is None:
        opened = RegistrationYear.objects.filter(year=year, opens_on__lte=on)
        nearest = organisation.at_or_above(opened, OuterRef("heir__placements__path"), on=on)
        return Subquery(nearest.values("deadline")[:1])
    set_by = sorted(few, key=lambda one: -len(one[0]))
    cases = [When(heir__placements__path__startswith=path, then=Value(day)) for path, day in set_by]
    return Case(*cases, output_field=DateField())


def calendar_for(actor: Actor) -> rules.Calendar:
    """The calendar of the cell the actor registers in."""
    return calendar_at(home_of(actor.person, actor) if actor.person else None, actor)


def calendar_at(home: Home | None, actor: Actor) -> rules.Calendar:
    """The same where that cell is known."""
    return calendar_in(home.unit, actor, home.path) if home else calendar_in(None, actor)


def calendar_in(unit: Unit | None, actor: Actor, path: str | None = None) -> rules.Calendar:
    """The calendar of a unit on the actor's day; where her own unit stands is asked once a request."""
    if unit is None:
        return rules.Calendar(actor.on, {}, actor.since)
    if path and unit != actor.unit:
        return _calendar_at(path, actor)
    return calendar_of(unit, actor, actor.line_of(unit, path))


def _calendar_at(path: str, actor: Actor) -> rules.Calendar:
    """The same of the unit that stands at this path, without asking for its line first."""
    here = {"unit__placements__path__in": ancestor_paths(path)}
    stands = holds_on(actor.on, "unit__placements__")
    opened = RegistrationYear.objects.filter(stands, opens_on__lte=actor.on, **here)
    nearest_last = opened.order_by("unit__placements__path").values_list("year", "deadline")
    return rules.Calendar(actor.on, dict(nearest_last), actor.since)


def is_late(registration: Registration, calendar: rules.Calendar, day: date) -> bool:
    """Whether it is late when sent on that day; nobody is late for what was before her time."""
    until = calendar.deadline(registration.year)
    return until is not None and day > until and not joined_after(registration.person, until)


def may_open_years(actor: Actor) -> bool:
    """Whether the actor looks after more than one unit and may arrange their work."""
    return actor.may("registrations.open") and actor.reach == Post.Reach.SUBTREE


def sent_in(unit: Unit, year: int, on: date) -> int:
    """How many registrations for the year have been sent in the unit and below it."""
    sent = Registration.objects.submitted().in_year(year)
    return organisation.within(sent, unit, on=on).count()


def heads_of(unit_ids: Iterable[int], on: date) -> dict[int, int]:
    """unit id → id of the person who heads it that day."""
    return dict(_heads(unit_ids, on).values_list("unit_id", "person_id"))


def _heads(unit_ids: Iterable[int], on: date) -> QuerySet[Post]:
    """The posts at the head of these units; of several the one held longest comes last."""
    return Post.objects.on(on).filter(unit__in=unit_ids, is_head=True).order_by("-starts", "-pk")


def head_first(unit: Unit, year: int, on: date, *, reader: Person | None) -> Registration | None:
    """What the unit's head undertook for that year, once it was agreed to; nothing for the head herself."""
    head = heads_of([unit.pk], on).get(unit.pk)
    if head is None or (reader and head == reader.pk):
        return None
    agreed = Registration.objects.approved().in_year(year).filter(person_id=head)
    return agreed.select_related("person").prefetch_related("tasks__progress").first()


def head_of(person: Person, year: int, actor: Actor) -> Registration | None:
    """What the head of the cell that a person registers in undertook; nothing for the head herself."""
    home = home_of(person, actor)
    return head_first(home.unit, year, actor.on, reader=person) if home else None


APPROVED = Registration.Status.APPROVED


@dataclass(frozen=True)
class Turnout:
    """How many of a unit's members, itself and below, have sent a registration."""

    unit_id: int
    code: str
    name: str
    done: int
    members: int
    opens: bool
    head_is_missing: bool
    head_waits: bool

    @property
    def missing(self) -> int:
        """How many have not."""
        return self.members - self.done


def turnout_of(unit: Unit, year: int, on: date) -> list[Turnout]:
    """Each unit directly below, and the unit's own members if it has any; a fixed number of questions."""
    here, below = organisation.with_children_by_name(unit, on)
    if here is None:
        return []
    sent = Registration.objects.submitted().in_year(year).filter(person__isnull=False)
    members_at, done_at = _turnout_at(here, sent, on)
    places = [*below, here]
    heads = _papers_of_heads([place.unit_id for place in places], sent, on)
    return [
        Turnout(
            place.unit_id,
            place.unit.code,
            place.name,
            done_at.get(place.path, 0),
            members_at[place.path],
            opens=place != here and place.unit.level != Unit.Level.CELL,
            head_is_missing=place.unit_id in heads and heads[place.unit_id] is None,
            head_waits=heads.get(place.unit_id) not in (None, APPROVED),
        )
        for place in places
        if members_at.get(place.path)
    ]


def _papers_of_heads(
    unit_ids: Iterable[int], sent: QuerySet[Registration], on: date
) -> dict[int, str | None]:
    """unit id → the state of the paper that its head has sent; None for a head who has sent none."""
    paper = Subquery(sent.filter(person=OuterRef("person")).values("status")[:1])
    return dict(_heads(unit_ids, on).values_list("unit_id", paper))


def _turnout_at(
    here: Placement, sent: QuerySet[Registration], on: date
) -> tuple[dict[str, int], dict[str, int]]:
    """Path → members, and members who have sent one: of each child with all below it, and of the unit by itself."""
    party = Membership.objects.on(on).party().order_by()
    told = Q(Exists(sent.filter(person=OuterRef("person"))))
    below: Any = organisation.by_child(party, here.path, on=on)
    own = organisation.within(party, here.unit, on=on, only_itself=True).annotate(child=Value(here.path))
    members, done = dict[str, int](), dict[str, int]()
    for found in (below, own):
        counted = found.values_list("child").annotate(
            n=Count("person", distinct=True), sent=Count("person", distinct=True, filter=told)
        )
        for path, n, with_one in counted:
            members[path], done[path] = n, with_one
    return members, done
