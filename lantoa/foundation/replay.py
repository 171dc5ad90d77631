"""The rule replayed: whether who acted had that right that day.

Seals prove that the history is as it was written. Whoever writes into the tables beside it could still act with a post
that nobody gave. A room that knows by which rule people act has a door `replay.py` with `Replay`, asked event by event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from lantoa.foundation.gathering import gather
from lantoa.foundation.models import Event

AT_ONCE = 2000


class Rule(Protocol):
    """One rule, asked of all events in the order of the history."""

    def wrongs(self, events: list[Event]) -> Iterable[Wrong]:
        """What is against it among these."""
        ...


@dataclass(frozen=True)
class Wrong:
    """An event that the rule of its day did not allow, and why, as a sentence."""

    event: int
    said: str


def first_wrong() -> Wrong | None:
    """The first event that somebody had no right to; None when all are as they should be."""
    rules: list[Rule] = [room.Replay() for room in gather("replay")]
    found = (wrong for events in _batches() for rule in rules for wrong in rule.wrongs(events))
    return next(found, None)


def _batches() -> Iterator[list[Event]]:
    batch: list[Event] = []
    for event in Event.objects.filter(person_id__isnull=False).order_by("pk").iterator(AT_ONCE):
        batch.append(event)
        if len(batch) == AT_ONCE:
            yield batch
            batch = []
    yield batch
