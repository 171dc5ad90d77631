"""Tables as offices have them: titles above, two-row heads, lost noughts, days that do not exist."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from lantoa.foundation.errors import BadInput
from lantoa.foundation.tables import (
    MONTH_FIRST,
    Choice,
    Column,
    dates_are_ambiguous,
    find_heading,
    guard,
    read_cell,
    read_file,
    read_rows,
    read_text,
    unguard,
    workbook,
)
from lantoa.foundation.tables.columns import DATE, NUMBER, PHONE, TICK

NAME = Column("full_name", "Họ và tên", ("ho ten", "ho ten d c"), required=True)
BORN = Column("born_on", "Ngày sinh", ("sinh ngay", "ngay thang nam sinh"), kind=DATE)
CARD = Column("card_number", "Số thẻ", ("the dv",))
TEL = Column("phone", "Điện thoại", ("dt", "sdt"), kind=PHONE)
STATUS = Column(
    "status", "Diện", choices=(Choice("official", "chính thức", ("ct",)), Choice("probationary", "dự bị"))
)
COLUMNS = [NAME, BORN, CARD, TEL, STATUS]


def table(*lines: str):
    return read_text("\n".join(lines))


def rows_of(*lines: str, **how):
    grid = table(*lines)
    return read_rows(grid, find_heading(grid, COLUMNS), COLUMNS, **how)


def test_titles_above_are_passed_over_and_columns_known_by_name_without_marks():
    (row,) = rows_of(
        "ĐẢNG BỘ XÃ AN PHÚ",
        "DANH SÁCH ĐẢNG VIÊN",
        "",
        "TT\tHọ tên đ/c\tSinh ngày\tThẻ ĐV\tĐT\tGhi chú",
        "1\tTrần Văn Bách\t12/03/1985\t035118207\t912000377\tx",
    )
    assert row.number == 5 and not row.wrongs
    assert row.values["born_on"] == dt.date(1985, 3, 12)
    assert row.values["card_number"] == "035118207", "leading noughts stay"
    assert row.values["phone"] == "0912000377", "the nought a spreadsheet swallowed comes back"


def test_a_head_of_two_rows_and_the_row_of_numbers_under_it_are_read():
    (row,) = rows_of(
        "TT\tHọ và tên\tNgày, tháng, năm sinh\t\tSố thẻ",
        "\t\tNam\tNữ\t",
        "(1)\t(2)\t(3)\t(4)\t(5)",
        "1\tLê Thị Hoa\t\t02/09/1983\t0001",
    )
    assert row.values["born_on"] == dt.date(1983, 9, 2)
    assert row.values["full_name"] == "Lê Thị Hoa"


def test_a_title_that_speaks_of_a_column_is_no_head_over_it():
    units = [
        Column("name", "Tên đơn vị", ("ten chi bo",), required=True),
        Column("parent", "Trực thuộc", ("dang bo",)),
    ]
    grid = table("ĐẢNG BỘ XÃ AN PHÚ", "TT\tTên chi bộ", "1\tChi bộ thôn 1")
    assert find_heading(grid, units).meaning == ["", "name"]


def test_a_name_merged_over_two_columns_is_one_name():
    (row,) = rows_of("Họ và tên\t\tSố thẻ", "Nguyễn Văn\tAn\t01")
    assert row.values["full_name"] == "Nguyễn Văn An"


def test_what_is_wrong_stands_at_its_cell_in_words():
    (row,) = rows_of("Họ tên\tNgày sinh\tĐT\tDiện", "\t31/02/1980\t12ab\tlạ")
    assert row.wrongs["full_name"] == "chưa có họ và tên"
    assert row.wrongs["born_on"] == "ngày sinh 31/02/1980 không có thật"
    assert "nhập đủ 10 chữ số" in row.wrongs["phone"]
    assert row.wrongs["status"] == "không hiểu diện “lạ”; dùng: chính thức, dự bị"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2/9/1983", dt.date(1983, 9, 2)),
        ("02.09.1983", dt.date(1983, 9, 2)),
        ("02091983", dt.date(1983, 9, 2)),
        ("1983-09-02", dt.date(1983, 9, 2)),
        ("30561", dt.date(1983, 9, 2)),
        ("2/9/83", dt.date(1983, 9, 2)),
        ("2/9/1983 00:00:00", dt.date(1983, 9, 2)),
    ],
)
def test_days_are_read_as_people_and_spreadsheets_write_them(text, day):
    assert read_cell(text, BORN) == day


@pytest.mark.parametrize("text", ["1980", "5/1980", "sáng nay", "0/0/0000", "1/1/99999", "31/12/1800"])
def test_what_is_no_day_is_refused_in_words(text):
    with pytest.raises(BadInput, match="ngày sinh"):
        read_cell(text, BORN)


def test_one_question_where_a_whole_file_may_be_month_first():
    assert dates_are_ambiguous(["01/02/1980", "03/25/1980"])
    assert not dates_are_ambiguous(["01/02/1980", "25/03/1980"])
    assert read_cell("03/25/1980", BORN, MONTH_FIRST) == dt.date(1980, 3, 25)


def test_numbers_ticks_and_formulas():
    money = Column("money", "Số tiền", kind=NUMBER)
    assert str(read_cell("1.234,5", money)) == "1234.5"
    with pytest.raises(BadInput, match="viết 1.234,5"):
        read_cell("1,234.5", money)
    assert read_cell("x", Column("head", "Đứng đầu", kind=TICK)) is True
    with pytest.raises(BadInput, match="công thức"):
        read_cell('=HYPERLINK("http://a")', NAME)


def test_invisible_marks_decomposed_letters_and_hard_blanks_do_not_matter():
    (row,) = rows_of("Ho\u0323 te\u0302n\u00a0", "Hoa\u0300ng\u00a0 \u200bMinh")
    assert row.values["full_name"] == "Hoàng Minh"


def test_without_a_heading_every_column_is_there_and_means_nothing():
    heading = find_heading(table("1\tA B\t2", "2\tC D\t3"), COLUMNS)
    assert not heading.is_found and len(heading.meaning) == 3 and heading.first_row == 0


def test_a_remembered_heading_means_what_it_meant():
    grid = table("Họ tên\tMã cũ", "Lê Thị Hoa\t12")
    heading = find_heading(grid, COLUMNS, {"ma cu": "card_number"})
    assert heading.meaning == ["full_name", "card_number"]


def test_a_table_in_an_old_font_is_turned_into_todays_letters_and_said():
    grid = table("Hä vµ tªn\tChi bé", "§ç ThÞ H­êng\tChi bé th«n Nµ Lïng")
    assert grid.old_font == "TCVN3"
    assert grid.rows[1] == ["Đỗ Thị Hường", "Chi bộ thôn Nà Lùng"]
    assert table("Họ tên", "Đỗ Thị Hường").old_font == ""


def test_a_csv_of_an_office_reads_with_semicolons_and_a_mark_at_its_head():
    grid = read_file("a.csv", "\ufeffHọ tên;Số thẻ\nLê Thị Hoa;012\n".encode())
    assert grid.rows == [["Họ tên", "Số thẻ"], ["Lê Thị Hoa", "012"]]


def book(write, name="a.xlsx"):
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out, {"in_memory": True})
    write(workbook, workbook.add_worksheet())
    workbook.close()
    return out.getvalue()


def test_a_workbook_gives_days_and_numbers_as_people_type_them():
    def write(workbook, sheet):
        sheet.write_row(0, 0, ["Họ tên", "Ngày sinh", "Số thẻ", "Tiền"])
        sheet.write_row(1, 0, ["Lê Thị Hoa"])
        sheet.write_datetime(1, 1, dt.datetime(1983, 9, 2), workbook.add_format({"num_format": "dd/mm/yyyy"}))
        sheet.write_string(1, 2, "0012")
        sheet.write_number(1, 3, 1234.5)

    assert read_file("a.xlsx", book(write)).rows[1] == ["Lê Thị Hoa", "02/09/1983", "0012", "1234,5"]


def test_a_formula_is_refused_with_its_cell():
    content = book(lambda _workbook, sheet: sheet.write_formula(2, 1, "=A1+1"))
    with pytest.raises(BadInput, match="Ô B3 là công thức"):
        read_file("a.xlsx", content)


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"xl/workbook.xml": b"<workbook/>", **parts}.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("part", "content", "said"),
    [
        ("xl/vbaProject.bin", b"x", "macro"),
        ("xl/externalLinks/externalLink1.xml", b"<a/>", "tệp khác"),
        ("xl/worksheets/sheet1.xml", b'<!DOCTYPE a [<!ENTITY b "c">]>', "Không mở được"),
    ],
)
def test_a_workbook_that_holds_what_must_not_come_in_is_refused_with_a_sentence(part, content, said):
    with pytest.raises(BadInput, match=said):
        read_file("a.xlsx", packed(**{part: content}))


def test_a_small_file_that_would_unpack_to_a_large_one_is_refused(monkeypatch):
    monkeypatch.setattr(workbook, "MOST_UNPACKED", 1_500_000)
    bomb = packed(**{"xl/worksheets/sheet1.xml": bytes(1_600_000)})
    with pytest.raises(BadInput, match="phình quá lớn"):
        read_file("a.xlsx", bomb)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04hong", "Không mở được"),
        (b"\xd0\xcf\x11\xe0cu", "kiểu cũ"),
        (b"\xff\xd8\xff\xe0anh", "Không đọc được chữ"),
        (b"", "Chưa có gì"),
    ],
)
def test_what_is_no_workbook_is_refused_with_a_sentence(content, said):
    with pytest.raises(BadInput, match=said):
        read_file("a.xlsx", content)


@given(st.text(max_size=200), st.sampled_from(COLUMNS))
def test_no_cell_breaks_the_reader(text, column):
    try:
        read_cell(text, column)
    except BadInput as bad:
        assert str(bad)


@given(st.binary(max_size=300))
def test_no_file_breaks_the_reader(content):
    try:
        grid = read_file("a", content)
        read_rows(grid, find_heading(grid, COLUMNS), COLUMNS)
    except BadInput as bad:
        assert str(bad)


@pytest.mark.parametrize("text", ["=1+1", "'=1+1", "''=", "- một việc", "'tốt'", ""])
def test_what_looks_like_a_formula_goes_out_as_text_and_comes_back_the_same(text):
    assert not guard(text).startswith("=")
    assert unguard(guard(text)) == text
    with pytest.raises(BadInput, match="là công thức"):
        read_cell("=1+1", Column("note", "Ghi chú", ()))


def test_a_workbook_damaged_anywhere_is_refused_in_words():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        for row in range(40):
            sheet.write_row(row, 0, [f"Đỗ Thị {row * 7919 % 101}", f"0351{row * 104729 % 99991:05d}"])
    good = out.getvalue()
    for place in range(30, len(good), 97):
        try:
            read_file("a.xlsx", good[:place] + bytes([good[place] ^ 0xFF]) + good[place + 1 :])
        except BadInput as said:
            assert str(said)
