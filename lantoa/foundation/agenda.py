"""What a room says was decided of its papers at a meeting: door `agenda`, gathered by the meeting's page and print."""

from __future__ import annotations

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
