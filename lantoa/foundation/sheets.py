"""A list as a workbook: every cell of text is text, so that no noughts are lost and nothing typed is a formula.

Numbers that are added up are numbers, with their sum at the foot as a formula; the list that comes in passes such
a foot over (`foundation/tables/workbook.py`).
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import islice
from tempfile import TemporaryDirectory
from typing import Any

import xlsxwriter
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from xlsxwriter.utility import xl_col_to_name

from lantoa.foundation import exchange
from lantoa.foundation.dates import show_date
from lantoa.foundation.exchange import Kind
from lantoa.foundation.tables import Column, guard

KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ASKED = "xuat"
IN_A_PART = 2000


def wants_workbook(request: HttpRequest) -> bool:
    """Whether the list of this page is asked for as a workbook: `?xuat=xlsx` beside its filters."""
    return request.GET.get(ASKED) == "xlsx"


class LongList(Exception):
    """A page's list that is too long to be made while the browser waits; the room of exchange has time for it.

    `rows` are read only by whoever makes the file; `note` is `Kind.note` of these rows, None when nobody hears of it;
    `write` makes the file of them where it is another than `as_workbook`.
    """

    def __init__(
        self,
        kind: Kind,
        rows: Iterable[Any],
        n: int,
        unit: Any,
        note: Callable[[], None] | None = None,
        write: Callable[[Iterable[Any]], bytes] | None = None,
    ) -> None:
        super().__init__(kind.code)
        self.kind, self.rows, self.n, self.unit, self.note, self.write = kind, rows, n, unit, note, write

    def as_bytes(self, rows: Iterable[Any], *, by: Any) -> bytes:
        """The file of these rows, which are `rows`, seen to pass by whoever makes it."""
        return self.write(rows) if self.write else as_workbook(self.kind, rows, by=by)


def page_answer(
    kind: Kind,
    rows: Iterable[Mapping[str, str]],
    n: int,
    *,
    by: Any,
    unit: Any,
    note: Callable[[], None] | None = None,
) -> HttpResponse:
    """The `n` rows that a page shows as a file; LongList, with nothing read yet, when they are too many."""
    if n > exchange.AT_ONCE:
        raise LongList(kind, rows, n, unit, note)
    return workbook_answer(kind, rows, by=by, where=unit.code)


def answer_unless_long(
    code: str,
    label: str,
    heads: Sequence[str],
    rows: Iterable[Any],
    n: int,
    *,
    unit: Any,
    write: Callable[[Iterable[Any]], bytes],
    answer: Callable[[bytes], HttpResponse],
) -> HttpResponse:
    """The `n` rows of a page's own table as a file, made by `write`; LongList when they are too many.

    `code` is not that of a list which some room declares.
    """
    if n > exchange.AT_ONCE:
        columns = tuple(Column(head, head) for head in heads)
        raise LongList(exchange.only_out(code, label, "", columns), rows, n, unit, write=write)
    return answer(write(rows))


def saved(content: bytes, name: str) -> HttpResponse:
    """A workbook under this name, to be saved."""
    answer = HttpResponse(content, content_type=KIND)
    answer["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return answer


def workbook_answer(
    kind: Kind, rows: Iterable[Mapping[str, str]], *, by: Any, where: str = ""
) -> HttpResponse:
    """The file, to be saved; `where` is the code of the unit for its name."""
    return workbook_file(kind, as_workbook(kind, rows, by=by), on=by.on, where=where)


def workbook_file(kind: Kind, content: bytes, *, on: dt.date, where: str = "") -> HttpResponse:
    """A workbook that is made already, to be saved."""
    return saved(content, "-".join(part for part in (kind.code, where, f"{on:%Y%m%d}") if part))


def as_workbook(kind: Kind, rows: Iterable[Mapping[str, str]], *, by: Any) -> bytes:
    """One sheet: the labels of the columns that this actor may read, the rows, and the sums at the foot."""
    out = io.BytesIO()
    # Row after row goes to the disk: a hundred thousand held at once took 800 MB. What lay there goes whatever happens.
    with TemporaryDirectory() as place:
        options = {
            "constant_memory": True,
            "tmpdir": place,
            "strings_to_formulas": False,
            "strings_to_urls": False,
        }
        workbook = xlsxwriter.Workbook(out, options)
        _fill(workbook, kind, rows, by=by)
        workbook.close()
    return out.getvalue()


def _fill(workbook: Any, kind: Kind, rows: Iterable[Mapping[str, str]], *, by: Any) -> None:
    sheet = workbook.add_worksheet(_sheet_name(str(kind.label)))
    head = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    text = workbook.add_format({"num_format": "@"})
    bold = workbook.add_format({"bold": True, "num_format": "#,##0.##"})
    columns = kind.columns_for(by)
    for place, column in enumerate(columns):
        sheet.write_string(0, place, str(column.label), head)
        sheet.set_column(place, place, 28 if place < 2 else 18, text)
    last = 0
    for last, row in enumerate(rows, start=1):
        for place, column in enumerate(columns):
            _write(sheet, last, place, row.get(column.code, ""), column.code in kind.totals, text)
    _foot(sheet, last, columns, kind.totals, bold)
    sheet.freeze_panes(1, 0)


def in_parts(found: QuerySet[Any]) -> Iterator[list[Any]]:
    """Some thousands of rows at a time, so that a list of the whole country needs no more room than a short one."""
    rest = found.iterator(IN_A_PART)
    while some := list(islice(rest, IN_A_PART)):
        yield some


@dataclass(frozen=True)
class Sheet:
    """A table of numbers as a workbook: what is added up has its sum at the foot, a ratio is a formula.

    `sums` are the columns that are added up; `shares` are column → (numerator's column, denominator's; None for the
    number of rows). A table without either has the number of its rows at the foot.
    """

    label: str
    heads: Sequence[str]
    rows: Iterable[Sequence[Any]]
    sums: Collection[int] = ()
    shares: Mapping[int, tuple[int, int | None]] = field(default_factory=dict)

    def answer(self, name: str) -> HttpResponse:
        """The file, to be saved."""
        return saved(self.as_bytes(), name)

    def answer_unless_long(self, code: str, name: str, n: int, *, unit: Any) -> HttpResponse:
        """The same of `n` rows; LongList, with nothing read yet, when they are too many."""
        made: dict[str, Any] = {"write": self.of_rows, "answer": lambda content: saved(content, name)}
        return answer_unless_long(code, self.label, self.heads, self.rows, n, unit=unit, **made)

    def of_rows(self, rows: Iterable[Sequence[Any]]) -> bytes:
        """The file of these rows instead."""
        return replace(self, rows=rows).as_bytes()

    def as_bytes(self) -> bytes:
        """One sheet with its heading, its rows and the formulas at the foot."""
        out = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        workbook = xlsxwriter.Workbook(out, options)
        formats = {
            "head": workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
            "bold": workbook.add_format({"bold": True, "num_format": "#,##0.##"}),
            "share": workbook.add_format({"num_format": "0.00%"}),
            "text": workbook.add_format({"num_format": "@"}),
        }
        self._fill(workbook.add_worksheet(_sheet_name(self.label)), formats)
        workbook.close()
        return out.getvalue()

    def _fill(self, sheet: Any, formats: Mapping[str, Any]) -> None:
        for place, head in enumerate(self.heads):
            sheet.write_string(0, place, head, formats["head"])
            sheet.set_column(place, place, 28 if place < 2 else 18)
        last, known = 0, set[int]()
        for last, row in enumerate(self.rows, start=1):
            for place, cell in enumerate(row):
                _write_cell(sheet, last, place, cell, formats["text"])
            here = {place for place, cell in enumerate(row) if cell is not None}
            self._shares(sheet, last, last, here, formats["share"])
            known |= here
        if last:
            self._foot(sheet, last, known, formats)
        sheet.freeze_panes(1, 0)

    def _foot(self, sheet: Any, last: int, known: set[int], formats: Mapping[str, Any]) -> None:
        if not self.sums:
            sheet.write_string(last + 1, 0, _("Số dòng"), formats["bold"])
            sheet.write_formula(last + 1, 1, f"=SUBTOTAL(103,A2:A{last + 1})", formats["bold"])
            return
        sheet.write_string(last + 1, 0, _("Cộng"), formats["bold"])
        for place in known.intersection(self.sums):
            letter = xl_col_to_name(place)
            formula = f"=SUBTOTAL(109,{letter}2:{letter}{last + 1})"
            sheet.write_formula(last + 1, place, formula, formats["bold"])
        self._shares(sheet, last + 1, last, known, formats["share"])

    def _shares(self, sheet: Any, row: int, last: int, known: set[int], share: Any) -> None:
        """The ratio of a row, or at the foot, of what is known; one of the number of rows stands at the foot only."""
        for place, (above, below) in self.shares.items():
            if above not in known:
                continue
            upper = f"{xl_col_to_name(above)}{row + 1}"
            if below is not None:
                lower = f"{xl_col_to_name(below)}{row + 1}"
            elif row > last:
                lower = f"SUBTOTAL(103,A2:A{last + 1})"
            else:
                continue
            sheet.write_formula(row, place, f'=IF({lower}=0,"",{upper}/{lower})', share)


def _write_cell(sheet: Any, row: int, place: int, cell: Any, text: Any) -> None:
    """Numbers as numbers, so that formulas read them; all else as the page says it."""
    if isinstance(cell, int | float | Decimal) and not isinstance(cell, bool):
        sheet.write_number(row, place, float(cell))
    elif cell not in (None, ""):
        said = show_date(cell) if isinstance(cell, dt.date) else str(cell)
        sheet.write_string(row, place, guard(said), text)


def _sheet_name(label: str) -> str:
    return "".join(" " if sign in "[]:*?/\\" else sign for sign in label)[:31].strip("' ")


def _write(sheet: Any, row: int, place: int, value: str, is_summed: bool, text: Any) -> None:
    if not value:
        return
    if is_summed and value.replace(",", "").removeprefix("-").isdecimal():
        sheet.write_number(row, place, float(value.replace(",", ".")) if "," in value else int(value))
    else:
        sheet.write_string(row, place, guard(value), text)


def _foot(sheet: Any, last: int, columns: tuple[Column, ...], totals: frozenset[str], bold: Any) -> None:
    places = [place for place, column in enumerate(columns) if column.code in totals]
    if not last or not places:
        return
    if 0 not in places:
        sheet.write_string(last + 1, 0, _("Cộng"), bold)
    for place in places:
        letter = xl_col_to_name(place)
        sheet.write_formula(last + 1, place, f"=SUBTOTAL(109,{letter}2:{letter}{last + 1})", bold)
