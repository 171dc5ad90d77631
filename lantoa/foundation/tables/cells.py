"""One cell: its value, or the words for what is wrong with it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from lantoa.foundation import numbers
from lantoa.foundation.errors import BadInput
from lantoa.foundation.tables.columns import DATE, MONEY, NUMBER, PHONE, TICK, TIME, Column, plain
from lantoa.foundation.text import lower_first

DAY_FIRST, MONTH_FIRST = "dmy", "mdy"
TYPED = re.compile(r"(\d{1,2})[/\-. ](\d{1,2})[/\-. ](\d{4}|\d{2})")
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
TOGETHER = re.compile(r"(\d{2})(\d{2})(\d{4})")
CLOCK = re.compile(r"(\d{1,2})\s*[:hg]\s*(\d{1,2})?(?::00)?")
SERIAL = re.compile(r"[1-6]\d{4}")
# Day 1 of the spreadsheet is 1/1/1900; counting from here swallows the leap day that 1900 did not have.
SERIAL_FROM = dt.date(1899, 12, 30)
# A text that a spreadsheet would take for a formula goes out behind ', and comes back without it.
FORMULA, GUARDED = re.compile(r"'*="), re.compile(r"'+=")
YES = {"x", "co", "1", "true", "v", "yes", "dung"}
NO = {"", "khong", "0", "false", "no", "k"}


def guard(text: str) -> str:
    """As it goes out: "=1+1" → "'=1+1", "'=1" → "''=1"; everything else as it is."""
    return f"'{text}" if FORMULA.match(text) else text


def unguard(text: str) -> str:
    """What `guard` was given."""
    return text[1:] if GUARDED.match(text) else text


def read_cell(text: str, column: Column, order: str = DAY_FIRST) -> Any:
    """The value of the cell; None (False for a tick) when empty. BadInput with the words for what is wrong."""
    if text.startswith("="):
        said = _("%(what)s là công thức; dán chỉ lấy giá trị, nếu là chữ thì thêm dấu ' ở đầu")
        raise BadInput(said % {"what": _name(column)})
    text = unguard(text)
    if not text:
        if column.required:
            raise BadInput(_("chưa có %(what)s") % {"what": _name(column)})
        return False if column.kind == TICK else None
    if column.signs(text) > column.most:
        raise BadInput(_("%(what)s dài quá %(most)s ký tự") % {"what": _name(column), "most": column.most})
    if column.choices:
        return _choice(text, column)
    return READERS.get(column.kind, _text)(text, column, order)


def _name(column: Column) -> str:
    return lower_first(str(column.label))


def _text(text: str, column: Column, order: str) -> str:
    return text


def _choice(text: str, column: Column) -> str:
    folded = plain(text)
    for choice in column.choices:
        if choice.is_meant(folded):
            return choice.code
    known = ", ".join(str(choice.label) for choice in column.choices)
    raise BadInput(
        _("không hiểu %(what)s “%(text)s”; dùng: %(known)s")
        % {"what": _name(column), "text": text[:40], "known": known}
    )


def _date(text: str, column: Column, order: str) -> dt.date:
    text = text.removesuffix(" 00:00:00").removesuffix(" 00:00")
    names = {"what": _name(column), "text": text[:40]}
    if SERIAL.fullmatch(text):
        return SERIAL_FROM + dt.timedelta(days=int(text))
    if re.fullmatch(r"(19|20)\d\d", text) or re.fullmatch(r"\d{1,2}[/\-.](19|20)\d\d", text):
        said = _("%(what)s %(text)s thiếu ngày, tháng; nhập đủ hoặc để trống")
        raise BadInput(said % names)
    parts = _parts(text, order)
    if parts is None:
        raise BadInput(_("không đọc được %(what)s “%(text)s”; nhập ngày/tháng/năm") % names)
    try:
        return dt.date(*parts)
    except ValueError:
        raise BadInput(_("%(what)s %(text)s không có thật") % names) from None


def _parts(text: str, order: str) -> tuple[int, int, int] | None:
    """(year, month, day)."""
    if iso := ISO.fullmatch(text):
        year, month, day = (int(part) for part in iso.groups())
    elif typed := TYPED.fullmatch(text) or TOGETHER.fullmatch(text):
        day, month, year = (int(part) for part in typed.groups())
        if order == MONTH_FIRST:
            day, month = month, day
        if year < 100:
            year += 2000 if year < 40 else 1900
    else:
        return None
    return (year, month, day) if 1900 <= year <= 2100 else (0, month, day)


def dates_are_ambiguous(texts: Iterable[str]) -> bool:
    """Whether some of these days can only be month/day and none only day/month: one question for the whole file."""
    pairs = [(int(found[1]), int(found[2])) for text in texts if (found := TYPED.fullmatch(text))]
    return any(second > 12 >= first for first, second in pairs) and not any(
        first > 12 >= second for first, second in pairs
    )


def _number(text: str, column: Column, order: str) -> Any:
    try:
        return numbers.read(text)
    except BadInput:
        said = _("không đọc được %(what)s “%(text)s”; viết 1.234,5")
        raise BadInput(said % {"what": _name(column), "text": text[:40]}) from None


def _money(text: str, column: Column, order: str) -> int:
    try:
        return numbers.read_money(text)
    except BadInput as bad:
        raise BadInput(lower_first(str(bad)).rstrip(".")) from None


def _time(text: str, column: Column, order: str) -> dt.time:
    """ "14:30", "14h30", "14h", "14:30:00" """
    found = CLOCK.fullmatch(text)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
    if hour > 23 or minute > 59:
        said = _("không đọc được %(what)s “%(text)s”; nhập giờ:phút, ví dụ 14:30")
        raise BadInput(said % {"what": _name(column), "text": text[:40]})
    return dt.time(hour, minute)


def _phone(text: str, column: Column, order: str) -> str:
    digits = "".join(sign for sign in text if sign.isdigit())
    if text.startswith("+84") or (digits.startswith("84") and len(digits) == 11):
        digits = "0" + digits[2:]
    if len(digits) == 9 and not digits.startswith("0"):
        digits = "0" + digits  # a spreadsheet takes the first nought for nothing
    if not re.fullmatch(r"0\d{8,10}", digits) or re.search(r"[^\d\s.+\-()]", text):
        said = _("%(what)s “%(text)s” không đúng; nhập đủ 10 chữ số")
        raise BadInput(said % {"what": _name(column), "text": text[:40]})
    return digits


def _tick(text: str, column: Column, order: str) -> bool:
    folded = plain(text)
    if folded in YES or folded in NO:
        return folded in YES
    raise BadInput(_("%(what)s: đánh dấu x hoặc để trống") % {"what": _name(column)})


READERS = {DATE: _date, NUMBER: _number, MONEY: _money, TIME: _time, PHONE: _phone, TICK: _tick}
