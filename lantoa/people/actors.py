"""Who acts: a person with a post on a date. Every read and every write is asked for by an Actor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, TypeVar

from django.db.models import OuterRef, QuerySet
from django.db.models.functions import Coalesce

from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.people.models import Account, Beginning, Membership, Person, Post
from lantoa.people.roles import ROLES, permissions_of

OWN, UNIT, SUBTREE, EVERYTHING = "own", "unit", "subtree", "everything"
WIDE = (Unit.Level.CENTRAL, Unit.Level.PROVINCE)
Things = TypeVar("Things", bound=QuerySet[Any])


@dataclass(frozen=True)
class Actor:
    """A person, the unit and role she acts in, how far that reaches, and the day."""

    person: Person | None
    unit: Unit | None
    role: str
    reach: str
    on: dt.date
    label: str = ""
    post_id: int | None = None
    request_id: str = ""
    stands_for: int | None = None  # the person whose post she holds while that one is away
    permissions: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    right: str = field(default="", compare=False, repr=False)  # by which right the address was entered
    # Within a request where one stands is asked once; elsewhere the tree may change between two questions.
    standing: organisation.Standing | None = field(default=None, compare=False, repr=False)
    path: str | None = field(
        default=None, compare=False, repr=False
    )  # where its unit stood when it was found
    # Likewise asked once a request.
    asked_since: Callable[[], dt.date | None] = field(
        default=Beginning.objects.first_day, compare=False, repr=False
    )

    @property
    def is_signed_in(self) -> bool:
        """False for a stranger."""
        return self.person is not None

    @property
    def sight(self) -> tuple[object, ...]:
        """Everything that decides what she may see, in plain values: equal for whoever may see the same."""
        person, unit = self.person and self.person.pk, self.unit and self.unit.pk
        return person, unit, self.role, self.reach, self.on, self.stands_for, sorted(self.permissions)

    @property
    def is_member(self) -> bool:
        """Whether she acts as who belongs to that unit, and holds no post."""
        return self.post_id is None and self.role == "member" and self.unit is not None

    def as_of(self, day: dt.date) -> Actor:
        """The same post on another day: what it will reach then."""
        return replace(self, on=day, standing=None, path=None)

    def by_right(self, right: str) -> Actor:
        """The same, having entered by this right: the history writes down which."""
        return replace(self, right=right)

    def for_one_request(self) -> Actor:
        """The same, asking only once where its unit stands, and since when the system is used."""
        standing = organisation.Standing(self.unit, self.on, self.path) if self.unit else None
        return replace(self, standing=standing, asked_since=cache(self.asked_since))

    @property
    def since(self) -> dt.date | None:
        """The day on which the office began; None where nobody began through the pages. See `rules.falls_due`."""
        return self.asked_since()

    @property
    def line(self) -> list[Placement]:
        """The units from the root down to one's own today, both included; empty for who acts for no unit."""
        return self._standing(self.unit).line if self.unit else []

    @property
    def units_in_line(self) -> set[int]:
        """ids of one's own unit, whether or not it stands today, and of those above it; nobody's is empty."""
        own = {self.unit.pk} if self.unit else set()
        return own | {place.unit_id for place in self.line}

    @property
    def root(self) -> Unit | None:
        """The unit at the top of one's own tree: one's own where nothing stands above it."""
        return self.line[0].unit if self.line else self.unit

    def line_of(self, unit: Unit, path: str | None = None) -> list[Placement]:
        """The same of any unit, whose `path` may be known; of one's own it is asked once a request."""
        return self.line if unit == self.unit else organisation.Standing(unit, self.on, path).line

    def within(self, things: Things, unit: Unit, of_unit: str = "unit") -> Things:
        """The things that count for a unit today, as `organisation.within` finds them; of one's own, where it stands is
        asked once a request."""
        if unit != self.unit:
            return organisation.within(things, unit, on=self.on, of_unit=of_unit)
        return things.filter(**{f"{of_unit}__in": self._standing(unit).units_within()})

    def name_of(self, unit: Unit) -> str:
        """What a unit is called today; of one's own it is asked once a request."""
        if unit == self.unit and self.line:
            return self.line[-1].name
        return organisation.name_of(unit, self.on)

    def _standing(self, unit: Unit) -> organisation.Standing:
        return self.standing or organisation.Standing(unit, self.on)

    def is_one_with(self, person_id: int | None) -> bool:
        """Whether this is the person herself or who stands in for her: a deputy judges nothing of her holder's."""
        return person_id is not None and person_id in self.one_with

    @property
    def one_with(self) -> list[int]:
        """The key of the person, and of whom she stands in for; nobody for the system itself."""
        if self.person is None:
            return []
        return [self.person.pk, self.stands_for] if self.stands_for else [self.person.pk]

    def may(self, permission: str) -> bool:
        """Whether the role holds the permission; which things it applies to is a matter of reach."""
        return self.reach == EVERYTHING or permission in self.permissions

    def reaches(self, unit: Unit) -> bool:
        """Whether the unit lies within reach today. A unit that has ended counts with the one continuing it."""
        if self.reach == EVERYTHING:
            return True
        if self.unit is None or self.reach == OWN:
            return False
        if self.reach == SUBTREE:
            return self._standing(self.unit).holds(unit)
        return self.in_own_unit(Unit.objects.filter(pk=unit.pk), of_unit="pk").exists()

    def in_own_unit(self, things: Things, of_unit: str = "unit") -> Things:
        """The things of the very unit this post is in (and of those it continues), without what lies below."""
        if self.reach == EVERYTHING:
            return things
        if self.unit is None or self.reach == OWN:
            return things.none()
        return organisation.within(things, self.unit, on=self.on, of_unit=of_unit, only_itself=True)

    def in_own_tree(self, things: Things, of_unit: str = "unit") -> Things:
        """The things of the whole tree that this post's unit stands in: those of the same province."""
        if self.reach == EVERYTHING:
            return things
        if self.unit is None:
            return things.none()
        return things.filter(**{f"{of_unit}__in": self._standing(self.unit).units_of_the_tree()})

    def in_reach(self, things: Things, of_unit: str = "unit") -> Things:
        """The things whose unit lies within reach today."""
        if self.reach == EVERYTHING:
            return things
        if self.unit is None or self.reach == OWN:
            return things.none()
        if self.reach == UNIT:
            return self.in_own_unit(things, of_unit)
        return things.filter(**{f"{of_unit}__in": self._standing(self.unit).units_within()})

    @property
    def reaches_widely(self) -> bool:
        """Whether so much lies in reach, a province's or more, that lists are read in order until a page is full."""
        if self.reach != SUBTREE or self.unit is None or self.unit.level not in WIDE:
            return False
        return self._standing(self.unit).path is not None

    def in_reach_by_row(self, things: Things, *of_units: str) -> Things:
        """The things of which one of these units lies within reach today, asked of each thing by itself.

        Of `in_reach` a database first finds all there are; so it stops where a page is full. For who reaches widely.
        """
        return things.alias(reached=self._reached(*of_units)).filter(reached__isnull=False)

    def out_of_reach_by_row(self, things: Things, *of_units: str) -> Things:
        """The things of which none of these units lies within reach today, asked likewise."""
        return things.alias(reached=self._reached(*of_units)).filter(reached__isnull=True)

    def _reached(self, *of_units: str) -> Any:
        if self.unit is None or not self.reaches_widely:
            raise ValueError("asked row by row for a small reach, a list would be the whole country's")
        found = [self._standing(self.unit).unit_within(one) for one in of_units]
        return Coalesce(*found) if len(found) > 1 else found[0]


def stranger(on: dt.date, request_id: str = "") -> Actor:
    """Nobody signed in: may nothing, reaches nothing."""
    return Actor(None, None, "", OWN, on, request_id=request_id)


def system(on: dt.date, unit: Unit | None = None, label: str = "Hệ thống") -> Actor:
    """Commands and the demonstration data act with this; no page ever does."""
    return Actor(None, unit, "", EVERYTHING, on, label=label, request_id="command")


def as_post(post: Post, on: dt.date, request_id: str = "") -> Actor:
    """The person acting with one of her posts."""
    return Actor(
        post.person,
        post.unit,
        post.role,
        post.reach,
        on,
        post.label,
        post.pk,
        request_id,
        post.stands_for.person_id if post.stands_for else None,
        permissions=permissions_of(post.role),
    )


def as_member(membership: Membership, on: dt.date, request_id: str = "") -> Actor:
    """The person acting as a plain member of her cell (or as someone outside the Party who takes part)."""
    label = str(ROLES["member"].name)
    if membership.status == Membership.Status.OUTSIDE:
        label = str(membership.get_status_display()).capitalize()
    return Actor(
        membership.person,
        membership.unit,
        "member",
        OWN,
        on,
        label,
        None,
        request_id,
        permissions=permissions_of("member"),
    )


def heads_the_tree(actor: Actor) -> bool:
    """Whether the actor acts for the whole tree: for a unit that has nothing above it, with all below."""
    if actor.reach == EVERYTHING:
        return True
    if actor.unit is None or actor.reach != SUBTREE:
        return False
    return len(actor.line) < 2


def keeper_of_lists(on: dt.date) -> Unit | None:
    """The unit that keeps the lists of the whole installation: the top of its tree, of several the one begun first."""
    tops = Placement.objects.on(on).filter(parent__isnull=True).select_related("unit").order_by("unit_id")
    top = tops.first()
    return top.unit if top else None


def keeps_lists(actor: Actor) -> bool:
    """Whether the actor acts for the unit that keeps the lists of the whole installation, with all below it."""
    if actor.reach == EVERYTHING:
        return True
    return heads_the_tree(actor) and actor.unit == keeper_of_lists(actor.on)


def actors_of(account: Account, on: dt.date, request_id: str = "") -> list[Actor]:
    """Every way in which this person may act on this day: her posts, widest first, then as a member."""
    standing = organisation.path_that_day(OuterRef("unit"), on)
    posts = Post.objects.on(on).filter(person=account.person_id).annotate(path=standing)
    posts = posts.select_related("person", "unit", "title", "stands_for")
    ordered = sorted(posts, key=lambda p: (p.reach != SUBTREE, p.starts, p.pk))
    found = [replace(as_post(post, on, request_id), path=post.path) for post in ordered]
    memberships = Membership.objects.on(on).filter(person=account.person_id).annotate(path=standing)
    memberships = memberships.select_related("person", "unit")
    found += [replace(as_member(one, on, request_id), path=one.path) for one in memberships]
    if not found:
        person: Any = account.person
        found = [
            Actor(person, None, "", OWN, on, request_id=request_id, permissions=frozenset({"people.own"}))
        ]
    return found
