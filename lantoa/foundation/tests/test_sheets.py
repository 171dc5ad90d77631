"""A table of numbers as a workbook: what is not known is neither nought nor nought per cent."""

from __future__ import annotations

import io
import tempfile
import zipfile

import pytest
from lxml import etree

from lantoa.foundation import exchange, sheets
from lantoa.foundation.sheets import Sheet


def formulas(*rows):
    """Cell → its formula."""
    sheet = Sheet("Tỷ lệ", ["Đơn vị", "Đã làm", "Tất cả", "Tỷ lệ"], rows, sums={1, 2}, shares={3: (1, 2)})
    with zipfile.ZipFile(io.BytesIO(sheet.as_bytes())) as parts:
        cells = etree.fromstring(parts.read("xl/worksheets/sheet1.xml")).iter("{*}c")
    return {cell.get("r"): told for cell in cells if (told := cell.findtext("{*}f"))}


def test_a_ratio_stands_where_its_numerator_is_known():
    told = formulas(("Chi bộ A", 3, 4), ("Chi bộ B", None, 5))
    assert told == {
        "D2": 'IF(C2=0,"",B2/C2)',
        "B4": "SUBTOTAL(109,B2:B3)",
        "C4": "SUBTOTAL(109,C2:C3)",
        "D4": 'IF(C4=0,"",B4/C4)',
    }


def test_what_nobody_has_told_has_no_sum():
    assert set(formulas(("Chi bộ A", None, 4), ("Chi bộ B", None, 5))) == {"C4"}


def test_a_workbook_that_breaks_off_leaves_no_name_on_the_disk(cast, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    kind = exchange.only_out("people", "Danh sách", "", (exchange.Column("name", "Họ tên"),))
    lying = []

    def rows():
        for _turn in range(3):
            yield {"name": "Đỗ Thị Hương"}
        lying.extend(tmp_path.iterdir())
        raise RuntimeError

    with pytest.raises(RuntimeError):
        sheets.as_workbook(kind, rows(), by=cast.administrator)
    assert lying and not list(tmp_path.iterdir())
