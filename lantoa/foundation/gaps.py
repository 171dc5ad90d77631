"""Numbers that are missing among those that were read: each waits until nobody can bring it any more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

# [first, last, who was writing], as a cursor keeps it.
Kept = list[int | list[str]]


@dataclass(frozen=True)
class Gap:
    """The numbers first..last, both missing. `writers` were at work when it was found; None: nobody has looked yet."""

    first: int
    last: int
    writers: frozenset[str] | None = None

    def without(self, found: Iterable[int]) -> Iterator[Gap]:
        """What is still missing when those are there."""
        begins = self.first
        for number in [*sorted(one for one in found if self.first <= one <= self.last), self.last + 1]:
            if begins < number:
                yield replace(self, first=begins, last=number - 1)
            begins = number + 1

    def while_writing(self, writers: frozenset[str]) -> Gap:
        """The gap as it stands now that only those are at work: nobody who came later can fill it."""
        return replace(self, writers=writers if self.writers is None else self.writers & writers)

    @property
    def kept(self) -> Kept:
        """As JSON."""
        return [self.first, self.last, sorted(self.writers or ())]


def between(last: int, numbers: Iterable[int]) -> list[Gap]:
    """The gaps in rising numbers that follow `last`."""
    found, before = [], last
    for number in numbers:
        if number > before + 1:
            found.append(Gap(before + 1, number - 1))
        before = number
    return found


def still_open(gaps: Iterable[Gap], found: Collection[int], writers: frozenset[str]) -> list[Gap]:
    """The gaps that somebody may yet fill. `found` was read after `writers`, else what was filled between is lost."""
    waiting = [gap.while_writing(writers) for gap in gaps]
    return [left for gap in waiting if gap.writers for left in gap.without(found)]


def read(kept: Iterable[Kept]) -> list[Gap]:
    """From JSON."""
    return [Gap(first, last, frozenset(writers)) for first, last, writers in kept]  # type: ignore[arg-type]
