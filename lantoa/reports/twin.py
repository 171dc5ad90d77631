"""The report for programs and for Excel: every figure with its code, parts, precision, period, unit and source."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from lantoa.documents import xlsx
from lantoa.documents.paper import Cell, Column, Table
from lantoa.documents.xlsx import Sheet
from lantoa.figures.figure import COUNTED, IN_WORDS, Figure
from lantoa.foundation.dates import show_date
from lantoa.reports import paper
from lantoa.reports.content import Content, Entry


def every_figure(content: Content) -> list[Figure]:
    """What was counted, then what units declared; a declaration that stands for a count is told once."""
    told = {figure.url for figure in content.figures}
    return [*content.figures, *(figure for figure in content.declared if figure.url not in told)]


def as_dict(content: Content) -> dict[str, Any]:
    """The JSON twin."""
    return {
        "unit": {"code": content.unit_code, "name": content.unit_name},
        "period": {
            "code": content.period.code,
            "label": content.period.label,
            "starts": content.period.starts.isoformat(),
            "ends": content.period.last_day.isoformat(),
        },
        "form": content.form,
        "data_as_of": content.data_as_of.isoformat(),
        "taken_at": content.taken_at.isoformat(),
        "programme": content.programme,
        "legal_bases": content.bases,
        "units_due": content.units_due,
        "missing_units": [{"code": one.code, "name": one.name} for one in content.missing],
        "rounds": list(content.coverage),
        "figures": [figure.as_dict() for figure in every_figure(content)],
    }


def as_json(content: Content) -> bytes:
    """The JSON twin as a file."""
    return json.dumps(as_dict(content), ensure_ascii=False, indent=2).encode() + b"\n"


def workbook(content: Content) -> bytes:
    """The annexes as a workbook: indicators, units, every figure, what nobody has recorded."""
    title = f"{content.unit_name}, {content.period.label}"
    notes = (f"Số liệu đến ngày {show_date(content.data_as_of)}.", *paper.gaps(content))
    sheets = [
        Sheet("Biểu tổng hợp", paper.indicators(content), title, notes),
        Sheet("Theo đơn vị", _units(content), title, notes),
        Sheet("Mô hình", paper.practices(content), title),
        Sheet("Các con số", _figures(every_figure(content)), title),
        Sheet("Chỉ tiêu chưa ghi", paper.not_recorded(content), title),
        Sheet("Chưa có số liệu", paper.missing(content), title),
    ]
    return xlsx.write([sheet for sheet in sheets if sheet.table.rows])


def _units(content: Content) -> Table:
    """The table of units with the sum of its rows as formulas above the whole: whoever doubts adds it up herself."""
    table = paper.units(content)
    rows = list(table.rows)
    if len(rows) < 2:
        return table
    parts = [row for row in content.units if not row.total]
    sums = [
        _sum(letter, [row.entries[number] for row in parts])
        for number, letter in enumerate(COLUMNS[: len(content.columns)])
    ]
    return Table(
        table.columns, (*rows[:-1], (None, Cell("Cộng các dòng trên", bold=True), *sums, ""), rows[-1])
    )


# The columns of figures in the table of units: after the running number and the name.
COLUMNS = "CDEFGHIJKLMNOPQRSTUVWXYZ"


def _sum(letter: str, entries: list[Entry]) -> Cell:
    """The sum of what is known: a unit that has recorded nothing adds nothing to the whole either. None of ratios."""
    numbers = [one.number for one in entries if one.number is not None]
    if not numbers or any(one.number is None and one.shown not in IN_WORDS.values() for one in entries):
        return Cell("")
    total = sum(numbers, Decimal(0))
    return Cell(total, bold=True, formula=f"=SUM({letter}{{first}}:{letter}{{above}})")


def _figures(figures: Iterable[Figure]) -> Table:
    columns = (
        Column("Mã", width=30),
        Column("Chỉ tiêu", width=44),
        Column("Đơn vị", width=34),
        Column("Kỳ", width=18),
        Column("Giá trị", "number", 18),
        Column("Tử số", "number", 12),
        Column("Mẫu số", "number", 12),
        Column("Tỷ lệ (%)", "number", 12),
        Column("Thấp nhất", "number", 12),
        Column("Cao nhất", "number", 12),
        Column("Bằng lời", width=24),
        Column("Đơn vị tính", width=16),
        Column("Mức chính xác", width=14),
        Column("Nguồn", width=16),
        Column("Cách tính, ghi chú", width=50),
        Column("Danh sách", width=50),
    )
    return Table(columns, tuple(_row(figure) for figure in figures))


def _row(figure: Figure) -> tuple[Any, ...]:
    basis = f"tính trên {figure.basis}" if figure.basis else ""
    return (
        figure.code,
        figure.label,
        figure.unit_name,
        figure.period.label,
        figure.exact if figure.exact is not None else figure.value,
        figure.numerator,
        figure.denominator,
        Cell(figure.share, formula='=IF(G{row}=0,"",ROUND(F{row}/G{row}*100,2))')
        if figure.share is not None
        else None,
        figure.low,
        figure.high,
        figure.text,
        figure.unit_of_count,
        figure.precision,
        "đếm từ bản ghi" if figure.source == COUNTED else "đơn vị khai báo",
        "; ".join(text for text in (figure.how_counted, basis, figure.note) if text),
        figure.url,
    )
