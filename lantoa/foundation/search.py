"""What a room lets be found, and by whom: door `search`, gathered by the room that keeps the index.

A room whose records can be looked for has a door `search.py` with `SOURCES`. Each source says how a record is called,
by which words it is found, and who may find it, as sights: conditions that hold without asking the room again. The
index keeps them; units stand in them by their keys and are placed in the tree of the day only when somebody searches.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

Text = str | Promise

# How the unit of a sight must lie to who asks. REACH: within reach of her post; OWN: it is her post's very unit, or
# continued by it; EXACT: that unit and no other; TREE: under the root of her own tree; ABOVE: her own unit or one of
# those above it, for what a unit gives to all below.
REACH, OWN, EXACT, TREE, ABOVE = "reach", "own", "exact", "tree", "above"


@dataclass(frozen=True)
class Sight:
    """One way in which a record may be seen; everything that is given must hold."""

    permission: str = ""
    unit: int | None = None
    way: str = ""
    person: int | None = None
    starts: dt.date | None = None
    ends: dt.date | None = None


@dataclass(frozen=True)
class Found:
    """A record as the index keeps it. `part` tells several rows of one record apart (a unit's names).

    `texts` are what it is found by besides its title; `starts` and `ends` when it was called so.
    """

    key: int
    title: str
    line: str = ""
    code: str = ""
    url: str = ""
    texts: Sequence[str] = ()
    sights: Sequence[Sight] = ()
    part: int = 0
    starts: dt.date | None = None
    ends: dt.date | None = None


@dataclass(frozen=True)
class Source:
    """One kind of record.

    keys() → the keys of all records; found(keys) → their rows; `hears` says for each type of subject that an act may
    have which keys it concerns, from the subjects' keys. `permissions` are those that its sights ask for;
    `is_shared` says that some rows are seen by a whole tree. dress(rows, actor) → for some rows, by (key, part), a line
    that depends on who asks and when; `note` of a row that is dressed stands at its right.
    """

    code: str
    label: Text
    icon: str
    order: int
    keys: Callable[[], Any]
    found: Callable[[Sequence[int]], Iterator[Found]]
    hears: Mapping[str, Callable[[Iterable[int]], Iterable[int]]]
    permissions: tuple[str, ...] = ()
    is_shared: bool = False
    dress: Callable[[Sequence[Any], Any], Mapping[tuple[int, int], Dressed]] | None = None
    imports: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class Dressed:
    """What stands under a result for who asks, where it leads, and a word at its right."""

    line: Text = ""
    note: Text = ""
    url: str = ""


def itself(keys: Iterable[int]) -> Iterable[int]:
    """The subject of the act is the record."""
    return keys
