"""Everything counted anew, one province after another: no more than one is held at once, however large the country."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from lantoa.figures.folding.counted import Amounts, Key, Own, add_to, added_up, counted
from lantoa.figures.folding.tree import Where
from lantoa.figures.models import FoldedSum
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement
from lantoa.organisation.paths import STEP

AT_ONCE = 500


@dataclass(frozen=True)
class Piece:
    """A unit next below the root with all that lies below it, or a root itself: what is counted, and what is kept."""

    own: Own
    total: Amounts
    kept: QuerySet[FoldedSum]


def how_many(where: Mapping[int, Where]) -> int:
    """How many pieces there are."""
    return len({_of(place) for place in where.values()})


def _of(place: Where) -> str:
    """The path of the piece that a place belongs to."""
    return place[1][: 2 * STEP]


def pieces(where: Mapping[int, Where], day: dt.date) -> Iterator[Piece]:
    """By the tree of that day, which `where` tells; roots come last, for everything below adds up in them."""
    groups: dict[str, dict[int, Where]] = defaultdict(dict)
    for unit, place in where.items():
        groups[_of(place)][unit] = place
    below: dict[str, dict[Key, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for path in sorted(groups, key=lambda one: (-len(one), one)):
        if len(path) == STEP:
            yield _root(groups[path], below[path])
            continue
        own = counted(groups[path], organisation.counted_below(path, day))
        for amounts in own.values():
            for key, amount in amounts.items():
                below[path[:STEP]][key] += amount
        here = Placement.objects.on(day).under(path).values("unit_id")
        yield Piece(own, added_up(own, groups[path]), FoldedSum.objects.filter(unit__in=here))


def _root(mine: Mapping[int, Where], below: Mapping[Key, Decimal]) -> Piece:
    """What counts for the root alone, which are few units, and what was added up below it."""
    units = sorted(mine)
    own: Own = {}
    for first in range(0, len(units), AT_ONCE):
        for home, amounts in counted(mine, units[first : first + AT_ONCE]).items():
            had = own.setdefault(home, defaultdict(Decimal))
            for key, amount in amounts.items():
                had[key] += amount
    root = next(home for home, _path, _above in mine.values())
    total = added_up(own, mine)
    add_to(total, [root], below)
    return Piece(own, total, FoldedSum.objects.filter(unit=root))
