"""What happened to a paper, act by act, as its own page tells it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lantoa.foundation import verbs
from lantoa.foundation.models import Event

STANDING_OUT = (".returned", ".stopped", "_refused")


@dataclass(frozen=True)
class Act:
    """One line of the trail."""

    said: str
    event: Event

    @property
    def css(self) -> str:
        """What went back, stopped or was refused stands out."""
        return "rt" if self.event.verb.endswith(STANDING_OUT) else "y"


def told(events: Iterable[Event], words: Mapping[str, object]) -> list[Act]:
    """Each act in the room's own words, or in those of the history; in the order it happened."""
    return [Act(str(words.get(event.verb) or verbs.said(event.verb)), event) for event in events]
