"""What somebody may find. Who may see what is read from the index alone; the tree of the day says where units stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value, Window
from django.db.models.functions import Coalesce, RowNumber

from lantoa.foundation.gathering import gather
from lantoa.foundation.half_open import holds_on
from lantoa.foundation.search import ABOVE, EXACT, OWN, REACH, TREE, Dressed, Source
from lantoa.foundation.text import fold
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Heir, Placement
from lantoa.people.actors import EVERYTHING, SUBTREE, UNIT, Actor
from lantoa.searching import words as said
from lantoa.searching.models import Entry, EntryQuerySet, Sight, SightQuerySet

# With so few units in reach their rows are read directly; with more the words are asked first.
FEW_UNITS = 400
MOST, AT_ONCE, MOST_TRIES = 100, 5, 6


@cache
def sources() -> tuple[Source, ...]:
    """Every kind that some room lets be found, in the order of the page."""
    found = [source for room in gather("search") for source in room.SOURCES]
    return tuple(sorted(found, key=lambda source: source.order))


class Seeing:
    """How far one actor sees on her day; asked of the tree once."""

    def __init__(self, actor: Actor) -> None:
        self.actor, self.on = actor, actor.on
        self.me = actor.person.pk if actor.person else None
        self.own = self._own_units()
        self.path = self._path() if actor.reach == SUBTREE else ""
        self.few = self._few()
        self.root = self._root()
        self.line = self._line()

    def _own_units(self) -> list[int]:
        """The post's own unit and those it continues; none for who acts for herself."""
        if self.actor.unit is None or self.actor.reach not in (UNIT, SUBTREE):
            return []
        return list(
            Heir.objects.filter(holds_on(self.on), heir=self.actor.unit).values_list("unit_id", flat=True)
        )

    def _path(self) -> str:
        here = organisation.placement(self.actor.unit, self.on) if self.actor.unit else None
        return here.path if here else ""

    def _few(self) -> list[int] | None:
        """The units in reach, when they are few."""
        if not self.path:
            return self.own if self.actor.reach == UNIT else []
        assert self.actor.unit is not None
        within = organisation.units_within(self.actor.unit, self.on)
        found = [row["unit_id"] for row in within[: FEW_UNITS + 1]]
        return found if len(found) <= FEW_UNITS else None

    def _root(self) -> str:
        """The path of the root of her own tree."""
        here = organisation.placement(self.actor.unit, self.on) if self.actor.unit else None
        return here.path[: organisation.STEP] if here else ""

    def _line(self) -> list[int]:
        """Her unit and those above it, a handful."""
        if self.actor.unit is None:
            return []
        above = organisation.ancestors(self.actor.unit, self.on)
        return [*(place.unit_id for place in above), self.actor.unit.pk]

    def sights(self, *asked: Source) -> SightQuerySet:
        """Those of these kinds whose permission she holds, that hold on her day and name nobody else."""
        permissions = {one for source in asked for one in source.permissions}
        held = Q(permission__in=["", *sorted(filter(self.actor.may, permissions))])
        # As one value, so that no database begins with all the sights that name nobody.
        found = Sight.objects.on(self.on).filter(held)
        return found.alias(named=Coalesce("person_id", Value(self.me or 0))).filter(named=self.me or 0)

    def nearby(self) -> Q:
        """Sights by her own person and by few units."""
        by_unit = Q(way=REACH, unit_id__in=self.few or []) | Q(way=OWN, unit_id__in=self.own)
        exact = Q(way=EXACT, unit_id=self.actor.unit.pk) if self.actor.unit else Q(pk__in=[])
        above = Q(way=ABOVE, unit_id__in=self.line)
        return Q(way="", person_id=self.me) | by_unit | exact | above

    def in_reach(self) -> Q:
        """Sights by units in reach, each looked up where it stands."""
        return Q(way=REACH) & Q(Exists(_under(self.path, self.on)))

    def in_tree(self) -> Q:
        """Sights of everything under the root of her own tree."""
        return Q(way=TREE) & Q(Exists(_under(self.root, self.on)))


def _under(path: str, on: dt.date) -> QuerySet[Heir]:
    """Whether the unit of the sight, or the one that continues it, lies under the path."""
    places = Placement.objects.on(on).under(path).filter(unit_id=OuterRef("heir_id"))
    return Heir.objects.filter(holds_on(on), unit_id=OuterRef("unit_id")).filter(Exists(places))


Near = Mapping[str, list[Entry]]


def visible(
    seeing: Seeing,
    source: Source,
    words: Sequence[said.Word],
    most: int | None = MOST,
    near: Near | None = None,
) -> list[Entry]:
    """Rows of a kind with all these words that the actor may see, at most so many, in no order.

    `near` are those of few units, by kind, where they were asked for together (see `nearby`).
    """
    if seeing.actor.reach == EVERYTHING:
        found = Entry.objects.known_on(seeing.on).matching(source.code, said.asked_first(words)).having(words)
        return list(found[:most])
    if seeing.few is None:
        seen = seeing.nearby() | seeing.in_reach()
        seen |= seeing.in_tree() if seeing.root and source.is_shared else Q(pk__in=[])
        return list(_by_words(seeing, source, words, seen)[:most])
    rows = {row.pk: row for row in (near or nearby(seeing, [source], words, most)).get(source.code, [])}
    if source.is_shared and seeing.root and (most is None or len(rows) < most):
        rows |= {row.pk: row for row in _by_words(seeing, source, words, seeing.in_tree())[:most]}
    return list(rows.values())[:most]


def _by_words(seeing: Seeing, source: Source, words: Sequence[said.Word], seen: Q) -> EntryQuerySet:
    sights = seeing.sights(source).filter(seen, entry=OuterRef("pk"))
    return (
        Entry.objects.known_on(seeing.on)
        .matching(source.code, said.asked_first(words))
        .having(words)
        .filter(Exists(sights))
    )


def nearby(
    seeing: Seeing, asked: Sequence[Source], words: Sequence[said.Word], most: int | None = MOST
) -> Near:
    """Rows of these kinds that few units let be seen, at most so many of each, by kind: one question for all.

    Nothing but the sights leads to the rows; a kind is told by its row, not asked for.
    """
    sights = seeing.sights(*asked).filter(seeing.nearby()).values("entry_id")
    found = Entry.objects.known_on(seeing.on).filter(pk__in=sights).having(words)
    if most is not None:
        place = Window(RowNumber(), partition_by=F("kind"), order_by="pk")
        found = found.annotate(place=place).filter(place__lte=most)
    rows: dict[str, list[Entry]] = {source.code: [] for source in asked}
    for row in found:
        rows.setdefault(row.kind, []).append(row)
    return rows


@dataclass(frozen=True)
class Result:
    """One row as the page shows it."""

    entry: Entry
    dressed: Dressed
    is_old: bool

    @property
    def line(self) -> str:
        """What tells it apart."""
        return str(self.dressed.line or self.entry.line)

    @property
    def url(self) -> str:
        """Where it leads."""
        return self.dressed.url or self.entry.url

    @property
    def note(self) -> str:
        """A word at its right."""
        return str(self.dressed.note or self.entry.code)


@dataclass(frozen=True)
class Group:
    """The results of one kind: those shown, and how many there are (at least)."""

    source: Source
    results: list[Result]
    count: int

    @property
    def is_more(self) -> bool:
        """Whether not all of them are shown."""
        return self.count > len(self.results)

    @property
    def is_cut(self) -> bool:
        """Whether there may be more than were counted."""
        return self.count >= MOST


def look(actor: Actor, text: str, kind: str = "") -> list[Group]:
    """The groups with results, in the order of the page; with a kind, that group alone and all its rows."""
    words = said.asked(text)
    return _groups(Seeing(actor), words, kind) if words else []


def _groups(seeing: Seeing, words: Sequence[said.Word], kind: str) -> list[Group]:
    found, asked = [], [source for source in sources() if kind in ("", source.code)]
    is_near = seeing.actor.reach != EVERYTHING and seeing.few is not None
    near = nearby(seeing, asked, words) if is_near else None
    for source in asked:
        if rows := _in_order(visible(seeing, source, words, near=near), words, seeing):
            shown = rows if kind else rows[:AT_ONCE]
            found.append(Group(source, _dressed(source, shown, seeing), len(rows)))
    return found


def _in_order(rows: Iterable[Entry], words: Sequence[said.Word], seeing: Seeing) -> list[Entry]:
    """Named so first, today's names before old ones, then by name."""

    def place(row: Entry) -> tuple[int, bool, str, str, int]:
        return (
            said.missing(row.title, words),
            _is_old(row, seeing),
            fold(row.title),
            row.line,
            row.key,
        )

    return sorted(rows, key=place)


def _is_old(row: Entry, seeing: Seeing) -> bool:
    return row.ends is not None and row.ends <= seeing.on


def _dressed(source: Source, rows: Sequence[Entry], seeing: Seeing) -> list[Result]:
    told = source.dress(rows, seeing.actor) if source.dress else {}
    return [Result(row, told.get((row.key, row.part), Dressed()), _is_old(row, seeing)) for row in rows]


def nearly(actor: Actor, text: str) -> Group | None:
    """One group of what may have been meant, when nothing was found."""
    seeing = Seeing(actor)
    for words in said.nearly(said.asked(text))[:MOST_TRIES]:
        if groups := _groups(seeing, words, ""):
            return groups[0]
    return None
