"""The rows of core parts: how a list of lines becomes them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F

from lantoa.foundation.text import clean
from lantoa.practices.models import CorePart, Practice

LONGEST = 300


def lines_of(texts: Iterable[str]) -> list[str]:
    """Each part once, without empty lines."""
    return list(dict.fromkeys(clean(text)[:LONGEST] for text in texts if clean(text)))


def rewrite_parts(practice: Practice, wanted: list[str]) -> None:
    """A part keeps its row, and what adopters said of it, while its words or its place stay the same."""
    there = list(practice.core_parts.select_for_update())
    by_text = {part.text: part for part in there}
    free = {part.place: part for part in there if part.text not in wanted}
    kept = [by_text.get(text) or free.pop(place, None) for place, text in enumerate(wanted, start=1)]
    practice.core_parts.exclude(pk__in=[part.pk for part in kept if part]).delete()
    # Places are unique: move everything out of the way before it gets its own.
    practice.core_parts.update(place=F("place") + len(there) + len(wanted))
    for place, (part, text) in enumerate(zip(kept, wanted, strict=True), start=1):
        row = part or CorePart(practice=practice)
        row.place, row.text = place, text
        row.save()
