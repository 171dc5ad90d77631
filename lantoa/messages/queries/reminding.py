"""Who may be reminded, how often she was, and who is reminded in her stead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from lantoa.messages.models import Message
from lantoa.people.models import Account, Person, Post

REMINDER = "reminder.sent"


@dataclass(frozen=True)
class Known:
    """What decides whether one person may be reminded today."""

    holds_a_post: bool
    told_this_month: int
    is_told_today: bool


def who_may_be_reminded(people: Iterable[int], today: dt.date) -> dict[int, Known]:
    """Of these those with an account in use; how often each was reminded this month, and whether today."""
    people = list(people)
    open_ones = Account.objects.filter(person__in=people, is_active=True).values_list("person_id", flat=True)
    holders = set(Post.objects.on(today).filter(person__in=people).values_list("person_id", flat=True))
    first = timezone.make_aware(dt.datetime.combine(today.replace(day=1), dt.time()))
    told: dict[int, list[dt.date]] = {}
    reminders = Message.objects.filter(person__in=people, verb=REMINDER, shows_at__gte=first)
    for person, at in reminders.values_list("person_id", "shows_at"):
        told.setdefault(person, []).append(timezone.localtime(at).date())
    return {
        person: Known(person in holders, len(told.get(person, [])), today in told.get(person, []))
        for person in open_ones
    }


def secretaries_of(units: Iterable[int], on: dt.date) -> dict[int, set[int]]:
    """Unit → who looks after its members that day: its secretary, its head."""
    held = Post.objects.on(on).filter(Q(role="secretary") | Q(is_head=True), unit__in=list(units))
    found: dict[int, set[int]] = {}
    for unit, person in held.values_list("unit_id", "person_id"):
        found.setdefault(unit, set()).add(person)
    return found


def name_of_person(key: int) -> str:
    """What she is called."""
    return Person.objects.values_list("full_name", flat=True).get(pk=key)
