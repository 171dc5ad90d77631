"""Tables as Excel workbooks: what people typed is always text, numbers are numbers, sums are formulas on request."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _
from xlsxwriter.utility import xl_rowcol_to_cell

from lantoa.documents.paper import Cell, Column, Scalar, Table, cell_of
from lantoa.foundation.errors import BadInput
from lantoa.foundation.text import clean

LONGEST_TEXT = 32_767
MOST_ROWS = 1_048_576
# Excel keeps 15 digits; a longer number (a card's, a code's) would silently lose its end.
LARGEST_EXACT = 10**15
WIDE = 6
# The height of one line, and the highest row there is, in points: a row that was given none is as high as one line.
LINE, HIGHEST = 15.75, 409
# How many letters of Times stand in one of the letters by which a column's width is counted.
LETTERS, BOLD_LETTERS = 1.1, 0.9
A4 = 9
# Excel counts letters beyond the basic plane twice; in a sheet's name they go.
FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f\U00010000-\U0010ffff]")
SAFE_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "remove_timezone": True,
}


@dataclass(frozen=True)
class Sheet:
    """One sheet: a table, with a title and notes above it."""

    name: str
    table: Table
    title: str = ""
    notes: tuple[str, ...] = ()


def write(sheets: Sequence[Sheet]) -> bytes:
    """A workbook with these sheets. Raises BadInput when a table has more rows than Excel can hold."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, SAFE_OPTIONS) as book:
        looks = Looks(book)
        for sheet, name in zip(sheets, sheet_names([sheet.name for sheet in sheets]), strict=True):
            Writer(book.add_worksheet(name), sheet, looks).write()
    return out.getvalue()


def sheet_names(wanted: Sequence[str]) -> list[str]:
    """Names Excel accepts: at most 31 letters, none of []:*?/\\, no ' at the ends, no two alike."""
    given: list[str] = []
    for name in wanted:
        bare = FORBIDDEN_IN_NAMES.sub(" ", clean(name))
        bare = " ".join(bare.split()).strip("' ")[:31].strip("' ") or "Bảng"
        # Excel keeps "History" for itself.
        bare = f"{bare} 1" if bare.lower() == "history" else bare
        given.append(_unlike(bare, {other.lower() for other in given}))
    return given


def _unlike(name: str, taken: set[str]) -> str:
    """The name, or the name with the first free number."""
    candidate, turn = name, 1
    while candidate.lower() in taken:
        turn += 1
        end = f" ({turn})"
        candidate = name[: 31 - len(end)].rstrip("' ") + end
    return candidate


class Looks:
    """Cell formats, each made once."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def get(self, **values: Any) -> Any:
        """The format with these properties."""
        key = tuple(values.items())
        if key not in self.made:
            base = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
            self.made[key] = self.book.add_format(base | values)
        return self.made[key]


class Writer:
    """Writes one sheet from top to bottom; with constant memory a row that is past cannot be touched again."""

    def __init__(self, sheet: Any, what: Sheet, looks: Looks) -> None:
        self.sheet, self.what, self.looks = sheet, what, looks
        self.columns = what.table.columns
        self.row = self.first = 0
        self.sums = [Decimal(0)] * len(self.columns)

    def write(self) -> None:
        """The whole sheet."""
        for number, column in enumerate(self.columns):
            self.sheet.set_column(number, number, column.width)
        self._lead()
        self._header()
        header, first = self.row - 1, self.row
        self.first = first
        self.sheet.freeze_panes(first, 0)
        for cells in self.what.table.rows:
            self._cells(cells)
        if self.row > first:
            self.sheet.autofilter(header, 0, self.row - 1, len(self.columns) - 1)
        if self.what.table.has_total and self.row > first:
            self._totals(first)
        self._for_printing(header)

    def _lead(self) -> None:
        if self.what.title:
            self.sheet.write_string(
                self.row, 0, _text(self.what.title), self.looks.get(bold=True, font_size=14)
            )
            self.row += 1
        for note in self.what.notes:
            self.sheet.write_string(self.row, 0, _text(note), self.looks.get(italic=True))
            self.row += 1
        if self.row:
            self.row += 1

    def _header(self) -> None:
        look = self.looks.get(bold=True, border=1, text_wrap=True, align="center")
        if self.what.table.has_groups:
            for first, last, title in self.what.table.groups:
                if title and last > first:
                    self.sheet.merge_range(self.row, first, self.row, last, _text(title), look)
                else:
                    self.sheet.write_string(self.row, first, _text(title), look)
            self.row += 1
        # Capitals in bold are wider than what stands below them.
        self._rise((column.width * BOLD_LETTERS, column.title) for column in self.columns)
        for number, column in enumerate(self.columns):
            self.sheet.write_string(self.row, number, _text(column.title), look)
        self.row += 1

    def _rise(self, cells: Iterable[tuple[float, Any]]) -> None:
        """The row as high as its longest text needs, (width, value) by cell: only Excel itself would find it out."""
        lines = max((_lines(value, width) for width, value in cells if isinstance(value, str)), default=1)
        if lines > 1:
            self.sheet.set_row(self.row, min(HIGHEST, lines * LINE))

    def _cells(self, cells: Sequence[Scalar | Cell]) -> None:
        if self.row >= MOST_ROWS - 1:
            raise BadInput(
                _("Bảng dài hơn số dòng Excel chứa được. Chia nhỏ theo đơn vị hoặc theo kỳ rồi tải lại.")
            )
        made = [cell_of(value) for value in cells]
        self._rise(
            (column.width * LETTERS, cell.value) for column, cell in zip(self.columns, made, strict=True)
        )
        for number, (column, cell) in enumerate(zip(self.columns, made, strict=True)):
            self._cell(number, column, cell)
        self.row += 1

    def _cell(self, number: int, column: Column, cell: Cell) -> None:
        value: Any = cell.value
        look: dict[str, Any] = {"border": 1, "bold": cell.bold}
        if column.kind == "order":
            look["align"] = "center"
        elif column.kind == "number":
            look["align"] = "right"  # also a nought in words and a ratio
        if cell.formula:
            self._formula(number, cell, look)
        elif value is None:
            self.sheet.write_blank(self.row, number, None, self.looks.get(**look))
        elif is_number(value):
            places = decimals(value) if column.places is None else column.places
            self.sheet.write_number(
                self.row, number, value, self.looks.get(num_format=number_format(places), **look)
            )
            self.sums[number] += Decimal(str(value))
        elif isinstance(value, dt.date):
            self._date(number, value, look)
        else:
            self.sheet.write_string(self.row, number, _text(value), self.looks.get(text_wrap=True, **look))

    def _formula(self, number: int, cell: Cell, look: dict[str, Any]) -> None:
        rows = {"row": self.row + 1, "first": self.first + 1, "above": self.row}
        form = number_format(decimals(cell.value)) if is_number(cell.value) else "#,##0.##"
        look = self.looks.get(num_format=form, **look)
        self.sheet.write_formula(self.row, number, cell.formula.format(**rows), look, cell.value)

    def _date(self, number: int, value: dt.date, look: dict[str, Any]) -> None:
        form = "dd/mm/yyyy hh:mm" if isinstance(value, dt.datetime) else "dd/mm/yyyy"
        self.sheet.write_datetime(self.row, number, value, self.looks.get(num_format=form, **look))

    def _totals(self, first: int) -> None:
        """One row of sums, as formulas so that officers can check us; only for the columns that asked for one."""
        label, done = _text(self.what.table.total_label), False
        for number, column in enumerate(self.columns):
            if column.total:
                span = f"{xl_rowcol_to_cell(first, number)}:{xl_rowcol_to_cell(self.row - 1, number)}"
                sum_, places = self.sums[number], column.places
                form = number_format(decimals(sum_) if places is None else places)
                look = self.looks.get(border=1, bold=True, num_format=form)
                self.sheet.write_formula(self.row, number, f"=SUM({span})", look, sum_)
            else:
                self.sheet.write_string(
                    self.row, number, "" if done else label, self.looks.get(border=1, bold=True)
                )
                done = True
        self.row += 1

    def _for_printing(self, header: int) -> None:
        self.sheet.set_paper(A4)
        if len(self.columns) > WIDE:
            self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(header - (1 if self.what.table.has_groups else 0), header)
        self.sheet.set_footer("&C&P/&N")


def _lines(text: str, width: float) -> int:
    """How many lines the text takes in a column so many letters wide."""
    if len(text) <= width and "\n" not in text:
        return 1
    return sum(len(wrap(line, max(1, int(width)))) or 1 for line in text.split("\n"))


def is_number(value: Any) -> bool:
    """Whether Excel can hold it as a number without losing digits."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return False
    number = Decimal(str(value))
    return number.is_finite() and abs(number) < LARGEST_EXACT


def decimals(value: Any) -> int:
    """How many decimals to show: as many as there are, at most four."""
    exponent = Decimal(str(value)).normalize().as_tuple().exponent
    return min(4, max(0, -int(exponent)))


def number_format(places: int) -> str:
    """Excel writes "," and "." of a format in its own language: in Vietnamese 1.234,5."""
    return f"#,##0.{'0' * places}" if places else "#,##0"


def _text(value: object) -> str:
    """Clean text that fits in a cell, as Excel counts letters; a longer one would be dropped without a word."""
    text = clean(str(value))
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_TEXT:
        return text
    return units[: 2 * (LONGEST_TEXT - 1)].decode("utf-16-le", errors="ignore") + "…"
