"""Tables: header printed again on each page, rows never split, numbers to the right, and annexes on their own pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from lantoa.documents import rules
from lantoa.documents.docx.xml import Element, cell, gap, grid, link, paragraph, row, run, twips
from lantoa.documents.layout import Layout, Letters
from lantoa.documents.paper import Annex, Cell, Column, Paper, Scalar, Table, cell_of
from lantoa.foundation import numbers
from lantoa.foundation.dates import show_date

ALIGN = {"number": "right", "order": "center", "date": "center", "text": "left"}


def is_wide(table: Table, layout: Layout) -> bool:
    """Whether the table needs the long side of the sheet."""
    return len(table.columns) > layout.body.landscape_above


def table(what: Table, layout: Layout, part: Any, room: int) -> Element:
    """The table, as wide as `room` (twips); widths of columns are shares of it."""
    letters = layout.body.wide_table if is_wide(what, layout) else layout.body.table
    whole = sum(column.width for column in what.columns)
    widths = [round(room * column.width / whole) for column in what.columns]
    rows = [*_header(what, widths, letters)]
    sums = [Decimal(0)] * len(what.columns)
    for values in what.rows:
        cells = [cell_of(value) for value in values]
        _add(sums, cells)
        rows.append(_row(what.columns, cells, widths, letters, part))
    if what.has_total:
        rows.append(_row(what.columns, _total(what, sums), widths, letters, part))
    return grid(widths, rows, borders=True)


def annex(what: Annex, paper: Paper, layout: Layout, part: Any, label: str) -> Iterator[Element]:
    """An annex: its label, title, the paper it belongs to, the table and the notes below."""
    body = layout.body
    plain, bold = Letters(body.letters.size), Letters(body.letters.size, bold=True)
    yield paragraph(run(label, bold), align="center")
    yield paragraph(run(what.title, Letters(body.letters.size, bold=True, caps=True)), align="center")
    italic = Letters(body.letters.size, italic=True)
    yield paragraph(run(_belongs_to(paper, layout), italic), align="center", after=body.space_pt * 2)
    side = layout.page.height_mm if is_wide(what.table, layout) else layout.page.width_mm
    room = twips(mm=side - layout.page.left_mm - layout.page.right_mm)
    yield table(what.table, layout, part, room)
    yield gap(body.space_pt)
    for note in what.notes:
        yield paragraph(run(note, plain), align="both", indent_mm=body.indent_mm, before=body.space_pt)


def _belongs_to(paper: Paper, layout: Layout) -> str:
    """ "(kèm theo Báo cáo số 05-BC/ĐU, ngày 16/11/2026)"."""
    name = paper.type_label or _("Công văn")
    day = f"{' ' * 6}/{paper.on:%m/%Y}" if paper.day_is_blank else show_date(paper.on)
    if not paper.body_abbreviation:
        return _("(kèm theo %(name)s ngày %(day)s)") % {"name": name, "day": day}
    symbol = rules.symbol(layout.number, paper.number, paper.type_code, paper.body_abbreviation)
    return _("(kèm theo %(name)s số %(symbol)s, ngày %(day)s)") % {"name": name, "symbol": symbol, "day": day}


def _header(what: Table, widths: Sequence[int], letters: Letters) -> Iterator[Element]:
    """One header row, or two when columns share a title: a column alone is merged downwards."""
    if what.has_groups:
        yield row(*_group_cells(what, widths, letters), header=True)
    cells = []
    for column, width in zip(what.columns, widths, strict=True):
        merged = what.has_groups and not column.group
        title = "" if merged else column.title
        cells.append(cell(width, _title(title, letters), merge="continue" if merged else "", middle=True))
    yield row(*cells, header=True)


def _group_cells(what: Table, widths: Sequence[int], letters: Letters) -> Iterator[Element]:
    for first, last, group in what.groups:
        title = _title(group or what.columns[first].title, letters)
        width, span = sum(widths[first : last + 1]), last - first + 1
        yield cell(width, title, span=span, merge="" if group else "restart", middle=True)


def _title(text: str, letters: Letters) -> Element:
    return paragraph(run(text, letters, bold=True), align="center", before=2, after=2)


def _row(
    columns: Sequence[Column], cells: Sequence[Cell], widths: Sequence[int], letters: Letters, part: Any
) -> Element:
    made = []
    for column, one, width in zip(columns, cells, widths, strict=True):
        written = run(shown(one.value, column.places), letters, bold=one.bold)
        written = link(part, one.link, written) if one.link else written
        made.append(cell(width, paragraph(written, align=ALIGN[column.kind], before=2, after=2)))
    return row(*made)


def shown(value: Scalar, places: int | None = None) -> str:
    """A value as it is printed: 1.234,5 and 16/11/2026."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, dt.date):
        return show_date(value)
    if isinstance(value, int | float | Decimal):
        return numbers.show(value, places)
    return str(value)


def _add(sums: list[Decimal], cells: Sequence[Cell]) -> None:
    for number, one in enumerate(cells):
        if isinstance(one.value, int | float | Decimal):
            sums[number] += Decimal(str(one.value))


def _total(what: Table, sums: Sequence[Decimal]) -> list[Cell]:
    """The row of sums; its name stands in the first column that is text."""
    cells = [
        Cell(total if column.total else "", bold=True)
        for column, total in zip(what.columns, sums, strict=True)
    ]
    place = next((n for n, column in enumerate(what.columns) if column.kind == "text"), 0)
    if not what.columns[place].total:
        cells[place] = Cell(what.total_label, bold=True)
    return cells
