"""The first sheet of a .xlsx as rows of text. Refused by content: macros, links, entities, bombs, formulas."""

from __future__ import annotations

import datetime as dt
import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from lantoa.foundation.dates import show_date
from lantoa.foundation.errors import BadInput

MOST_UNPACKED = 150 * 1024 * 1024
MOST_PARTS = 2_000
# What unpacking says of bytes that were damaged on the way, by each way of packing.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    EOFError,
)
FORMULA = re.compile(rb'<c r="([A-Z]{1,3})(\d+)"[^>]*>\s*<f([^>]*)>([^<]*)')
# A foot that adds up its own column is no secret and no row of the list.
SUM = re.compile(r"(SUM\(|SUBTOTAL\((9|109),)\$?([A-Z]{1,3})\$?\d+:\$?([A-Z]{1,3})\$?\d+\)")
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")


def rows(content: bytes) -> Iterator[list[str]]:
    """The rows of the first sheet that shows and holds something. BadInput with what to do otherwise."""
    feet = _must_be_harmless(content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        shown = [one.name for one in book.sheets_metadata if one.visible == SheetVisibleEnum.Visible]
        for name in shown:
            found = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            if any(any(cell not in ("", None) for cell in row) for row in found):
                for number, row in enumerate(found, start=1):
                    yield [] if number in feet else [as_text(cell) for cell in row]
                return
    except (CalamineError, OSError, ValueError, KeyError) as broken:
        raise BadInput(_damaged(), "file") from broken
    raise BadInput(_("Tệp không có trang tính nào có chữ. Chọn tệp khác."), "file")


def _damaged() -> str:
    return _("Không mở được tệp Excel này. Mở bằng Excel, lưu lại dạng .xlsx rồi chọn lại.")


def _must_be_harmless(content: bytes) -> set[int]:
    """The rows of a single sheet that only add up."""
    feet: set[int] = set()
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        parts = archive.infolist()
        names = [part.filename for part in parts]
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise BadInput(_("Tệp phình quá lớn khi mở nên không được nhận. Sao chép bảng rồi dán."), "file")
        if any("vbaproject" in name.lower() or "macrosheet" in name.lower() for name in names):
            raise BadInput(
                _("Tệp có macro nên không được nhận. Lưu lại dạng .xlsx, hoặc sao chép bảng rồi dán."), "file"
            )
        if any(name.startswith("xl/externalLinks/") for name in names):
            said = _("Tệp lấy số liệu từ tệp khác. Sao chép bảng, dán chỉ lấy giá trị, rồi chọn lại.")
            raise BadInput(said, "file")
        if "xl/workbook.xml" not in names:
            raise BadInput(_("Tệp này không phải bảng Excel. Chọn tệp .xlsx hoặc .csv."), "file")
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                feet |= _must_be_plain(part.filename, archive.read(part))
    except DAMAGED as broken:
        raise BadInput(_damaged(), "file") from broken
    return feet if sum(bool(SHEET.fullmatch(name)) for name in names) == 1 else set()


def _must_be_plain(name: str, xml: bytes) -> set[int]:
    """No document type (so no entity) and, in a sheet, no formula: what it would show is not ours to guess.

    Only a sum of its own column is let through; the rows in which such sums stand are given back.
    """
    bare = xml.replace(b"\x00", b"")
    if b"<!DOCTYPE" in bare or b"<!ENTITY" in bare:
        raise BadInput(_damaged(), "file")
    feet: set[int] = set()
    for found in FORMULA.finditer(bare) if SHEET.fullmatch(name) else ():
        column, row, attributes, formula = (part.decode(errors="replace") for part in found.groups())
        summed = SUM.fullmatch(formula.strip().lstrip("="))
        if attributes.strip() or not summed or {summed[3], summed[4]} != {column}:
            said = _(
                "Ô %(cell)s là công thức. Sao chép cả bảng, dán chỉ lấy giá trị (Paste Special, Values), rồi chọn lại."
            )
            raise BadInput(said % {"cell": f"{column}{row}"}, "file")
        feet.add(int(row))
    return feet


def as_text(cell: Any) -> str:
    """A cell as a person would have typed it: days as 16/11/2026, numbers with a comma, nothing grouped."""
    match cell:
        case None:
            return ""
        case bool():
            return _("có") if cell else _("không")
        case dt.datetime() | dt.date():
            return show_date(cell.date() if isinstance(cell, dt.datetime) else cell)
        case int():
            return str(cell)
        case float():
            return str(int(cell)) if cell.is_integer() else f"{Decimal(repr(cell)):f}".replace(".", ",")
    return str(cell)
