"""What a room brings to a unit's next meeting, and what was decided of its papers at one: door `agenda`.

Gathered by the sheet on which a meeting is prepared, and by the meeting's own page and print.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lantoa.foundation.gathering import gather


@dataclass(frozen=True)
class Decided:
    """One sentence, as it stands in the minutes; `url` opens the papers for whoever may see them, else empty."""

    words: str
    url: str = ""


def decided_at(meeting: Any, actor: Any) -> Iterator[Decided]:
    """What every room has decided at that meeting, bottom floor first: each room's `decided(meeting, actor)`."""
    for room in gather("agenda"):
        if hasattr(room, "decided"):
            yield from room.decided(meeting, actor)


# The parts of a meeting to which something is brought, in their order.
STUDY, NEWS, REVIEW, NEXT = "study", "news", "review", "next"


@dataclass(frozen=True)
class Point:
    """One thing to speak of: `part` of the meeting, `words`, a `note` below; `url` opens it for whoever may see it."""

    part: str
    words: str
    note: str = ""
    url: str = ""


def brought_to(unit: Any, actor: Any, on: dt.date) -> Iterator[Point]:
    """What every room brings to the unit's meeting of that day, bottom floor first: `brings(unit, actor, on)`."""
    for room in gather("agenda"):
        if hasattr(room, "brings"):
            yield from room.brings(unit, actor, on)
