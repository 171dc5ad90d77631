"""The bell: what is told, taken back, read and forgotten."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from lantoa.foundation import clock
from lantoa.foundation.models import Event
from lantoa.foundation.told import News, Told
from lantoa.messages import rules
from lantoa.messages.models import LONGEST_TITLE, Message
from lantoa.people.actors import Actor
from lantoa.people.models import Person


@transaction.atomic
def tell(event: Event, told: Told) -> int:
    """Put what an act means before everybody concerned but who did it; how many that are.

    Telling one act twice tells it once. What is no news any more is not told.
    """
    if not rules.is_news(event.at, event.on, clock.now()):
        return 0
    rows = [row for news in told.tell(event) for row in _rows(event, news, event.at + told.after)]
    Message.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def _rows(event: Event, news: News, shows_at: dt.datetime) -> list[Message]:
    known = Person.objects.filter(pk__in=news.to - {event.person_id}).values_list("pk", flat=True)
    return [
        Message(
            person_id=person,
            verb=event.verb,
            subject_type=event.subject_type,
            subject_id=event.subject_id,
            key=f"event:{event.pk}:{person}",
            title=news.title[:LONGEST_TITLE],
            note=news.note,
            url=news.url,
            at=event.at,
            shows_at=shows_at,
        )
        for person in known
    ]


def untell(event: Event, told: Told) -> int:
    """An act was undone: what was told of it, or was to be, and nobody has read yet, goes. How many that were."""
    of_it = Message.objects.filter(
        subject_type=event.subject_type, subject_id=event.subject_id, verb__in=told.verbs, at__lte=event.at
    )
    gone, _each = of_it.unread().delete()
    return gone


def read(message: Message, *, by: Actor) -> Message:
    """Its reader has opened it; the first time counts."""
    Message.objects.visible_to(by).unread().filter(pk=message.pk).update(read_at=clock.now())
    return message


def read_all(*, by: Actor) -> int:
    """Everything that is there is read; how many that were."""
    return Message.objects.visible_to(by).unread().update(read_at=clock.now())


def forget_old(now: dt.datetime) -> int:
    """Messages older than rules.KEPT_FOR go, read or not; how many that were."""
    gone, _each = Message.objects.filter(shows_at__lt=now - rules.KEPT_FOR).delete()
    return gone
