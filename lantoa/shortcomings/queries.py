"""Questions about shortcomings that need more than one QuerySet word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Min, Q, QuerySet

from lantoa.foundation.branches import in_any
from lantoa.foundation.models import Event
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.people import queries as people
from lantoa.people.actors import Actor
from lantoa.people.models import Account, Membership, Person, Post
from lantoa.people.roles import ROLES
from lantoa.shortcomings.models import Shortcoming, ShortcomingQuerySet
from lantoa.shortcomings.words import Status

VERIFYING_ROLES = [code for code, role in ROLES.items() if "shortcomings.verify" in role.permissions]


# For other rooms


def open_of_unit(unit: Unit, *, on: date) -> ShortcomingQuerySet:
    """What the unit itself (and the units it continues) has to mend on that day: its `field` and `finding`."""
    ours = organisation.within(Shortcoming.objects.of_units().holds_on(on), unit, on=on, only_itself=True)
    return ours.order_by("deadline", "pk")


def open_of(person: Person, *, on: date) -> ShortcomingQuerySet:
    """What the person has to mend on that day, the nearest deadline first."""
    return Shortcoming.objects.filter(person=person).holds_on(on).order_by("deadline", "pk")


# Who is who


def keeper_of(unit: Unit, person: Person | None, on: date, *, besides: Iterable[int | None] = ()) -> Unit:
    """Who follows it: the nearest unit, from a person's own upwards, where somebody else may verify.

    `besides` are further people it concerns, as who reported it for its owner. A unit's own shortcomings are
    followed by the level above; at the root by the root.
    """
    line = [unit, *(place.unit for place in reversed(organisation.ancestors(unit, on)))]
    if person is None:
        return (line[1:] or line)[0]
    held = Post.objects.on(on).filter(unit__in=line, role__in=VERIFYING_ROLES)
    by_unit: dict[int, set[int]] = {}
    for unit_id, person_id in held.values_list("unit_id", "person_id"):
        by_unit.setdefault(unit_id, set()).add(person_id)
    concerned = {person.pk, *besides}
    return next((one for one in line if by_unit.get(one.pk, set()) - concerned), line[-1])


def people_one_writes_of(actor: Actor) -> QuerySet[Person]:
    """The people of the actor's own cell, and whoever heads a unit directly below; never herself."""
    if actor.person is None or actor.unit is None or not actor.may("shortcomings.write"):
        return Person.objects.none()
    here = actor.in_own_unit(Membership.objects.on(actor.on)).values("person_id")
    below = [place.unit_id for place in organisation.children(actor.unit, actor.on)]
    heads = Post.objects.on(actor.on).filter(unit__in=below, is_head=True).values("person_id")
    return in_any(Person.objects.exclude(pk=actor.person.pk), here, heads)


def units_one_writes_of(actor: Actor) -> list[Unit]:
    """The actor's own unit, and those directly below when she looks after them."""
    if actor.unit is None or not actor.may("shortcomings.write"):
        return []
    below = organisation.children_by_name(actor.unit, actor.on) if actor.reach == Post.Reach.SUBTREE else []
    return [actor.unit, *(place.unit for place in below)]


def home_of(person: Person, actor: Actor) -> Unit | None:
    """The cell a person belongs to that day; else the unit she heads, or that of the actor's post."""
    belongs = Membership.objects.on(actor.on).filter(person=person).select_related("unit").first()
    if belongs:
        return belongs.unit
    if person == actor.person:
        return actor.unit
    post = Post.objects.on(actor.on).filter(person=person, is_head=True).select_related("unit").first()
    return post.unit if post else None


# What one may do


def is_about(one: Shortcoming, actor: Actor) -> bool:
    """Whether it is written of the actor, or of the unit she leads."""
    if one.person_id:
        return actor.person is not None and actor.person.pk == one.person_id
    return leads(one, actor)


def leads(one: Shortcoming, actor: Actor) -> bool:
    """Whether it is what the actor's own unit has to mend, and she may write for it."""
    if one.person_id or not actor.may("shortcomings.write"):
        return False
    return actor.in_own_unit(Shortcoming.objects.filter(pk=one.pk)).exists()


def mends(one: Shortcoming, actor: Actor) -> bool:
    """Whether the actor mends it: its owner, or whoever leads the unit when no person was named."""
    if one.owner_id:
        return actor.person is not None and actor.person.pk == one.owner_id
    return is_about(one, actor)


def reports_for(one: Shortcoming, actor: Actor) -> bool:
    """Whether the actor may report it for its owner: somebody of her own cell who mends it and cannot sign in."""
    owner = one.owner_id
    if one.person_id is None or owner is None or not actor.may("shortcomings.write"):
        return False
    here = actor.in_own_unit(Membership.objects.on(actor.on)).filter(person=owner)
    is_another = actor.person is not None and actor.person.pk != owner
    return is_another and here.exists() and not Account.objects.filter(person=owner, is_active=True).exists()


def is_another(one: Shortcoming, actor: Actor) -> bool:
    """Whether the actor is none of those it concerns, and stands in for none of them."""
    concerned = (one.person_id, one.owner_id, one.reported_by_id)
    return actor.person is not None and not any(map(actor.is_one_with, concerned))


def may_verify(one: Shortcoming, actor: Actor) -> bool:
    """Whether the actor follows it from outside: a person's where it is kept, a unit's from within reach."""
    if not actor.may("shortcomings.verify") or not is_another(one, actor):
        return False
    this = Shortcoming.objects.filter(pk=one.pk)
    return actor.in_own_unit(this, of_unit="kept_by").exists() or (
        one.person_id is None and actor.in_reach(this).exists()
    )


def may_withdraw(one: Shortcoming, actor: Actor) -> bool:
    """Whether the actor wrote it and may still take it out."""
    return one.is_open and actor.person is not None and one.written_by_id == actor.person.pk


# By unit


@dataclass(frozen=True)
class Age:
    """Of one unit and what lies below: how many are to be mended, how many late, since when; what came back."""

    place: Placement
    open: int
    late: int
    oldest: date | None
    reopened: int
    repeating: int


def ages_below(unit: Unit, on: date) -> list[Age]:
    """Of each unit directly below, of shortcomings of units only, by name. Units without any are left out."""
    here = organisation.placement(unit, on)
    if here is None:
        return []
    of_units = Shortcoming.objects.of_units().order_by()
    late = Q(status=Status.OPEN, deadline__lt=on)
    still: dict[str, Any] = {"n": Count("pk"), "late": Count("pk", filter=late), "oldest": Min("found_on")}
    by_path = _by_path(of_units.not_closed(), here.path, on, **still)
    back = _by_path(of_units.reopened(), here.path, on, n=Count("pk"))
    again = _by_path(of_units.repeating(), here.path, on, n=Count("pk"))
    found = []
    for place in organisation.children_by_name(unit, on):
        now = by_path.get(place.path, {"n": 0, "late": 0, "oldest": None})
        counts = [rows.get(place.path, {"n": 0})["n"] for rows in (back, again)]
        found.append(Age(place, now["n"], now["late"], now["oldest"], *counts))
    return [one for one in found if one.open or one.reopened or one.repeating]


def _by_path(things: QuerySet[Any, Any], path: str, on: date, **counted: Any) -> dict[str, dict[str, Any]]:
    below: QuerySet[Any, Any] = organisation.by_child(things, path, on=on)
    return {row["child"]: row for row in below.values("child").annotate(**counted)}


# Lists


def to_verify(actor: Actor) -> ShortcomingQuerySet:
    """What waits for the actor's own unit to verify; never what concerns herself."""
    if actor.person is None or not actor.may("shortcomings.verify"):
        return Shortcoming.objects.none()
    kept = actor.in_own_unit(Shortcoming.objects.reported(), of_unit="kept_by")
    hers = actor.one_with
    concerned = Q(person__in=hers) | Q(owner__in=hers) | Q(reported_by__in=hers)
    return kept.exclude(concerned)


def to_mend(actor: Actor) -> ShortcomingQuerySet:
    """What the actor has to mend herself, or for the unit she leads."""
    everything = Shortcoming.objects.all()
    mine = everything.filter(owner=actor.person) if actor.person else everything.none()
    if not actor.may("shortcomings.write"):
        return mine.to_mend()
    ours = actor.in_own_unit(everything.of_units().filter(owner__isnull=True))
    return in_any(everything, mine, ours).to_mend()


def mine(actor: Actor) -> ShortcomingQuerySet:
    """What is written of the actor, or is hers to mend."""
    if actor.person is None:
        return Shortcoming.objects.none()
    return Shortcoming.objects.filter(Q(person=actor.person) | Q(owner=actor.person))


def reported_days(found: Iterable[Shortcoming]) -> dict[int, date]:
    """When each was last reported as mended, as the history says, in one query."""
    keys = [str(one.pk) for one in found]
    of_these = Event.objects.filter(subject_type="shortcomings.shortcoming", subject_id__in=keys)
    told = of_these.filter(verb="shortcoming.reported").order_by("pk").values_list("subject_id", "on")
    return {int(key): day for key, day in told}


def trail_of(one: Shortcoming) -> list[Event]:
    """Everything done to it, oldest first; who has read it is for whom it is about, in a list of its own."""
    return list(Event.objects.about(one).exclude(verb__in=[OPENED, STOPPED]))


OPENED, STOPPED = "shortcoming.opened", "shortcoming.bulk_reading_stopped"


def readers_of(one: Shortcoming, actor: Actor) -> list[people.Reader] | None:
    """Who has read what is written of the actor; None for everybody else."""
    is_hers = actor.person is not None and actor.person.pk == one.person_id
    return people.readers_of(one, OPENED) if is_hers else None
