"""The rows of the list: the text of each cell as it stands, its value, and what is wrong, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lantoa.foundation.errors import BadInput
from lantoa.foundation.tables.cells import DAY_FIRST, read_cell
from lantoa.foundation.tables.columns import Column
from lantoa.foundation.tables.grid import Grid
from lantoa.foundation.tables.heading import Heading

Mended = Mapping[int, Mapping[str, str]]


@dataclass
class Row:
    """One row: `number` as in the spreadsheet; `texts`, `values` and `wrongs` by the code of the column."""

    number: int
    texts: dict[str, str]
    values: dict[str, Any] = field(default_factory=dict)
    wrongs: dict[str, str] = field(default_factory=dict)


def read_rows(
    grid: Grid,
    heading: Heading,
    columns: Sequence[Column],
    *,
    order: str = DAY_FIRST,
    mended: Mended | None = None,
) -> list[Row]:
    """Every row below the heading that holds anything; `mended` are cells typed anew: row number → code → text."""
    found = []
    for number, cells in enumerate(grid.rows[heading.first_row :], start=heading.first_row + 1):
        if not any(cells):
            continue
        texts = {column.code: _text(cells, heading.columns_of(column.code)) for column in columns}
        row = Row(number, texts | dict((mended or {}).get(number, {})))
        for column in columns:
            _read(row, column, order)
        found.append(row)
    return found


def _text(cells: list[str], places: list[int]) -> str:
    """What stands in the columns that mean this, one after another."""
    return " ".join(cells[place] for place in places if place < len(cells) and cells[place])


def _read(row: Row, column: Column, order: str) -> None:
    try:
        row.values[column.code] = read_cell(row.texts[column.code], column, order)
    except BadInput as bad:
        row.values[column.code], row.wrongs[column.code] = None, str(bad)
