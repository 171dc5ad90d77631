"""A pasted table laid over a grid: which row each line means, and what stands in it. Nothing is written.

Offices paste with a heading or without, with a number in front and a sum at the foot; a line that means no row, or a
row that has been met before, is named with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.tables import Column, Grid, find_heading, heading_from
from lantoa.foundation.tables.columns import plain

NAME, SAID, COUNTED = "name", "said", "counted"
SUMS = {"cong", "tong", "tong cong", "tong so", "cong chung"}
# 1,234.5 and 12,345,678: what only an English spreadsheet writes.
ENGLISH = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d.,])|(?<![\d.,])\d+\.\d+(?![\d.,])")
Finds = Callable[[str], list[str]]


@dataclass(frozen=True)
class Rows:
    """The rows of a grid as lines may mean them.

    `find(text)` → the keys of all that may be meant; `tell(keys)` → words that tell them apart; `names` are headings of
    the column in which the rows are named, `values` headings of the column of values.
    """

    find: Finds
    tell: Callable[[Sequence[str]], list[str]]
    names: tuple[str, ...]
    values: tuple[str, ...] = ()


@dataclass
class Pasted:
    """What the lines say: row → text; and of lines that say nothing for the grid, the reason."""

    said: dict[str, str] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


def lay_over(grid: Grid, rows: Rows, *, english: bool = False) -> Pasted:
    """Each line on its row. With `english`, 1,234.5 is turned into 1.234,5 before it is read."""
    names, values, first = _places(grid, rows)
    found, met = Pasted(), dict[str, int]()
    for number, cells in enumerate(grid.rows[first:], start=first + 1):
        name, said = _at(cells, names), _at(cells, values)
        if not name or not said or plain(name) in SUMS:
            continue
        keys = rows.find(name)
        if len(keys) != 1:
            found.wrong.append(_not_one(number, name, rows.tell(keys)))
        elif keys[0] in met:
            words = {"n": number, "name": name[:80], "m": met[keys[0]]}
            found.wrong.append(_("Dòng %(n)s “%(name)s”: đã có ở dòng %(m)s; chỉ đọc dòng trước.") % words)
        else:
            met[keys[0]] = number
            found.said[keys[0]] = in_vietnamese(said) if english else said
    return found


def in_vietnamese(text: str) -> str:
    """The numbers of an English spreadsheet as they are written here: "1,234.5" → "1.234,5"."""
    return ENGLISH.sub(lambda one: one[0].translate(str.maketrans(",.", ".,")), text)


def _not_one(number: int, name: str, told: Sequence[str]) -> str:
    words = {"n": number, "name": name[:80], "known": "; ".join(told[:4])}
    if told:
        return _("Dòng %(n)s “%(name)s”: có nhiều nơi tên này; ghi rõ: %(known)s.") % words
    return _("Dòng %(n)s “%(name)s”: không có trong bảng bên dưới; kiểm tra lại tên.") % words


def _at(cells: list[str], place: int) -> str:
    return cells[place] if 0 <= place < len(cells) else ""


def _places(grid: Grid, rows: Rows) -> tuple[int, int, int]:
    """The column of names, the column of values, and the first line below the heading."""
    columns = (
        Column(NAME, gettext_lazy("Tên"), rows.names),
        Column(SAID, gettext_lazy("Số"), ("gia tri", "so lieu", "ket qua", "so khai", *rows.values)),
        Column(COUNTED, gettext_lazy("Đơn vị tính"), ("dvt",)),
    )
    heading = find_heading(grid, columns)
    if any(rows.find(name) for name in heading.names):  # a list without a heading: its first line is a row
        heading = heading_from([], [], 0)
    lines = grid.rows[heading.first_row :]
    names = (heading.columns_of(NAME) or [_most(lines, grid.width, lambda text: bool(rows.find(text)))])[0]
    known = [place for place in heading.columns_of(SAID) if place != names]
    rest = [place for place in range(names + 1, grid.width) if place not in heading.columns_of(COUNTED)]
    with_digits = [place for place in rest if any(re.search(r"\d", _at(line, place)) for line in lines)]
    return names, [*known, *with_digits, *rest, -1][0], heading.first_row


def _most(lines: list[list[str]], width: int, holds: Callable[[str], bool]) -> int:
    """The column in which it holds of most cells."""
    counts = [
        sum(holds(cell) for cell in (_at(line, place) for line in lines) if cell) for place in range(width)
    ]
    return max(range(width), key=lambda place: counts[place], default=0)
