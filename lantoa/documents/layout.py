"""What a layout rule says, as typed values. Every figure comes from the rule's row; none lives in a printer."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from typing import Any

PARTY = "party"
STATE = "state"

RULE, TEXT, NOTHING = "rule", "text", ""
TERM, YEAR = "term", "year"


@dataclass(frozen=True)
class Letters:
    """How a piece of text looks. `allowed` is the range of sizes the regulation leaves open, in points."""

    size: float
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    allowed: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if self.allowed and not self.allowed[0] <= self.size <= self.allowed[-1]:
            raise ValueError(f"size {self.size} lies outside {self.allowed}")


@dataclass(frozen=True)
class Page:
    """Paper and margins in millimetres; the back side of a sheet has its own when printed on both."""

    width_mm: float
    height_mm: float
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    back_left_mm: float
    back_right_mm: float

    def __post_init__(self) -> None:
        # Word knows no other margins for the back of a sheet than those of the front, mirrored.
        if (self.back_left_mm, self.back_right_mm) != (self.right_mm, self.left_mm):
            raise ValueError("the margins of the back side mirror those of the front")

    @property
    def text_mm(self) -> float:
        """The width that text may fill."""
        return self.width_mm - self.left_mm - self.right_mm


@dataclass(frozen=True)
class Font:
    """The one typeface."""

    name: str
    encoding: str
    colour: str


@dataclass(frozen=True)
class PageNumber:
    """Arabic, centred in the top margin."""

    letters: Letters
    from_edge_mm: float
    on_first_page: bool


@dataclass(frozen=True)
class Title:
    """One line of the title at the top right, the same on every paper."""

    text: str
    letters: Letters


@dataclass(frozen=True)
class Mark:
    """What closes a block: a rule whose length is a share of the text above it, a text ("*", "-----"), or nothing."""

    kind: str
    text: str = ""
    share: float = 1.0
    letters: Letters = Letters(14)

    def __post_init__(self) -> None:
        if self.kind not in (RULE, TEXT, NOTHING):
            raise ValueError(f"a mark is a rule, a text or nothing, not {self.kind!r}")


@dataclass(frozen=True)
class Head:
    """The two columns at the top of the first page."""

    columns_mm: tuple[float, ...]
    titles: tuple[Title, ...]
    title_mark: Mark
    superior: Letters
    issuer: Letters
    issuer_mark: Mark
    place_and_date: Letters


@dataclass(frozen=True)
class Number:
    """How number and symbol are written, "Số 05-BC/ĐU" or "Số: 15/KH-UBND", and how long one series runs."""

    lead: str
    pattern: str
    letter_pattern: str
    digits: int
    letters: Letters
    runs: str = TERM

    def __post_init__(self) -> None:
        if self.runs not in (TERM, YEAR):
            raise ValueError(f"numbers run through a term or a year, not {self.runs!r}")


@dataclass(frozen=True)
class Urgency:
    """Degrees of urgency, least first, as they are printed below the number."""

    degrees: tuple[str, ...]
    letters: Letters


@dataclass(frozen=True)
class Subject:
    """What the paper is about: the kind and the abstract in the middle, or a letter's line below its number."""

    kind: Letters
    abstract: Letters
    mark: Mark
    letter: Letters
    letter_lead: str


@dataclass(frozen=True)
class Addressee:
    """ "Kính gửi"; a proposal to a superior may use another word."""

    word: str
    proposal_word: str
    letters: Letters


@dataclass(frozen=True)
class Listing:
    """Lines that belong together: what each begins and ends with."""

    prefix: str
    between: str
    last: str
    letters: Letters


@dataclass(frozen=True)
class Line:
    """Distance between lines: exactly so many points, or a multiple of the font's own."""

    rule: str
    value: float
    allowed: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if self.rule not in ("exact", "multiple"):
            raise ValueError(f"line spacing is exact or multiple, not {self.rule!r}")


@dataclass(frozen=True)
class Body:
    """The running text, headings by level and tables."""

    letters: Letters
    indent_mm: float
    space_pt: float
    line: Line
    headings: tuple[Letters, ...]
    table: Letters
    wide_table: Letters
    landscape_above: int


@dataclass(frozen=True)
class Signing:
    """The signature block. `authority` maps the mark for signing on behalf of another to its spelling here."""

    authority: Mapping[str, str]
    authority_letters: Letters
    position: Letters
    name: Letters
    hint: Letters


@dataclass(frozen=True)
class Recipients:
    """Nơi nhận."""

    title: str
    title_letters: Letters
    items: Listing
    archive_lead: str


@dataclass(frozen=True)
class Layout:
    """A whole layout rule, as the printers read it."""

    page: Page
    font: Font
    page_number: PageNumber
    head: Head
    number: Number
    urgency: Urgency
    subject: Subject
    addressee: Addressee
    bases: Listing
    body: Body
    signing: Signing
    recipients: Recipients


def read(values: Mapping[str, Any]) -> Layout:
    """The layout that a rule's JSON describes. Raises ValueError naming what is missing, unknown or of a wrong kind."""
    layout: Layout = _read(Layout, values, "layout")
    return layout


def _read(wanted: Any, value: Any, where: str) -> Any:
    if is_dataclass(wanted):
        return _read_group(wanted, value, where)
    if typing.get_origin(wanted) is tuple:
        _must_be(list, value, where)
        return tuple(_read(typing.get_args(wanted)[0], item, f"{where}[{n}]") for n, item in enumerate(value))
    if typing.get_origin(wanted) is not None:
        _must_be(dict, value, where)
        return dict(value)
    if wanted is float and type(value) is int:
        return float(value)
    _must_be(wanted, value, where)
    return value


def _read_group(wanted: Any, value: Any, where: str) -> Any:
    _must_be(dict, value, where)
    kinds = typing.get_type_hints(wanted)
    needed = {f.name for f in fields(wanted) if f.default is MISSING}
    if wrong := (needed - value.keys()) | (value.keys() - kinds.keys()):
        raise ValueError(f"{where}: missing or unknown {', '.join(sorted(wrong))}")
    return wanted(**{name: _read(kinds[name], item, f"{where}.{name}") for name, item in value.items()})


def _must_be(kind: type, value: Any, where: str) -> None:
    if type(value) is not kind:
        raise ValueError(f"{where}: {kind.__name__} expected, {value!r} found")
