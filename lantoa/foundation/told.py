"""Who is told of which act, in which words: a room's door `told.py` holds TOLD.

The room of messages hears these acts and puts what they say before the people concerned. Whoever did the act is not
told of it. An act that may be undone for a while names how long: nobody hears of it before, nor once it is undone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from lantoa.foundation.gathering import gather
from lantoa.foundation.models import Event


@dataclass(frozen=True)
class News:
    """One message: to whom (keys of persons), what it says in one line, where it leads; `note` is read below it."""

    to: frozenset[int]
    title: str
    url: str
    note: str = ""


@dataclass(frozen=True)
class Told:
    """`tell` says what an act of one of `verbs` means to whom, as things stand now; nothing where its thing is gone.

    `after` is how long the act can be undone, `undone` the verbs of the acts on the same thing that undo it.
    """

    verbs: frozenset[str]
    tell: Callable[[Event], Iterable[News]]
    after: dt.timedelta = field(default=dt.timedelta())
    undone: frozenset[str] = frozenset()


def told(
    verbs: str,
    tell: Callable[[Event], Iterable[News]],
    *,
    after: dt.timedelta | None = None,
    undone: str = "",
) -> Told:
    """`told("plan.returned", returned)`; several verbs stand with blanks between them."""
    return Told(frozenset(verbs.split()), tell, after or dt.timedelta(), frozenset(undone.split()))


def all_told() -> tuple[Told, ...]:
    """What every room tells, bottom floor first."""
    return tuple(one for room in gather("told") for one in room.TOLD)


def to(*keys: int | None) -> frozenset[int]:
    """The persons of these keys; where there is none, nobody."""
    return frozenset(key for key in keys if key)


def who_did(event: Event, verbs: str) -> frozenset[int]:
    """Who has done one of these to the same thing: of papers that keep no column for it."""
    same = Event.objects.filter(
        subject_type=event.subject_type, subject_id=event.subject_id, verb__in=verbs.split()
    )
    return to(*same.values_list("person_id", flat=True))
