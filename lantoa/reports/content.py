"""What a report says, without where it came from and how it will look: made live for a draft, kept when issued."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from lantoa.figures.figure import Figure
from lantoa.foundation.dates import Period
from lantoa.reports.sentences import Line, Piece


@dataclass(frozen=True)
class Part:
    """One section with its figures in place. `items` are listed lines."""

    code: str
    heading: str
    level: int
    holds: bool
    by_hand: bool
    hint: str
    lines: tuple[tuple[Piece, ...], ...] = ()
    items: tuple[tuple[Piece, ...], ...] = ()

    @property
    def text(self) -> Line:
        """The sentences as one paragraph."""
        space = (Piece(" "),)
        return tuple(piece for line in self.lines for piece in (*line, *space))[:-1]

    @property
    def figures(self) -> int:
        """How many figures stand in it."""
        return sum(bool(piece.url) for line in (*self.lines, *self.items) for piece in line)


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


@dataclass(frozen=True)
class UnitRow:
    """One unit in the table of units."""

    code: str
    name: str
    entries: tuple[Entry, ...]
    note: str = ""
    total: bool = False


@dataclass(frozen=True)
class Absent:
    """A unit that has neither records nor declarations in the period."""

    code: str
    name: str


@dataclass(frozen=True)
class Names:
    """How the paper names who writes it, to whom it belongs and where it is written."""

    issuer: str
    superior: str
    place: str
    letters: str
    system: str


@dataclass(frozen=True)
class Content:
    """Everything a report says. Only when tables were asked for, `figures` holds every measure and they are filled."""

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
    parts: tuple[Part, ...]
    figures: tuple[Figure, ...]
    declared: tuple[Figure, ...]
    annex: tuple[AnnexRow, ...] = ()
    columns: tuple[str, ...] = ()
    units: tuple[UnitRow, ...] = ()

    def part(self, code: str) -> Part:
        """The section with this code."""
        return next(part for part in self.parts if part.code == code)


def as_json(value: Any) -> Any:
    """Dataclasses as plain JSON, numbers as text so that not a digit is lost."""
    match value:
        case Decimal():
            return str(value)
        case dt.date():
            return value.isoformat()
        case tuple():
            return [as_json(item) for item in value]
    if is_dataclass(value):
        return {field.name: as_json(getattr(value, field.name)) for field in fields(value)}
    return value


def content_from(kept: Mapping[str, Any]) -> Content:
    """The content that `as_json` wrote. Raises ValueError when something is missing."""
    content: Content = _read(Content, kept)
    return content


def _read(wanted: Any, value: Any) -> Any:
    if get_origin(wanted) is UnionType:
        return None if value is None else _read(_given(wanted), value)
    if get_origin(wanted) is tuple:
        return tuple(_read(get_args(wanted)[0], item) for item in value)
    if is_dataclass(wanted):
        hints = get_type_hints(wanted)
        if lacking := [field.name for field in fields(wanted) if field.name not in value]:
            raise ValueError(f"a kept report lacks {', '.join(lacking)}")
        return wanted(**{field.name: _read(hints[field.name], value[field.name]) for field in fields(wanted)})  # type: ignore[operator]
    if wanted is Decimal:
        return Decimal(value)
    if wanted in (dt.date, dt.datetime):
        return wanted.fromisoformat(value)
    return value


def _given(union: Any) -> Any:
    """The kind beside None."""
    return next(kind for kind in get_args(union) if kind is not NoneType)
