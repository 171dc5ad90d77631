"""Numbers as cells and sentences of a paper say them: in any words for nought, with a scale beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from lantoa.foundation.text import fold

NOUGHT = frozenset(["", "-", "–", "0", "khong", "khong phat sinh", "chua ghi", "chua den ky", "khong co"])
NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
# What looks like a number in prose and counts nothing: days, periods, symbols of papers, numbering.
NO_COUNT = re.compile(
    r"(?i)\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4}"
    r"|\b(?:ngày|tháng|năm|quý|khóa|nhiệm kỳ|giai đoạn)\s+\d+(?:\s*[-–]\s*\d{4})?"
    r"|\bsố\s+\d+[-/][\w/-]+|\d+-[A-ZĐ][\w/-]*|\d{4}\s*[-–]\s*\d{4}|^\s*\d+\.\s|\b\d{1,2}\s+giờ\b|\b[a-zA-Zđ]\d"
    r"|\b\d+\s+tháng\s+(?:đầu|cuối)\s+năm\s+\d{4}"
)
SCALES = {"nghin": 3, "ngan": 3, "trieu": 6, "ty": 9, "ti": 9}
SCALED = re.compile(rf"({NUMBER.pattern})(?:\s*(nghìn|ngàn|triệu|tỷ(?!\s*lệ)|tỉ(?!\s*lệ))\b)?", re.IGNORECASE)


def amounts(text: str, unit_of_count: str = "") -> tuple[str, ...]:
    """The numbers a cell says, as plain digits; none for a nought in any words. "56/66 (84,8%)" → ("56", "66").

    Each with the noughts of its own scale, else of the unit of count: "1,5 tỷ" → ("1500000000",).
    """
    if fold(text).strip(" .") in NOUGHT:
        return ()
    bare = re.sub(r"\([^)]*%\)", "", text)
    usual = scale_of(unit_of_count)
    found = [_with_noughts(number, SCALES.get(fold(scale), usual)) for number, scale in SCALED.findall(bare)]
    return tuple(found) if found and any(one != "0" for one in found) else () if found else (fold(text),)


def scale_of(unit_of_count: str) -> int:
    """How many noughts the unit of count leaves out: 6 for "triệu đồng"."""
    first, _blank, then = fold(unit_of_count).partition(" ")
    return 0 if then.startswith("le") else SCALES.get(first, 0)


def _with_noughts(number: str, scale: int) -> str:
    return f"{Decimal(_plain(number)).scaleb(scale).normalize():f}"


def _plain(number: str) -> str:
    try:
        return f"{Decimal(number.replace('.', '').replace(',', '.')).normalize():f}"
    except InvalidOperation:
        return number


def numbers_in(sentence: str) -> Iterator[tuple[str, Decimal]]:
    """The numbers that count something: ("3 tỷ", 3000000000). Days, symbols of papers and numbering count nothing."""
    for number, scale in SCALED.findall(NO_COUNT.sub(" ", sentence)):
        value = Decimal(_plain(number)).scaleb(SCALES.get(fold(scale), 0))
        yield f"{number} {scale}".strip(), value.normalize()
