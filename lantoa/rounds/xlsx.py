"""The table of units and months as a workbook: how many months were in time is a formula over its squares."""

from __future__ import annotations

import io
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _
from xlsxwriter.utility import xl_rowcol_to_cell

from lantoa.rounds.comparing import FULL, LATE, MISSING, NOT_DUE, TO_SEE, Row, Square, Year

FIRST, MONTHS = 1, 12
COUNTED = (FULL, LATE, TO_SEE, MISSING)


def _words() -> dict[str, str]:
    return {FULL: _("Đủ"), LATE: _("Trễ"), TO_SEE: _("Chờ nhận"), MISSING: _("Thiếu"), NOT_DUE: "·"}


def _word(square: Square) -> str:
    mark = square.worst
    said = _words().get(mark.state, "")
    return f"{said} {mark.days}" if mark.state == LATE else said


def workbook(year: Year, title: str) -> bytes:
    """One sheet: a row for each unit, a column for each month, counts and the share in time as formulas."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    sheet, bold = book.add_worksheet(_("Theo tháng")), book.add_format({"bold": True})
    percent = book.add_format({"num_format": "0%"})
    sheet.write_string(0, 0, title, bold)
    heads = [_("Tổ chức"), *(f"T{n}" for n in range(1, MONTHS + 1)), *(_words()[one] for one in COUNTED)]
    for column, head in enumerate([*heads, _("Tỷ lệ đủ")]):
        sheet.write_string(FIRST, column, head, bold)
    for number, row in enumerate(year.rows, start=FIRST + 1):
        sheet.write_string(number, 0, row.place.name)
        for month, square in enumerate(row.squares, start=1):
            sheet.write_string(number, month, _word(square))
        _counts(sheet, number, row, percent)
    sheet.set_column(0, 0, 34)
    sheet.freeze_panes(FIRST + 1, 1)
    book.close()
    return out.getvalue()


def _counts(sheet: Any, number: int, row: Row, percent: Any) -> None:
    """How many squares of each kind, and the share of the full ones, as formulas."""
    across = f"{xl_rowcol_to_cell(number, 1)}:{xl_rowcol_to_cell(number, MONTHS)}"
    counts = [sum(square.worst.state == state for square in row.squares) for state in COUNTED]
    for place, (state, n) in enumerate(zip(COUNTED, counts, strict=True), start=MONTHS + 1):
        word = _words()[state] + ("*" if state == LATE else "")
        sheet.write_formula(number, place, f'=COUNTIF({across},"{word}")', None, n)
    first, last = (xl_rowcol_to_cell(number, MONTHS + n) for n in (1, len(COUNTED)))
    share = f'=IF(SUM({first}:{last})=0,"",{first}/SUM({first}:{last}))'
    value = counts[0] / sum(counts) if sum(counts) else ""
    sheet.write_formula(number, MONTHS + len(COUNTED) + 1, share, percent, value)
