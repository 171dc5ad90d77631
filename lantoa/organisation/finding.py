"""Finding a unit by what people write: a code, a name with or without marks, short or long, an old name, its parent.

"Chi bộ thôn 1" exists in many communes: "Chi bộ thôn 1, xã An Phú" says which.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet

from lantoa.foundation.branches import in_any
from lantoa.foundation.text import fold, search_words
from lantoa.organisation.models import Placement
from lantoa.organisation.names import bare, bare_place, looked_for, normal

# Folding names in memory is for a province, not for the whole country.
FOLDABLE = 20_000
APART = re.compile(r"\s*[,;(]\s*|\s+[-–—]\s+")


@dataclass(frozen=True)
class Known:
    """A unit as it is looked for."""

    unit_id: int
    code: str
    name: str
    parent: str


class _Named:
    """Units by their names, each way written once, so that a list of thousands of rows asks a dictionary."""

    def __init__(self, among: Sequence[Known]) -> None:
        self.among = among
        self.indexes: dict[Callable[[str], str], dict[str, list[Known]]] = {}

    def called(self, typed: str) -> list[Known]:
        """By the whole name, without the body's word, without the kind of place: the first way that finds any."""
        for way in (normal, bare, bare_place):
            wanted = way(typed)
            if wanted and (found := self._index(way).get(wanted)):
                return list(found)
        return []

    def _index(self, way: Callable[[str], str]) -> dict[str, list[Known]]:
        if way not in self.indexes:
            index: dict[str, list[Known]] = defaultdict(list)
            for one in self.among:
                index[way(one.name)].append(one)
            self.indexes[way] = index
        return self.indexes[way]


class Finder:
    """The units of one tree on one day, to be asked for many names; two questions to the database."""

    def __init__(self, places: QuerySet[Placement], on: dt.date) -> None:
        rows = list(places[:FOLDABLE].values_list("unit_id", "unit__code", "name", "parent_id"))
        name_of = {unit_id: name for unit_id, _code, name, _parent in rows}
        above = {parent for *_rest, parent in rows if parent} - set(name_of)
        name_of |= dict(Placement.objects.on(on).filter(unit__in=above).values_list("unit_id", "name"))
        self.known = [Known(pk, code, name, name_of.get(parent, "")) for pk, code, name, parent in rows]
        self._by_code = {one.code: one for one in self.known}
        self._old: dict[str, set[int]] | None = None

    @cached_property
    def _all(self) -> _Named:
        return _Named(self.known)

    @cached_property
    def _under(self) -> dict[str, _Named]:
        """The units by what stands above them."""
        below: dict[str, list[Known]] = defaultdict(list)
        for one in self.known:
            below[bare(one.parent)].append(one)
        return {parent: _Named(units) for parent, units in below.items()}

    def find(self, typed: str) -> list[Known]:
        """All that may be meant: one, several (say whose), or none."""
        if one := self._by_code.get(typed.strip()):
            return [one]
        if found := self._all.called(typed):
            return found
        for name, parent in _cut(typed):
            under = self._under.get(bare(parent))
            if under and (found := under.called(name)):
                return found
        return self._by_old_name(typed)

    def _by_old_name(self, typed: str) -> list[Known]:
        if self._old is None:
            self._old = {}
            ids = [one.unit_id for one in self.known]
            past = Placement.objects.filter(ends__isnull=False)
            if len(ids) < FOLDABLE:
                past = past.filter(unit__in=ids)
            for unit_id, name in past.values_list("unit_id", "name")[:FOLDABLE]:
                self._old.setdefault(normal(name), set()).add(unit_id)
        wanted = self._old.get(normal(typed), set())
        return [one for one in self.known if one.unit_id in wanted]


def called(typed: str, places: QuerySet[Placement], on: dt.date) -> list[Known]:
    """What a `Finder` of these places finds, for one name among any number of them: indexes give what may be meant."""
    names = {looked_for(name) for name in [typed, *(name for name, _parent in _cut(typed))]}
    once = Placement.objects.filter(ends__isnull=False, called=looked_for(typed))
    meant = in_any(
        places,
        places.filter(called__in=names),
        places.filter(unit__code=typed.strip()),
        places.filter(unit__in=once.values("unit")),
    )
    return Finder(meant, on).find(typed)


def _cut(typed: str) -> list[tuple[str, str]]:
    """(name, parent) in every way in which "Chi bộ thôn 1, xã An Phú" may be read, the shortest parent first."""
    parts = [part for part in APART.split(typed.rstrip(" )")) if part]
    return [(" ".join(parts[:cut]), " ".join(parts[cut:])) for cut in range(len(parts) - 1, 0, -1)]


def told_apart(found: Iterable[Known]) -> list[str]:
    """Names that can be typed and mean one unit each: with the parent, or the code where even that is shared."""
    rows = list(found)
    full = [f"{one.name}, {one.parent}" if one.parent else one.name for one in rows]
    return [name if full.count(name) == 1 else one.code for one, name in zip(rows, full, strict=True)]


def ever_named(text: str, places: QuerySet[Placement]) -> set[int]:
    """The units, of these places of any day, that have or once had a name with all these words, accents or not."""
    words = search_words(text)
    rows = places.values_list("unit_id", "name", "short_name").iterator()
    named = ((unit_id, fold(f"{name} {short}")) for unit_id, name, short in rows)
    return {unit_id for unit_id, folded in named if all(word in folded for word in words)}
