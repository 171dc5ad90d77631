"""A foreign table is read by the column of its period, the scale of its unit, the parts below their whole."""

import io

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lantoa.documents import names
from lantoa.foundation.attachments import Judged
from lantoa.foundation.dates import Period
from lantoa.reports import comparing, reasons
from lantoa.reports.tests.world import composed, declare


def workbook(*rows):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("Biểu 1")
        for number, cells in enumerate(rows):
            for column, text in enumerate(cells.split("|")):
                sheet.write_string(number, column, text.strip())
    return Judged("bieu.xlsx", names.XLSX, out.getvalue())


def read(period, *rows):
    return comparing.read(workbook(*rows), Period.parse(period))


@pytest.mark.parametrize(
    ("period", "heads", "numbers", "told"),
    [
        ("2026", "Thực hiện 6 tháng đầu năm 2026 | Thực hiện năm 2026", "30 | 61", "61"),
        ("2026", "Quý I năm 2026 | Quý II năm 2026 | Cả năm 2026", "10 | 20 | 61", "61"),
        ("2026", "Năm học 2025-2026 | Năm 2026", "30 | 61", "61"),
        ("2026-H1", "Quý I/2026 | 6 tháng 2026", "10 | 30", "30"),
        ("2026-H1", "Thực hiện năm 2026 | 6 tháng đầu năm 2026", "61 | 30", "30"),
        ("2026-Q2", "Quý I/2026 | Quý II/2026 | 6 tháng đầu năm 2026", "10 | 20 | 30", "20"),
        ("2026-10", "Tháng 9/2026 | Tháng 10/2026 | 10 tháng năm 2026", "1 | 2 | 90", "2"),
        ("2021-01-01..2025-12-31", "Năm 2021 | Năm 2025 | Giai đoạn 2021-2025", "1 | 5 | 15", "15"),
        ("2026", "Kế hoạch năm 2026 | Đã làm được", "50 | 61", "61"),
        ("2026", "Năm 2025 | Số đã làm", "50 | 61", "61"),
        ("2026", "Đã làm được | Ghi chú", "61 | 12 xã", "61"),
    ],
)
def test_the_column_of_the_period_is_read_and_no_other(period, heads, numbers, told):
    found = read(period, f"TT | Chỉ tiêu | {heads}", f"1 | Hộ hiến đất | {numbers}")
    assert [line.value for line in found.lines] == [told] and not found.aside


def test_years_below_one_heading_are_read_where_the_label_is_not_merged_down():
    found = read("2026", "Chỉ tiêu | Kết quả | Kết quả", " | Năm 2025 | Năm 2026", "Hộ hiến đất | 50 | 61")
    assert [(line.label, line.value) for line in found.lines] == [("Hộ hiến đất", "61")]


@pytest.mark.parametrize("heads", ["Thực hiện tại xã | Thực hiện tại thôn", "Đã làm | Đã nhận"])
def test_a_table_with_two_columns_that_may_be_it_is_left_aside_and_named(cast, heads):
    rows = (f"TT | Chỉ tiêu | {heads}", "1 | Hộ hiến đất | 50 | 61")
    assert read("2026", *rows).lines == () and read("2026", *rows).aside == ("trang “Biểu 1”",)
    file = SimpleUploadedFile("bieu.xlsx", workbook(*rows).content, names.XLSX)
    asked = {"unit": cast.province.code, "period": "2026", "file": file}
    page = cast.client("officer").post(reverse("reports:compare"), asked).content.decode()
    assert "Bảng chưa đọc được" in page and "trang “Biểu 1”" in page


@pytest.mark.deep(each=3)
@pytest.mark.parametrize(
    ("counted", "value", "row", "differs"),
    [
        ("triệu đồng", 65, "triệu đồng | 65", False),
        ("triệu đồng", 65, "đồng | 65.000.000", False),
        ("triệu đồng", 1500, "triệu đồng | 1,5 tỷ", False),
        ("đồng", 1_500_000_000, "đồng | 1,5 tỷ", False),
        ("triệu đồng", 65, "triệu đồng | 56", True),
        ("đồng", 65_000_000, "triệu đồng | 56", True),
    ],
)
def test_both_sides_are_read_in_their_own_scale(cast, counted, value, row, differs):
    declare(cast, "own.tien", cast.commune, label="Tiền tiết kiệm", count=counted, value=value)
    file = read("2026", "Chỉ tiêu | Đơn vị tính | Năm 2026", f"Tiền tiết kiệm | {row}")
    found = comparing.compared(file, composed(cast.commune))
    assert bool(found.differing) is differs and found.same == (not differs)


def test_the_reason_is_found_in_the_unit_that_we_count_in(cast):
    declare(cast, "own.tien", cast.commune, label="Tiền tiết kiệm", count="triệu đồng", value=65)
    content = composed(cast.commune)
    row = next(row for row in content.annex if row.label == "Tiền tiết kiệm")
    pair = comparing.Pair(comparing.Line(row.label, "đồng", "65.000.000", "bảng 1"), row)
    assert pair.number == 65 and pair.is_same
    assert "Bằng số" in reasons.reason(pair, content, cast.commune)


HOUSES = {"value": 14, "parts": [["xây", "9"], ["xây mới", "3"], ["sửa", "2"]]}


@pytest.mark.deep(each=3)
@pytest.mark.parametrize(
    ("below", "pairs"),
    [
        (["Trong đó: xây mới | 3", "- sửa | 2"], [("xây mới", "3"), ("sửa", "2")]),
        (["+ xây mới | 8"], [("xây mới", "8")]),
        (["Số phiên tòa | 5", "- xây mới | 3"], []),
        (["Kho xây dựng | 9"], []),
        (["- xâyy | 9"], []),
    ],
)
def test_only_lines_directly_below_that_begin_as_parts_are_compared_with_parts(cast, below, pairs):
    declare(cast, "own.nha", cast.commune, label="Nhà tạm được xóa", count="căn", **HOUSES)
    file = read("2026", "Chỉ tiêu | Năm 2026", "Nhà tạm được xóa | 14", *below)
    found = comparing.compared(file, composed(cast.commune))
    told = [(pair.row.label.removeprefix("Nhà tạm được xóa, "), pair.line.value) for pair in found.differing]
    assert found.same + len(told) == 1 + len(pairs)
    assert told == [one for one in pairs if one[1] == "8"]
