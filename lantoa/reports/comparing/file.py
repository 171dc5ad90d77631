"""What stands in a Word or Excel file that was made anywhere: rows with the value of the period, and sentences."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from docx import Document
from docx.oxml.ns import qn
from python_calamine import CalamineError, CalamineWorkbook

from lantoa.documents import names
from lantoa.foundation.attachments import Judged
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput
from lantoa.foundation.numbers import show
from lantoa.foundation.text import fold
from lantoa.reports.comparing.columns import begins, is_heading, place_of_value

LABEL_HEADS = ("chi tieu", "noi dung", "ten chi tieu", "chi tieu bao cao")
SUMS = frozenset(["cong", "tong", "tong cong", "tong so", "cong chung"])
UNIT_HEADS = ("don vi tinh", "dvt", "don vi")


@dataclass(frozen=True)
class Line:
    """One row of the file: what it calls itself, what it counts in, the value of the period, where it stands.

    `beside` are the labels of the rows below that share the value, where its cell is merged over them.
    """

    label: str
    unit_of_count: str
    value: str
    place: str
    beside: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """What the value is of."""
        return (self.label, *self.beside)


@dataclass(frozen=True)
class Seen:
    """A cell as it stands in its row and column; `of` is the same for all the places one merged cell covers."""

    text: str
    of: object = None


@dataclass(frozen=True)
class Read:
    """The file: rows with a value, the sentences outside its tables, the tables whose column nobody can tell."""

    lines: tuple[Line, ...]
    sentences: tuple[str, ...]
    aside: tuple[str, ...] = ()


def read(file: Judged, period: Period) -> Read:
    """The rows and sentences of a Word or Excel file; of several columns of values that of the period.

    BadInput for another kind, or when nothing can be read.
    """
    if file.media_type == names.XLSX:
        lines, aside = _lines_of(_sheets(file.content), period)
        return Read(tuple(lines), (), tuple(aside))
    if file.media_type != names.DOCX:
        raise BadInput(_("Chọn tệp Word (.docx) hoặc Excel (.xlsx)."), "file")
    document = Document(io.BytesIO(file.content))
    tables = [
        (
            _("bảng %(n)s") % {"n": n},
            [[Seen(cell.text, cell._tc) for cell in row.cells] for row in table.rows],
        )
        for n, table in enumerate(document.tables, start=1)
    ]
    lines, aside = _lines_of(tables, period)
    return Read(tuple(lines), tuple(_paragraphs(document)), tuple(aside))


def _paragraphs(document: Any) -> Iterator[str]:
    for paragraph in document.element.body.iterchildren(qn("w:p")):
        text = "".join(part.text or "" for part in paragraph.iter(qn("w:t"))).strip()
        yield from (one for one in re.split(r"(?<=[^\d][.;!?])\s+(?=[A-ZÀ-ỸĐ-])", text) if one)


def _sheets(content: bytes) -> Iterator[tuple[str, list[list[Seen]]]]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            rows = [[Seen(_cell(cell)) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
            _spread(rows, sheet.merged_cell_ranges or ())
            yield _("trang “%(name)s”") % {"name": name}, rows
    except (CalamineError, OSError, ValueError, KeyError) as broken:
        raise BadInput(_("Không mở được tệp Excel này. Lưu lại dạng .xlsx rồi chọn lại."), "file") from broken


def _spread(rows: list[list[Seen]], merged: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """What a merged cell says stands in each of its places; a workbook keeps it in the first one only."""
    for (top, left), (bottom, right) in merged:
        for row in rows[top : bottom + 1]:
            for column in range(left, min(right + 1, len(row))):
                row[column] = Seen(rows[top][left].text, (top, left))


def _cell(value: Any) -> str:
    return show(Decimal(str(value))) if isinstance(value, int | float) else str(value)


def _lines_of(tables: Iterable[tuple[str, list[list[Seen]]]], period: Period) -> tuple[list[Line], list[str]]:
    """The rows of the tables, and the names of those in which several columns may be the period's."""
    lines: list[Line] = []
    aside: list[str] = []
    for name, cells in tables:
        rows = [[one.text for one in row] for row in cells]
        heads = next((number for number, row in enumerate(rows[:12]) if _place(row, LABEL_HEADS) >= 0), None)
        if heads is None:
            continue
        label, unit = _place(rows[heads], LABEL_HEADS), _place(rows[heads], UNIT_HEADS)
        first = _first_row(cells, heads, label)
        values = place_of_value(rows[heads:first], rows[first:], period, {label, unit})
        if len(values) > 1:
            aside.append(name)
        for value in values if len(values) == 1 else ():
            lines += _lines_in(name, cells, first, (label, unit, value))
    return lines, aside


def _lines_in(
    table: str, cells: Sequence[Sequence[Seen]], first: int, places: tuple[int, int, int]
) -> Iterator[Line]:
    """The rows from the first on; `places` are the columns of label, unit of count and value."""
    label, unit, value = places
    found: list[tuple[object, Line]] = []
    for number, row in enumerate(cells[first:], start=first + 1):
        texts = [" ".join(one.text.split()) for one in row]
        name_of_row = texts[label] if label < len(row) else ""
        # A cell merged over the whole row is a heading and no value.
        is_row = any(c.isalpha() for c in name_of_row) and fold(name_of_row) not in SUMS
        if value < len(row) and texts[value] != name_of_row and is_row:
            counted_in = texts[unit] if 0 <= unit < len(row) else ""
            place = _("%(table)s, dòng %(row)s") % {"table": table, "row": number}
            _add(found, row[value].of, Line(name_of_row, counted_in, texts[value], place))
    yield from (line for _of, line in found)


def _add(found: list[tuple[object, Line]], of: object, line: Line) -> None:
    """One more row; or, where it shares the cell of the value with the row above, one more label of that one."""
    before, above = found[-1] if found else (None, None)
    if above is not None and of is not None and of == before:
        if line.label not in above.labels:
            found[-1] = (of, replace(above, beside=(*above.beside, line.label)))
        return
    found.append((of, line))


def _place(row: Sequence[str], heads: Sequence[str]) -> int:
    """In which column the first of these headings stands; -1 for none."""
    folded = [fold(cell) for cell in row]
    for head in heads:
        for number, cell in enumerate(folded):
            if begins(cell, head) or (head == "chi tieu" and cell.startswith(head)):
                return number
    return -1


def _first_row(cells: Sequence[Sequence[Seen]], heads: int, label: int) -> int:
    """The first row below the heading: one whose cell is merged over several rows, or says the same, has several.

    So has one under whose empty cell others are headed: "Năm 2025", "Năm 2026".
    """
    title, number = cells[heads][label], heads + 1
    while number < len(cells) and label < len(cells[number]):
        below = cells[number][label]
        goes_on = below.text == title.text and (below.of is None) == (title.of is None)
        if not goes_on and (below.text.strip() or not is_heading([one.text for one in cells[number]])):
            break
        number += 1
    return number
