"""A list as a workbook: every cell is text, so that no noughts are lost and nothing typed by people is a formula."""

from __future__ import annotations

import io
from typing import Any

import xlsxwriter

from lantoa.foundation.exchange import Kind
from lantoa.organisation.models import Unit


def as_workbook(kind: Kind, unit: Unit, *, by: Any) -> bytes:
    """One sheet: the labels of the columns, then the rows."""
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet = workbook.add_worksheet(str(kind.label)[:31])
    head, text = (
        workbook.add_format({"bold": True, "text_wrap": True}),
        workbook.add_format({"num_format": "@"}),
    )
    for place, column in enumerate(kind.columns):
        sheet.write_string(0, place, str(column.label), head)
        sheet.set_column(place, place, 28 if place < 2 else 18, text)
    for number, row in enumerate(kind.rows(unit, by=by), start=1):
        for place, column in enumerate(kind.columns):
            if value := row.get(column.code, ""):
                sheet.write_string(number, place, value, text)
    sheet.freeze_panes(1, 0)
    workbook.close()
    return out.getvalue()
