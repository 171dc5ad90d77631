"""How numbers, symbols, dates and lists are written on papers. Values in, text out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lantoa.documents.layout import PARTY, STATE, Addressee, Listing, Number
from lantoa.foundation.dates import show_long
from lantoa.foundation.errors import BadInput
from lantoa.foundation.text import clean

# Items of a list run in the order of the Vietnamese alphabet: no f, j, w, z, and đ after d.
ITEM_LETTERS = "abcdđeghiklmnopqrstuvxy"
ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
ROMAN_SMALL = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
ROOM_FOR_NUMBER = " " * 6
# A territory's own name follows its kind and begins with a capital: "… tỉnh Khánh Hòa", not "Công an tỉnh".
TERRITORY = re.compile(
    r"(?:^|\s)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s(?P<place>[A-ZÀ-ỸĐ][^,(]*)$"
)
ORGANISATION = "Đảng bộ "
LETTER = "CV"
PROPOSAL = "TTr"
BODY = r"[^\W_][\w.&-]{0,39}(?:/[\w.&-]{1,39})?"
ABBREVIATION = re.compile(BODY)
# "15-QĐ/ĐU" as the Party writes it, "15/QĐ-UBND" as the State does; "15" and "15-QĐ" leave the rest to the register.
KIND = r"(?P<kind>[^\W\d_]{1,5})"
SYMBOLS = {
    PARTY: re.compile(rf"(?P<number>\d{{1,5}})(?:\s*-\s*{KIND}(?:\s*/\s*(?P<body>{BODY}))?)?"),
    STATE: re.compile(rf"(?P<number>\d{{1,5}})\s*/\s*{KIND}(?:\s*-\s*(?P<body>{BODY}))?"),
}
# "Đảng bộ xã An Phú" is an organisation; the committee that signs for it is "Đảng ủy xã An Phú". The committees of
# provinces, cities and (until 1/7/2025) districts have names of their own: Tỉnh ủy, Thành ủy, Huyện ủy.
COMMITTEES = {
    "tỉnh": ("Tỉnh ủy", "TU"),
    "thành phố": ("Thành ủy", "TU"),
    "huyện": ("Huyện ủy", "HU"),
    "quận": ("Quận ủy", "QU"),
    "thị xã": ("Thị ủy", "ThU"),
}
OTHER_COMMITTEE = ("Đảng ủy", "ĐU")
CELL = "Chi bộ"


@dataclass(frozen=True)
class Symbol:
    """What stands on a paper: its number, the letters of its kind and of the body; what it does not say is empty."""

    number: int
    kind: str = ""
    body: str = ""
    system: str = PARTY


@dataclass(frozen=True)
class Names:
    """How the paper names who writes it, to whom it belongs and where it is written."""

    issuer: str
    superior: str
    place: str
    letters: str
    system: str


def symbol(style: Number, number: int | None, type_code: str, body: str) -> str:
    """ "05-BC/ĐU" (Party) or "15/KH-UBND" (State); without a number, room for the hand."""
    pattern = style.letter_pattern if type_code in ("", LETTER) else style.pattern
    written = ROOM_FOR_NUMBER if number is None else f"{number:0{style.digits}d}"
    return pattern.format(number=written, type=type_code, body=body)


def number_line(style: Number, number: int | None, type_code: str, body: str) -> str:
    """ "Số 05-BC/ĐU" (Party: no colon) or "Số: 15/KH-UBND" (State)."""
    return f"{style.lead}{symbol(style, number, type_code, body)}"


def date_line(place: str, on: dt.date, *, day_is_blank: bool = False) -> str:
    """ "An Phú, ngày 06 tháng 11 năm 2026"; with the day left blank, room to write it when signing."""
    written = show_long(on)
    if day_is_blank:
        written = written.replace(f"ngày {on.day:02d}", f"ngày{ROOM_FOR_NUMBER}", 1)
    return f"{place}, {written}" if place else written[0].upper() + written[1:]


def place_of(names: Sequence[str]) -> str:
    """What stands before the date: the territory nearest to the unit. `names` run from the root to the unit.

    "Đảng bộ xã An Phú" → "An Phú", "Đảng bộ Sở Nội vụ tỉnh Cao Bằng" → "Cao Bằng"; "Đảng bộ Công an tỉnh" tells none.
    """
    for name in reversed(names):
        if found := TERRITORY.search(name.removeprefix(ORGANISATION)):
            return found["place"]
    return ""


def item_letter(position: int) -> str:
    """a, b, c, d, đ, e, g … for positions from 1 to 23. Raises ValueError beyond."""
    if not 1 <= position <= len(ITEM_LETTERS):
        raise ValueError(f"no letter for item {position}")
    return ITEM_LETTERS[position - 1]


def roman(number: int) -> str:
    """I, II, III, IV … for numbers from 1. Raises ValueError for less."""
    if number < 1:
        raise ValueError(f"no Roman numeral for {number}")
    written = ""
    for value, letters in ROMAN + ROMAN_SMALL:
        written += letters * (number // value)
        number %= value
    return written


def listed(style: Listing, items: Sequence[str]) -> list[str]:
    """Each item with the mark before it and the punctuation after it; what people already typed is not doubled."""
    bare = [re.sub(r"^[-–+•]\s*|[\s;,.]+$", "", item) for item in items]
    ends = [style.between] * (len(bare) - 1) + [style.last]
    return [f"{style.prefix}{item}{end}" for item, end in zip(bare, ends, strict=True)] if bare else []


def addressee_word(style: Addressee, type_code: str) -> str:
    """ "Kính gửi", or the word for a proposal to a superior."""
    return style.proposal_word if type_code == PROPOSAL else style.word


def read_abbreviation(text: str) -> str:
    """The issuing body's abbreviation, cleaned. Raises BadInput when it could not stand in a symbol."""
    text = clean(text)
    if not ABBREVIATION.fullmatch(text):
        raise BadInput(
            _("Nhập chữ viết tắt của cơ quan ban hành bằng chữ, số và dấu gạch nối, ví dụ ĐU hoặc UBKTĐU."),
            "body_abbreviation",
        )
    return text


def read_symbol(text: str) -> Symbol | None:
    """ "15-QĐ/ĐU", "15/QĐ-UBND", "15-QĐ" or "15" as people type it; None for what is no number of a register."""
    for system, pattern in SYMBOLS.items():
        if (found := pattern.fullmatch(clean(text))) and int(found["number"]):
            return Symbol(int(found["number"]), found["kind"] or "", found["body"] or "", system)
    return None


def committee_of(name: str) -> str:
    """Who signs for an organisation: "Đảng bộ tỉnh Sơn Hà" → "Tỉnh ủy Sơn Hà"; other names stay as they are."""
    if not name.startswith(ORGANISATION):
        return name
    rest = name.removeprefix(ORGANISATION)
    for kind, (committee, _letters) in COMMITTEES.items():
        if rest.startswith(f"{kind} "):
            return f"{committee} {rest.removeprefix(kind).strip()}"
    return f"{OTHER_COMMITTEE[0]} {rest}"


def abbreviation_of(name: str) -> str:
    """What ends the symbol of its papers: "Tỉnh ủy Sơn Hà" → "TU", "Đảng ủy xã An Phú" → "ĐU", a cell → "CB"."""
    for committee, letters in (*COMMITTEES.values(), OTHER_COMMITTEE, (CELL, "CB")):
        if name.startswith(committee):
            return letters
    return "".join(word[0] for word in name.split() if word[0].isalpha()).upper()[:10]


def who_signs(issuer: str) -> str:
    """The body on whose behalf its papers are signed: a cell signs for itself, a committee by its standing body."""
    return CELL if issuer.startswith(CELL) else "Ban Thường vụ"


def archive_of(issuer: str) -> str:
    """Whose office keeps a copy of a Party paper: "Tỉnh ủy", "Đảng ủy"; a cell has no office."""
    known = [committee for committee, _letters in (*COMMITTEES.values(), OTHER_COMMITTEE)]
    return next((committee for committee in known if issuer.startswith(committee)), "")


def paper_day(day: dt.date | None) -> str:
    """A day as a paper of the Party writes it: "05/3/2026", "09/02/2026", "16/11/2026"; empty for none."""
    return f"{day.day:02d}/{day.month:{'02' if day.month < 3 else ''}d}/{day.year}" if day else ""


def joined(items: Iterable[str]) -> str:
    """ "a", "a và b", "a, b và c"."""
    *first, last = list(items) or [""]
    return f"{', '.join(first)} và {last}" if first else last


def gaps(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """The numbers from 1 on that none of these, in rising order, bears: (2, 2) and (7, 11) for 1, 3, 4, 5, 6, 12."""
    found, due = [], 1
    for number in numbers:
        if number > due:
            found.append((due, number - 1))
        due = number + 1
    return found
