"""What a report says, without where it came from and how it will look: made live for a draft, kept when issued."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from cattrs import BaseValidationError, Converter, transform_error

from lantoa.documents.rules import Names
from lantoa.figures.figure import IN_WORDS, UNKNOWN, Figure
from lantoa.foundation.dates import Period
from lantoa.reports.sentences import Line, Piece


@dataclass(frozen=True)
class FilledSection:
    """One section with its figures in place. `items` are listed lines; `edited` says that people worded them;
    `asks` who is asked where there is nothing."""

    code: str
    heading: str
    level: int
    holds: bool
    by_hand: bool
    hint: str
    lines: tuple[tuple[Piece, ...], ...] = ()
    items: tuple[tuple[Piece, ...], ...] = ()
    edited: bool = False
    asks: str = ""

    @property
    def text(self) -> Line:
        """The sentences as one paragraph."""
        space = (Piece(" "),)
        return tuple(piece for line in self.lines for piece in (*line, *space))[:-1]

    @property
    def figures(self) -> int:
        """How many figures stand in it."""
        return sum(bool(piece.url) for piece in self.pieces)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Every piece of every line, in order."""
        return tuple(piece for line in (*self.lines, *self.items) for piece in line)

    @property
    def missing(self) -> list[str]:
        """The places whose figure is not there, as they read."""
        return [piece.text for piece in self.pieces if piece.is_missing]

    @property
    def seen(self) -> dict[str, str]:
        """slot → how its figure reads, for every figure that can be called by a name."""
        found: dict[str, str] = {}
        for line in (*self.lines, *self.items):
            here: dict[str, str] = {}
            for piece in line:
                if piece.slot:
                    here[piece.slot] = here.get(piece.slot, "") + piece.text
            found |= here
        return found


@dataclass(frozen=True)
class Entry:
    """A value in a table: as it is read, and as a number where it is one."""

    shown: str
    number: Decimal | None = None


NOTHING = Entry("")


@dataclass(frozen=True)
class AnnexRow:
    """One indicator of the annex: this period, the same period a year before, since the stage began."""

    code: str
    label: str
    unit_of_count: str
    now: Entry
    before: Entry
    since: Entry
    note: str
    url: str

    @property
    def is_unrecorded(self) -> bool:
        """Whether nobody has recorded anything of it: not now, not a year before, not since the stage began."""
        told = {self.now.shown, self.before.shown, self.since.shown}
        return told <= {"", IN_WORDS[UNKNOWN]}


@dataclass(frozen=True)
class UnitRow:
    """One unit in the table of units."""

    code: str
    name: str
    entries: tuple[Entry, ...]
    note: str = ""
    total: bool = False


@dataclass(frozen=True)
class PracticeRow:
    """One model of the table of models; `recognised` names the level and the decision, `taken_over` is how often."""

    name: str
    subject: str
    field: str
    unit: str
    level: str
    year: int
    result: str
    recognised: str
    taken_over: int
    url: str


@dataclass(frozen=True)
class Absent:
    """A unit that has neither records nor declarations in the period."""

    code: str
    name: str


@dataclass(frozen=True)
class Content:
    """Everything a report says. Only when tables were asked for, `figures` holds every measure and they are filled,
    less those that the form tells only beside.
    """

    form: str
    unit_code: str
    unit_name: str
    names: Names
    period: Period
    stage: Period
    data_as_of: dt.date
    taken_at: dt.datetime
    programme: str
    bases: str
    unverified: tuple[str, ...]
    units_due: int
    missing: tuple[Absent, ...]
    parts: tuple[FilledSection, ...]
    figures: tuple[Figure, ...]
    declared: tuple[Figure, ...]
    annex: tuple[AnnexRow, ...] = ()
    columns: tuple[str, ...] = ()
    units: tuple[UnitRow, ...] = ()
    title: str = (
        ""  # what follows "báo cáo": "sơ kết 3 năm thực hiện …"; empty in papers kept before it was told
    )
    coverage: tuple[str, ...] = ()  # what approved rounds of the period say: who answered, who is missing
    practices: tuple[PracticeRow, ...] = ()
    practices_left: int = 0  # how many more there are than are named
    gathers: bool = (
        False  # whether the tables name in one line what nobody has recorded; older papers did not
    )
    counted_at: dt.datetime | None = None  # up to when a draft's figures tell, where they were counted before

    @property
    def rows(self) -> tuple[AnnexRow, ...]:
        """The rows of the annex as it is read and printed."""
        return tuple(row for row in self.annex if not (self.gathers and row.is_unrecorded))

    @property
    def unrecorded(self) -> tuple[AnnexRow, ...]:
        """Those that are gathered in one line below them."""
        return tuple(row for row in self.annex if self.gathers and row.is_unrecorded)

    def part(self, code: str) -> FilledSection:
        """The section with this code."""
        return next(part for part in self.parts if part.code == code)

    def leading(self, to: Callable[[str], str]) -> Content:
        """The same, with every figure leading to what `to` makes of its address."""

        def led(lines: tuple[Line, ...]) -> tuple[Line, ...]:
            return tuple(
                tuple(replace(one, url=to(one.url)) if one.url else one for one in line) for line in lines
            )

        parts = tuple(replace(part, lines=led(part.lines), items=led(part.items)) for part in self.parts)
        annex = tuple(replace(row, url=to(row.url)) if row.url else row for row in self.annex)
        return replace(self, parts=parts, annex=annex)


# The shape in which a report is kept. A field added later has a default, and old papers stay readable; what is
# renamed or taken away raises this number and gets a step in UPGRADES that rewrites what was kept before.
VERSION = 1
UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {
    0: lambda kept: kept,  # kept before versions were: the same shape as 1
}

_kept = Converter(forbid_extra_keys=False, unstruct_collection_overrides={tuple: list})
for _kind in (dt.datetime, dt.date):
    _kept.register_unstructure_hook(_kind, lambda day: day.isoformat())
    _kept.register_structure_hook(_kind, lambda text, kind: kind.fromisoformat(text))
_kept.register_unstructure_hook(Decimal, str)
_kept.register_structure_hook(Decimal, lambda text, _kind: Decimal(text))


def as_json(content: Content) -> dict[str, Any]:
    """The content as plain JSON with its version; numbers as text so that not a digit is lost."""
    return {"version": VERSION, **_kept.unstructure(content)}


def content_from(kept: Mapping[str, Any]) -> Content:
    """The content that `as_json` wrote, today or years ago. ValueError names what is missing."""
    told = dict(kept)
    version = told.pop("version", 0)
    if version > VERSION:
        raise ValueError(
            f"a report kept in shape {version} by a newer Lan Tỏa; this one reads up to {VERSION}"
        )
    for step in range(version, VERSION):
        told = UPGRADES[step](told)
    try:
        return _kept.structure(told, Content)
    except BaseValidationError as wrong:
        raise ValueError(f"a kept report cannot be read: {'; '.join(transform_error(wrong))}") from wrong
