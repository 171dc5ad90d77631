"""One cell of a grid: what a unit says of an indicator, in one box, as a report would say it. Words in, values out.

What a figure shows without its unit of count reads back as the same figure: "trên 20", "12/15", "từ 12 xuống 3",
"14 (9 xây mới, 5 sửa chữa)". "không phát sinh" is nought, said; an empty cell says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from lantoa.figures.words import EXACT, PRECISION_WORDS, SILENT_WORDS
from lantoa.foundation import numbers
from lantoa.foundation.errors import BadInput
from lantoa.foundation.text import clean, fold

MONEY = "đồng"
NONE_WORDS = {"khong phat sinh", "khong", "khong co"}
AN_AMOUNT = r"-?\d[\d.,  ]*"
OF = re.compile(rf"(?:thứ\s+)?({AN_AMOUNT})\s*/\s*({AN_AMOUNT})", re.IGNORECASE)
FROM_TO = re.compile(
    rf"(?:từ\s+)?({AN_AMOUNT})%?\s*(?:xuống|lên|đến|còn|→|->|–|—|-)\s*({AN_AMOUNT})%?", re.IGNORECASE
)
BEHIND = re.compile(r"\((?P<inside>.*)\)\s*$|,\s*(?P<of>trong đó\b.*)$", re.IGNORECASE | re.DOTALL)
A_PART = re.compile(rf"(?:trong đó\s+)?({AN_AMOUNT})\s+(\S.*)", re.IGNORECASE)
BETWEEN_PARTS = re.compile(r"[,;]\s+(?=(?:trong đó\s+)?-?\d)|;\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Cell:
    """What is declared in a cell, as `actions.declare` takes it; `parts` are [name, number as text]."""

    said: dict[str, Any]
    precision: str = EXACT
    parts: tuple[tuple[str, str], ...] = ()


def read_cell(text: str, kind: str, unit_of_count: str) -> Cell | None:
    """What the cell says of an indicator of that kind; None when it is empty.

    BadInput with the words for what is wrong, and an example.
    """
    text = clean(text)
    if not text:
        return None
    if text.startswith("="):
        raise BadInput(
            _(
                "Ô này là công thức “%(text)s”. Trong Excel sao chép rồi dán giá trị (Paste Values), hoặc gõ số."
            )
            % {"text": numbers.quoted(text)}
        )
    if kind in ("text", "identifier"):
        return Cell({"text": text})
    if kind == "series":
        return _series(text)
    precision, rest = _word_and_rest(text)
    if kind == "number" and fold(rest) in NONE_WORDS:
        return Cell({"value": Decimal(0)})
    return READERS[kind](rest, unit_of_count, precision)


def _word_and_rest(text: str) -> tuple[str, str]:
    """The precision word at the head of the cell, the longest that is there, and what follows it."""
    folded = text.casefold()
    for word in sorted(set(PRECISION_WORDS) - SILENT_WORDS, key=len, reverse=True):
        if folded.startswith(f"{word} "):
            return word, text[len(word) :].strip()
    return EXACT, text


def _number(text: str, unit_of_count: str, precision: str) -> Cell:
    parts: tuple[tuple[str, str], ...] = ()
    if behind := BEHIND.search(text):
        parts = _parts(behind["inside"] or behind["of"])
        text = text[: behind.start()]
    return Cell({"value": _amount(text, unit_of_count)}, precision, parts)


def _percent(text: str, unit_of_count: str, precision: str) -> Cell:
    return Cell({"value": _plain(text.rstrip().removesuffix("%"))}, precision)


def _ratio(text: str, unit_of_count: str, precision: str) -> Cell:
    above, below = _two(OF, text, _("tử số/mẫu số, ví dụ 12/15"))
    return Cell({"numerator": above, "denominator": below}, precision)


def _target(text: str, unit_of_count: str, precision: str) -> Cell:
    text = text.removesuffix("(chỉ tiêu)").removesuffix("theo chỉ tiêu")
    if "/" not in text:
        return Cell({"denominator": _amount(text, unit_of_count)}, precision)
    above, below = _two(OF, text, _("kết quả/chỉ tiêu, ví dụ 21/30"))
    return Cell({"numerator": above, "denominator": below}, precision)


def _rank(text: str, unit_of_count: str, precision: str) -> Cell:
    above, below = _two(OF, text, _("thứ hạng/số được xếp, ví dụ 34/63"))
    return Cell({"numerator": above, "denominator": below})


def _range(text: str, unit_of_count: str, precision: str) -> Cell:
    low, high = _two(FROM_TO, text, _("từ… đến…, ví dụ 50–83"))
    return Cell({"low": low, "high": high}, precision)


def _change(text: str, unit_of_count: str, precision: str) -> Cell:
    before, after = _two(FROM_TO, text, _("từ… xuống (lên)…, ví dụ từ 12 xuống 3"))
    return Cell({"low": before, "high": after})


def _series(text: str) -> Cell:
    found = []
    for one in filter(None, re.split(r"[;\n]\s*", text)):
        name, colon, number = one.rpartition(":")
        if not colon or not name.strip():
            raise BadInput(_("Viết mỗi mốc một số, cách nhau dấu chấm phẩy: năm 2024: 12; năm 2025: 14."))
        found.append((name.strip()[:120], str(_plain(number))))
    return Cell({}, parts=tuple(found))


READERS: dict[str, Callable[[str, str, str], Cell]] = {
    "number": _number,
    "percent": _percent,
    "ratio": _ratio,
    "target": _target,
    "rank": _rank,
    "range": _range,
    "change": _change,
}


def _two(shape: re.Pattern[str], text: str, example: str) -> tuple[Decimal, Decimal]:
    """The two numbers at the head of the cell; what stands behind them in brackets ("Đạt 100%") follows of itself."""
    found = shape.match(text)
    if found is None or re.match(r"\s*[\d/]", text[found.end() :]):
        raise BadInput(
            _("Không đọc được “%(text)s”. Viết %(example)s.")
            % {"text": numbers.quoted(text), "example": example}
        )
    return _plain(found[1]), _plain(found[2])


def _parts(text: str) -> tuple[tuple[str, str], ...]:
    found = []
    for one in filter(None, (piece.strip() for piece in BETWEEN_PARTS.split(text))):
        part = A_PART.fullmatch(one)
        if part is None:
            raise BadInput(
                _("Không đọc được phần “%(text)s”. Viết số rồi tên phần: 14 (9 xây mới, 5 sửa chữa).")
                % {"text": numbers.quoted(one)}
            )
        found.append((part[2].strip()[:120], str(_plain(part[1]))))
    return tuple(found)


def _amount(text: str, unit_of_count: str) -> Decimal:
    """A number, with or without its unit of count behind it; money as people write it."""
    bare = text.strip()
    if unit_of_count.casefold() == MONEY:
        return Decimal(numbers.read_money(bare))
    if unit_of_count and bare.casefold().endswith(unit_of_count.casefold()):
        bare = bare[: -len(unit_of_count)].strip()
    return _plain(bare)


def _plain(text: str) -> Decimal:
    return numbers.read(text.strip().rstrip(".,"))
