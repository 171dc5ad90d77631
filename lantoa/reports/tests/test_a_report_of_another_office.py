"""A Word that another office laid out: two rows of headings, a column a year, sections, other words, other units.

Ten numbers in it are others than ours; each is found, and nothing else is said to differ.
"""

import io

import pytest
from docx import Document

from lantoa.documents import names
from lantoa.foundation.attachments import Judged
from lantoa.reports import comparing, reasons
from lantoa.reports.tests.world import YEAR, composed, declare

OURS = (
    ("Nhà tạm, nhà dột nát được xóa", "căn", {"value": 14, "parts": [["xây mới", "9"], ["sửa chữa", "5"]]}),
    ("Hộ hiến đất", "hộ", {"value": 61, "precision": "khoảng"}),
    ("Đất được hiến", "m²", {"value": 1234.5}),
    ("Xe đạp trao tặng học sinh", "xe đạp", {"value": 20, "precision": "trên"}),
    ("Tiền tiết kiệm theo gương Bác", "đồng", {"value": 1_500_000_000}),
    ("Nhà theo chỉ tiêu được giao", "nhà", {"kind": "target", "numerator": 21, "denominator": 30}),
    ("Ngày công đóng góp", "ngày công", {"value": 0}),
    ("Hồ sơ đã giải quyết", "hồ sơ", {"value": 78_523}),
    ("Chỉ số cải cách hành chính", "đơn vị", {"kind": "rank", "numerator": 34, "denominator": 63}),
    ("Mức hài lòng của người dân", "%", {"kind": "percent", "value": 12}),
    ("Mức rút ngắn thời gian giải quyết thủ tục", "%", {"kind": "range", "low": 30, "high": 83}),
    ("Hội viên từ lúc đầu đến nay", "hội viên", {"kind": "change", "low": 18, "high": 96}),
)
HEADS = ("STT", "Nội dung", "ĐVT", "Năm 2025", "Năm 2026", "So với năm trước (%)")
# Reordered, reworded, with the year before beside; what we do not know, and a sum that means nothing.
THEIRS = (
    ("A", "CẢI CÁCH HÀNH CHÍNH"),
    ("1", "Tổng số hồ sơ đã giải quyết", "hồ sơ", "70.000", "78.523"),
    ("2", "Chỉ số cải cách hành chính (PAR Index)", "hạng", "45/63", "34/63"),
    ("3", "Mức độ hài lòng của người dân", "%", "10", "12"),
    ("4", "Mức rút ngắn thời gian giải quyết các thủ tục", "%", "", "30-83"),
    ("B", "AN SINH"),
    ("1", "Số nhà tạm, nhà dột nát đã xóa", "căn", "10", "14"),
    ("", "Trong đó: xây mới", "căn", "7", "9"),
    ("2", "Tiền tiết kiệm làm theo gương Bác", "triệu đồng", "900", "1.500"),
    ("3", "Số hộ dân đã hiến đất", "hộ", "40", "Khoảng 61"),
    ("4", "Diện tích đất được hiến", "m2", "900", "1.234,5"),
    ("5", "Xe đạp trao tặng cho học sinh", "chiếc", "15", "trên 20"),
    ("6", "Nhà theo chỉ tiêu giao", "nhà", "", "21/30"),
    ("7", "Ngày công đóng góp", "ngày công", "", "Không phát sinh"),
    ("8", "Số phiên tòa rút kinh nghiệm", "phiên", "4", "5"),
    ("", "Tổng cộng", "", "", "1.234"),
)
PROSE = "Hội viên tăng từ 18 lên 96 người so với ngày 15/01/2020."
PLANTED = {
    "Tổng số hồ sơ đã giải quyết": "78.532",
    "Chỉ số cải cách hành chính (PAR Index)": "43/63",
    "Mức độ hài lòng của người dân": "21",
    "Số nhà tạm, nhà dột nát đã xóa": "41",
    "Trong đó: xây mới": "8",
    "Tiền tiết kiệm làm theo gương Bác": "1.600",
    "Số hộ dân đã hiến đất": "Khoảng 64",
    "Diện tích đất được hiến": "1.243,5",
    "Xe đạp trao tặng cho học sinh": "trên 25",
}


@pytest.fixture
def content(cast):
    for number, (label, count, said) in enumerate(OURS):
        declare(cast, f"own.thu_{number}", cast.province, label=label, count=count, addable=True, **said)
    return composed(cast.province)


def word(changed, prose):
    document = Document()
    document.add_paragraph("BÁO CÁO số 45-BC/VP, ngày 25/11/2026")
    document.add_paragraph(prose)
    table = document.add_table(rows=2 + len(THEIRS), cols=len(HEADS))
    for column, title in enumerate(HEADS):
        table.cell(0, column).text = title
        if title.startswith("Năm"):
            table.cell(1, column).text = "Thực hiện"
        else:
            table.cell(0, column).merge(table.cell(1, column))
    for row, cells in enumerate(THEIRS, start=2):
        for column, text in enumerate(cells):
            table.cell(row, column).text = changed.get(cells[1], text) if column == 4 else text
        if len(cells) == 2:
            table.cell(row, 1).merge(table.cell(row, 5))
    out = io.BytesIO()
    document.save(out)
    return Judged("bao-cao.docx", names.DOCX, out.getvalue())


def compared(content, changed, prose=PROSE):
    return comparing.compared(comparing.read(word(changed, prose), YEAR), content)


@pytest.mark.deep(slow=True)
def test_ten_changes_are_found_in_another_layout_and_none_falsely(content):
    found = compared(content, PLANTED, PROSE.replace("96", "69"))
    assert {pair.line.label: pair.line.value for pair in found.differing} == PLANTED
    assert [one.number for one in found.stray] == ["69"]
    assert [line.label for line in found.unknown] == ["Số phiên tòa rút kinh nghiệm"]
    assert found.same == 3


@pytest.mark.deep(slow=True)
def test_of_what_units_declare_the_reason_says_who_is_asked(cast, content):
    found = compared(content, {"Mức độ hài lòng của người dân": "21"})
    (pair,) = found.differing
    assert "do đơn vị khai" in reasons.reason(pair, content, cast.province)


@pytest.mark.deep(slow=True)
def test_the_same_numbers_in_other_words_differ_in_nothing(content):
    found = compared(content, {})
    assert (found.differing, found.stray, found.same) == ((), (), 12)
    lacking = [row.label for row in found.lacking]
    assert lacking == ["Tổ chức cơ sở đảng", "Chi bộ", "Đảng viên", "Hội viên từ lúc đầu đến nay"]
