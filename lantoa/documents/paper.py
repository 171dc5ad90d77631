"""A paper described without a printer: who issues it, what it says, who signs. Knows nothing of reports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext

Scalar = str | int | float | Decimal | dt.date | dt.datetime | None


@dataclass(frozen=True)
class Run:
    """A stretch of text in one look. A link leads to the list behind a number; it prints as plain black text."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""

    def __post_init__(self) -> None:
        _must_be_a_web_address(self.link)


@dataclass(frozen=True)
class Heading:
    """A heading that already bears its number ("I. TÌNH HÌNH CHUNG" is level 1, "1. …" level 2, "a) …" level 3)."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """Running text: one string, or runs."""

    text: str | tuple[Run, ...]
    centred: bool = False

    @property
    def runs(self) -> tuple[Run, ...]:
        """The text as runs."""
        return runs_of(self.text)


@dataclass(frozen=True)
class Bullets:
    """Lines that begin with a mark, as official papers list them: "- …"."""

    items: tuple[str | tuple[Run, ...], ...]
    mark: str = "- "


@dataclass(frozen=True)
class Column:
    """A column: its title, a group title shared with its neighbours, a width in letters, and what it holds.

    `kind` is text, number, date or order (the running number). `total` asks for a sum below a number column.
    `places` fixes the decimals of a number column.
    """

    title: str
    kind: str = "text"
    width: float = 12
    total: bool = False
    places: int | None = None
    group: str = ""

    def __post_init__(self) -> None:
        if self.kind not in ("text", "number", "date", "order"):
            raise ValueError(f"a column holds text, number, date or order, not {self.kind!r}")
        if self.total and self.kind != "number":
            raise ValueError("only a number column can have a total")


@dataclass(frozen=True)
class Cell:
    """A value that is bold or leads somewhere.

    In a workbook `formula` is written, with `value` as what it gives: "=F{row}/G{row}", where {row} is the row the cell
    stands in, {first} the first row of the table and {above} the row above.
    """

    value: Scalar
    bold: bool = False
    link: str = ""
    formula: str = ""

    def __post_init__(self) -> None:
        _must_be_a_web_address(self.link)


Row = Sequence[Scalar | Cell]


@dataclass(frozen=True)
class Table:
    """Columns and rows. Rows may be a generator for a printer that writes as it reads."""

    columns: tuple[Column, ...]
    rows: Iterable[Row]
    total_label: str = "Tổng"

    @property
    def has_groups(self) -> bool:
        """Whether some columns share a title above their own."""
        return any(column.group for column in self.columns)

    @property
    def groups(self) -> list[tuple[int, int, str]]:
        """Neighbouring columns under one title: (first, last, title); a column without a group stands alone."""
        found: list[tuple[int, int, str]] = []
        for number, column in enumerate(self.columns):
            if found and column.group and found[-1][2] == column.group:
                found[-1] = (found[-1][0], number, column.group)
            else:
                found.append((number, number, column.group))
        return found

    @property
    def has_total(self) -> bool:
        """Whether a sum was asked for."""
        return any(column.total for column in self.columns)


@dataclass(frozen=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True)
class Annex:
    """A table that follows the signature on pages of its own."""

    title: str
    table: Table
    notes: tuple[str, ...] = ()


Block = Heading | Paragraph | Bullets | Table | PageBreak | Annex


@dataclass(frozen=True)
class Signature:
    """Who signs: `authority` "T/M", `body` "Ban Thường vụ", `position` "Phó Bí thư", `name`; or position and name.

    `authority` is written the Party's way (T/M, K/T, T/L, TUQ, Q.); the layout spells it. `hint` is the small line
    of forms signed by hand ("ký, ghi rõ họ tên").
    """

    position: str = ""
    name: str = ""
    authority: str = ""
    body: str = ""
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One paper. What is left empty is left out; a number or day not yet known leaves room for the hand.

    `type_code` ("BC") and `body_abbreviation` ("ĐU") make the symbol; without a body there is no number line.
    Without `type_label` the paper is a letter and `abstract` is its subject. `proof` is printed small as a QR code
    beside the signature, with `proof_words` under it.
    """

    system: str
    on: dt.date
    issuer_name: str
    superior_name: str = ""
    type_code: str = ""
    body_abbreviation: str = ""
    number: int | None = None
    place: str = ""
    day_is_blank: bool = False
    type_label: str = ""
    abstract: str = ""
    urgency: str = ""
    addressees: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    signature: Signature | None = None
    countersignature: Signature | None = None
    recipients: tuple[str, ...] = ()
    archive: str = ""
    two_sided: bool = False
    proof: str = ""
    proof_words: str = ""

    @property
    def annexes(self) -> tuple[Annex, ...]:
        """The annexes, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Annex))

    @property
    def body(self) -> tuple[Block, ...]:
        """What stands before the signature."""
        return tuple(block for block in self.blocks if not isinstance(block, Annex))


def runs_of(text: str | tuple[Run, ...]) -> tuple[Run, ...]:
    """Text given as a string or as runs, always as runs."""
    return (Run(text),) if isinstance(text, str) else text


def cell_of(value: Any) -> Cell:
    """A value given bare or as a cell, always as a cell; yes and no in words."""
    if isinstance(value, bool):
        return Cell(gettext("có") if value else gettext("không"))
    return value if isinstance(value, Cell) else Cell(value)


def _must_be_a_web_address(link: str) -> None:
    if link and not link.startswith(("https://", "http://")):
        raise ValueError(f"a link on paper needs a whole web address, not {link[:80]!r}")
