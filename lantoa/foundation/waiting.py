"""What waits for one person's word, whatever room it lies in.

A room that judges something has a door `waiting.py` with `queues(actor)`; `all_waiting` gathers them into one list.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from lantoa.foundation.branches import how_many
from lantoa.foundation.gathering import gather

Text = str | Promise


@dataclass(frozen=True)
class Kind:
    """One kind of thing to decide on. `code` stands in the address when only this kind is asked for."""

    code: str
    label: Text


@dataclass(frozen=True)
class Waiting:
    """One thing, since when it waits, and where the word is given. `unit_id` is whose it is."""

    kind: Kind
    title: str
    url: str
    button: Text
    since: dt.date
    unit_id: int
    who: str = ""


@dataclass(frozen=True)
class Queue:
    """Things of one kind. `told` says each of them, and is asked only where `things` finds something at all.

    `things` may find more than waits for this person: that of all queues is asked in one question.
    """

    things: QuerySet[Any]
    told: Callable[[], Iterable[Waiting]]


def all_waiting(actor: Any) -> list[Waiting]:
    """What waits for the actor's word in any room, the longest waiting first."""
    rooms = [room for room in gather("waiting") if hasattr(room, "queues")]
    return waiting_in(queue for room in rooms for queue in room.queues(actor))


def waiting_in(queues: Iterable[Queue]) -> list[Waiting]:
    """The same of these queues: one question for which of them hold something, then those."""
    named = {str(n): queue for n, queue in enumerate(queues)}
    found = how_many(**{name: (queue.things, 0) for name, queue in named.items()}) if named else {}
    told = (one for name, queue in named.items() if found[name] for one in queue.told())
    return sorted(told, key=lambda one: one.since)
