"""Rows of cells as text, from what was pasted or from a file; what a file must not hold is refused in words."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput
from lantoa.foundation.tables import workbook
from lantoa.foundation.text import clean, from_tcvn3, old_code

# A cell of Excel holds no more signs.
MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 60_000, 80, 32_767
LARGEST = 15 * 1024 * 1024
SEPARATORS = "\t;,"


@dataclass(frozen=True)
class Grid:
    """Cells as text, row by row; the first row is number 1, as in the spreadsheet.

    `old_font` names the old code that was turned into today's letters, "" where nothing was.
    """

    rows: list[list[str]]
    name: str = ""
    old_font: str = ""

    @property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max((len(row) for row in self.rows), default=0)


def read_given(text: str, file: Any = None) -> Grid:
    """The table of a form with a box to paste into and one for a file (an upload, or None): one of them, not both.

    BadInput when both were given, nothing, or what cannot be read.
    """
    if file and text.strip():
        raise BadInput(_("Vừa dán bảng vừa chọn tệp. Xóa ô dán, hoặc bỏ tệp đã chọn, rồi gửi lại."), "text")
    return read_file(file.name, file.read()) if file else read_text(text)


def read_text(text: str, name: str = "") -> Grid:
    """What was copied from a spreadsheet (tabs), or the text of a .csv (comma or semicolon).

    BadInput when there is nothing, or too much.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff").replace("\x00", "")
    if not text.strip():
        raise BadInput(_("Chưa có gì để đọc. Dán bảng vào ô hoặc chọn một tệp."), "text")
    csv.field_size_limit(LARGEST)
    reader = csv.reader(io.StringIO(text), delimiter=_separator(text))
    return _grid(reader, name)


def _separator(text: str) -> str:
    """What stands between cells: whatever the first lines have most of, a tab before all others."""
    head = text[:20_000].split("\n")[:20]
    if any("\t" in line for line in head):
        return "\t"
    counts = {sign: sum(line.count(sign) for line in head) for sign in SEPARATORS}
    return max(SEPARATORS, key=lambda sign: counts[sign])


def read_file(name: str, content: bytes) -> Grid:
    """A .xlsx or .csv, told by its content and not by its name. BadInput for anything else."""
    if len(content) > LARGEST:
        raise BadInput(_("Tệp lớn hơn 15 MB. Chia thành nhiều tệp, hoặc sao chép bảng rồi dán."), "file")
    if content.startswith(b"PK\x03\x04"):
        return _grid(workbook.rows(content), name)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise BadInput(
            _("Tệp Excel kiểu cũ (.xls) không được nhận. Lưu lại dạng .xlsx rồi chọn lại."), "file"
        )
    return read_text(_decoded(content), name)


def _decoded(content: bytes) -> str:
    for encoding in ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            break
    raise BadInput(
        _(
            "Không đọc được chữ trong tệp. Trong Excel, chọn Lưu thành “CSV UTF-8” hoặc .xlsx, hoặc sao chép rồi dán."
        ),
        "file",
    )


def _grid(rows: Iterable[list[str]], name: str) -> Grid:
    kept = []
    try:
        for number, row in enumerate(rows, start=1):
            if number > MOST_ROWS:
                said = _("Bảng có hơn %(most)s dòng. Chia thành nhiều phần.") % {"most": "60.000"}
                raise BadInput(said, "file" if name else "text")
            kept.append([str(cell) for cell in row[:MOST_COLUMNS]])
    except csv.Error:
        raise BadInput(
            _("Bảng bị hỏng ở dòng %(n)s. Sao chép lại từ Excel rồi dán.") % {"n": len(kept) + 1}
        ) from None
    font = _old_font(kept)
    cells = [[_cell(from_tcvn3(cell) if font else cell) for cell in row] for row in kept]
    while cells and not any(cells[-1]):
        cells.pop()
    return Grid(cells, clean(name)[:150], font)


def _old_font(rows: list[list[str]]) -> str:
    """ "TCVN3" when the table was typed for that font: it is turned into today's letters, and the reader is told.

    BadInput for VNI, whose letters are two signs each and cannot be told from other text.
    """
    code = old_code("\n".join(" ".join(row) for row in rows[:200])[:100_000])
    if code == "VNI":
        raise BadInput(
            _("Bảng gõ bằng phông cũ VNI. Chuyển mã sang Unicode (Unikey, Ctrl+Shift+F6) rồi dán lại.")
        )
    return code


def _cell(text: str) -> str:
    """One line of text in NFC, without invisible marks; every kind of blank is one blank.

    Of what is longer than any cell one sign more is kept, so that its column refuses it and nothing is cut in silence.
    """
    return " ".join(clean(str(text)).replace("\u00a0", " ").split())[: LONGEST_CELL + 1]
