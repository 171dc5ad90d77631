"""Which row names the columns, and which column each name means. Rows of titles above it are passed over."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lantoa.foundation.tables.columns import Column, plain
from lantoa.foundation.tables.grid import Grid

LOOKED_AT = 25  # a heading stands below the titles, not below the list
MANY_DIGITS = re.compile(
    r"\d{3}"
)  # a card, a telephone, a year: people stand in this row, not names of columns
NUMBERED = re.compile(r"\(?\d{1,2}\)?")


@dataclass(frozen=True)
class Heading:
    """The names as they stand, what each column means ("" for passed over), and the first row of the list."""

    names: list[str]
    meaning: list[str]
    first_row: int

    @property
    def is_found(self) -> bool:
        """Whether any column was understood."""
        return any(self.meaning)

    def columns_of(self, code: str) -> list[int]:
        """The places of the columns that mean this; several are read one after another."""
        return [place for place, meant in enumerate(self.meaning) if meant == code]


def letter(place: int) -> str:
    """The spreadsheet's letter of a column: 0 → "A", 26 → "AA"."""
    first, second = divmod(place, 26)
    return (chr(64 + first) if first else "") + chr(65 + second)


def find_heading(
    grid: Grid, columns: Sequence[Column], remembered: Mapping[str, str] | None = None
) -> Heading:
    """The row (or two rows) that name most columns; without one, every column is there and means nothing yet.

    `remembered` is what headings meant last time: plain heading → code, "" for passed over.
    """
    best, most = None, (0, 0)
    for number in range(min(LOOKED_AT, len(grid.rows))):
        for names, after in _candidates(grid, number):
            meaning = _meanings(names, columns, remembered or {})
            known = [code for code in meaning if code]
            score = (len(set(known)), len(known))
            if score > most and _has_required(meaning, columns):
                best, most = Heading(names, meaning, after), score
    if best is None:
        return Heading([""] * grid.width, [""] * grid.width, 0)
    return Heading(best.names, best.meaning, _after_numbers(grid, best.first_row))


def heading_from(names: Sequence[str], meaning: Sequence[str], first_row: int) -> Heading:
    """A heading as somebody has set it by hand."""
    return Heading(list(names), list(meaning), first_row)


def _has_required(meaning: Sequence[str], columns: Sequence[Column]) -> bool:
    required = {column.code for column in columns if column.required}
    return bool(required & set(meaning)) if required else True


def _candidates(grid: Grid, number: int) -> list[tuple[list[str], int]]:
    """The row alone, and the row with the one below it under a merged head; one row wins where both do as well."""
    top = _padded(grid.rows[number], grid.width)
    found = [(top, number + 1)]
    if number + 1 < len(grid.rows):
        below = _padded(grid.rows[number + 1], grid.width)
        is_title = sum(map(bool, top)) < 2
        is_list = any(MANY_DIGITS.search(cell) for cell in below)
        if not (is_list or is_title) and any(
            not above and under for above, under in zip(top, below, strict=True)
        ):
            carried = _carried_right(top, below)
            found.append(([f"{a} {b}".strip() for a, b in zip(carried, below, strict=True)], number + 2))
    return found


def _padded(row: list[str], width: int) -> list[str]:
    return row + [""] * (width - len(row))


def _carried_right(top: list[str], below: list[str]) -> list[str]:
    """A merged head stands in its first cell only: it is meant for the cells after it that have a name below."""
    carried, last = [], ""
    for above, under in zip(top, below, strict=True):
        last = above or (last if under else "")
        carried.append(last)
    return carried


def _meanings(names: Sequence[str], columns: Sequence[Column], remembered: Mapping[str, str]) -> list[str]:
    meaning = [
        remembered[plain(name)] if plain(name) in remembered else _meant(name, columns) for name in names
    ]
    for place in range(
        1, len(names)
    ):  # "Họ và tên" merged over two columns: the given name stands in the second
        if not names[place] and meaning[place - 1] == "full_name":
            meaning[place] = "full_name"
    return meaning


def _meant(name: str, columns: Sequence[Column]) -> str:
    """The column whose longest name is this heading, or stands in it as whole words."""
    bare = plain(name)
    if not bare or len(bare) > 60:
        return ""
    found = [(len(one), column.code) for column in columns for one in column.all_names if _says(bare, one)]
    return max(found, default=(0, ""))[1]


def _says(bare: str, name: str) -> bool:
    extra = len(bare.split()) - len(name.split())
    return bare == name or (0 < extra <= 5 and len(name) > 3 and f" {name} " in f" {bare} ")


def _after_numbers(grid: Grid, first: int) -> int:
    """Forms number their columns under the heading, (1) (2) (3): that row is no part of the list."""
    if first < len(grid.rows):
        cells = [cell for cell in grid.rows[first] if cell]
        numbers = [int(cell.strip("()")) for cell in cells if NUMBERED.fullmatch(cell)]
        if (
            len(cells) >= 3
            and len(numbers) == len(cells)
            and numbers == sorted(set(numbers))
            and numbers[0] == 1
        ):
            return first + 1
    return first
