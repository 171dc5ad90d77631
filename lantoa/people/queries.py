"""Questions about rights: how far one's own go, who must answer, and what is told of."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q

from lantoa.foundation.dates import show_date
from lantoa.foundation.models import Event
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.people import rules
from lantoa.people.actors import EVERYTHING, Actor
from lantoa.people.models import Grant, GrantQuerySet, Membership, Person, Post

# What the first paper of the programme leaves in the history. Until then an installation is being set up.
FIRST_PAPER = "registration.submitted"


def rights_of(by: Actor) -> rules.Rights | None:
    """How far and how long the actor's own post goes; None for the system, which has no limits."""
    if by.reach == EVERYTHING:
        return None
    post = Post.objects.filter(pk=by.post_id).first()
    if post is None:
        return rules.Rights(by.reach, by.on, by.on)
    return rules.Rights(post.reach, post.starts, post.ends)


def is_being_set_up() -> bool:
    """Whether no paper has been sent yet: the head confirms the first list of posts in one go."""
    return not Event.objects.filter(verb=FIRST_PAPER).exists()


def is_below_asker(grant: Grant, by: Actor) -> bool:
    """Whether who asked acts for a unit that the actor's own lies below, or beside."""
    if by.reach == EVERYTHING or grant.asked_in_id is None or by.unit is None:
        return False
    assert grant.asked_in is not None
    return not organisation.is_under(grant.asked_in, by.unit, by.on)


def reaches_all_of(person: Person, by: Actor) -> bool:
    """Whether every post and membership that the person holds or will hold lies in reach.

    Of somebody who holds nothing any more, everything she held must.
    """
    still = Q(ends__isnull=True) | Q(ends__gt=by.on)
    posts, memberships = Post.objects.filter(person=person), Membership.objects.filter(person=person)
    if posts.filter(still).exists() or memberships.filter(still).exists():
        posts, memberships = posts.filter(still), memberships.filter(still)
    return all(by.in_reach(rows).count() == rows.count() for rows in (posts, memberships))


def waiting_for(by: Actor) -> GrantQuerySet:
    """Posts that others asked for and that this actor may confirm."""
    found = Grant.objects.visible_to(by).waiting().select_related("person", "unit", "title", "asked_by")
    if by.person:
        found = found.exclude(asked_by=by.person).exclude(person=by.person)
    below = [one.pk for one in found if is_below_asker(one, by)]
    return found.exclude(pk__in=below)


def newly_held_by(person: Person) -> GrantQuerySet:
    """Posts given to this person of which she has not yet said that she knows."""
    given = Grant.objects.filter(person=person, state=Grant.State.GIVEN, seen_on__isnull=True)
    return given.filter(post__isnull=False).select_related("unit", "title", "asked_by", "answered_by")


def newly_given_below(by: Actor) -> GrantQuerySet:
    """Posts given of late in the units directly below the actor's own, and in its own unit."""
    if by.unit is None or not by.may("people.confirm_posts"):
        return Grant.objects.none()
    children = Placement.objects.on(by.on).filter(parent=by.unit).values("unit_id")
    given = Grant.objects.filter(state=Grant.State.GIVEN, answered_on__gt=by.on - rules.TOLD_FOR)
    found = given.filter(Q(unit__in=children) | Q(unit=by.unit))
    return found.select_related("person", "unit", "title", "asked_by", "answered_by")


def holder_of(unit: Unit, role: str, on: dt.date, *, is_head: bool) -> Post | None:
    """Who holds this in the unit that day: its head where a head is asked for, else somebody in the same role."""
    held = Post.objects.on(on).filter(unit=unit).select_related("person")
    return (held.filter(is_head=True) if is_head else held.filter(role=role)).first()


def candidates_for(post: Post, by: Actor) -> list[Person]:
    """Who may take a post over: the people of its unit and of what lies below it, the holder and the actor left out."""
    here = organisation.within(Membership.objects.on(by.on), post.unit, on=by.on).values("person_id")
    beside = Post.objects.on(by.on).filter(unit=post.unit).values("person_id")
    found = Person.objects.visible_to(by).filter(Q(pk__in=here) | Q(pk__in=beside)).exclude(pk=post.person_id)
    return list((found.exclude(pk=by.person.pk) if by.person else found)[:2000])


def told_apart(person: Person) -> str:
    """A name with what tells two people of one name apart."""
    known = [show_date(person.born_on), person.card_number]
    return ", ".join([person.full_name, *filter(None, known)])
