"""Who is to get a letter, and what became of those that were sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet

from lantoa.messages.models import Message, Preference, Sending
from lantoa.people.actors import Actor
from lantoa.people.models import Account, Person, Post
from lantoa.people.roles import ROLES, goes_beyond_a_member


def unread_by_person(now: dt.datetime) -> Iterator[tuple[Person, int, dt.date | None]]:
    """(person, unread messages, nearest deadline they speak of) of everybody with an account who wants the digest."""
    not_wanted = Preference.objects.filter(gets_digest=False, person=OuterRef("person"))
    unread = Message.objects.shown(now).unread().filter(person__account__is_active=True)
    found = unread.filter(~Exists(not_wanted)).order_by().values("person")
    ahead = Min("due_on", filter=Q(due_on__gte=now.date()))
    rows = list(found.annotate(n=Count("pk"), due=ahead).values_list("person", "n", "due"))
    people = Person.objects.in_bulk([person for person, _n, _due in rows])
    return ((people[person], n, due) for person, n, due in rows)


def who_judges(on: dt.date) -> QuerySet[Account]:
    """Accounts in use of those whose posts may ask for their word."""
    roles = [code for code in ROLES if goes_beyond_a_member(code)]
    held = Post.objects.on(on).filter(role__in=roles).values("person")
    return Account.objects.filter(is_active=True, person__in=held).select_related("person").order_by("pk")


def gets_digest(actor: Actor) -> bool:
    """Whether the actor has not switched it off."""
    return not Preference.objects.filter(person=actor.person, gets_digest=False).exists()


def sendings() -> QuerySet[Sending]:
    """Everything that left, or tried to, the newest first."""
    return Sending.objects.select_related("person")
