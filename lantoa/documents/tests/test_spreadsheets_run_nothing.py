"""What people typed never runs in a spreadsheet: text stays text in Excel, and is guarded in CSV."""

import csv as plain_csv
import datetime as dt
import io
import re
import zipfile
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from lantoa.documents import csv, xlsx
from lantoa.documents.paper import Cell, Column, Table
from lantoa.documents.xlsx import Sheet
from lantoa.foundation.errors import BadInput
from lantoa.foundation.text import clean

ATTACKS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "  =1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "−1",
    '=HYPERLINK("http://x","y")',
    "=cmd|' /C calc'!A0",
    "'=1+1",
    '"=1+1',
    "{=1+1}",
    "https://example.test/a",
]
STARTERS = "=+-@＝＋－＠﹦﹢﹣﹫−"


def column(*values, **about):
    return Table((Column("Nội dung", **about),), [(value,) for value in values])


def read_csv(content):
    return list(plain_csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def read_xlsx(content, sheet=0):
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(sheet).to_python()


def sheet_xml(content, number=1):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(f"xl/worksheets/sheet{number}.xml").decode()


@pytest.mark.parametrize("attack", ATTACKS[:14])
def test_csv_puts_an_apostrophe_before_what_could_run(attack):
    [[_title], [cell]] = read_csv(csv.write(column(attack)))
    assert cell.startswith("'")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("a;=1+1", "a;'=1+1"),
        ("a, =1+1", "a, '=1+1"),
        ("dòng một\n- dòng hai", "dòng một\n'- dòng hai"),
        ("a|＝1", "a|'＝1"),
        ("5-7 việc; 3+2", "5-7 việc; 3+2"),
        ("012345678901", "012345678901"),
    ],
)
def test_csv_guards_what_follows_a_separator_and_leaves_the_rest(typed, written):
    """Where ";" parts cells Excel ignores the quotes of later cells, so that the middle of a text could run."""
    assert read_csv(csv.write(column(typed)))[1] == [written]


@given(st.text(alphabet=st.sampled_from([*STARTERS, *"',;|\t\r\n \"a5"]), max_size=12))
@example("''=1")
@example("\t=1")
def test_what_is_guarded_can_be_read_back_and_nothing_runs(typed):
    guarded = csv.guard(typed)
    assert csv.unguard(guarded) == typed
    for piece in re.split(r"[,;|\t\r\n]", guarded):
        assert not piece.strip().startswith(tuple(STARTERS))
    assert not guarded.startswith(("\t", "\r", "\n"))


def test_titles_are_guarded_too():
    table = Table((Column("=1+1"), Column("Cá nhân", group="Mô hình")), [])
    assert read_csv(csv.write(table)) == [["'=1+1", "Mô hình – Cá nhân"]]


def test_csv_opens_in_vietnamese():
    table = Table(
        (Column("Đơn vị"), Column("Số", "number"), Column("Ngày", "date"), Column("Lúc", "date")),
        [
            (
                "Chi bộ thôn Nà Lùng",
                Decimal("-1234.5"),
                dt.date(2026, 11, 6),
                dt.datetime(2026, 11, 6, 20, 45),
            ),
            (None, Cell(12), None, None),
        ],
    )
    content = csv.write(table)
    assert content.startswith(b"\xef\xbb\xbf") and b"\r\n" in content
    assert read_csv(content)[1:] == [
        ["Chi bộ thôn Nà Lùng", "-1234,5", "06/11/2026", "06/11/2026 20:45"],
        ["", "12", "", ""],
    ]


def test_csv_comes_piece_by_piece():
    pieces = csv.lines(Table((Column("Số", "number"),), ((n,) for n in range(10**9))))
    assert [next(pieces) for _ in range(3)][1:] == [b'"0"\r\n', b'"1"\r\n']


@pytest.mark.parametrize("attack", ATTACKS)
def test_excel_gets_text_and_no_formula_or_link(attack):
    content = xlsx.write([Sheet("Bảng", column(attack), title=attack, notes=(attack,))])
    xml = sheet_xml(content)
    assert "<f>" not in xml and "hyperlink" not in xml
    assert read_xlsx(content)[-1] == [clean(attack)]
    assert re.search(r'<c r="A5"[^>]* t="(inlineStr|s)"', xml), "the cell is typed as text"


def test_leading_zeros_and_long_numbers_keep_every_digit():
    typed = ("001099012345", 10**15 + 1, Decimal("NaN"))
    assert read_xlsx(xlsx.write([Sheet("Bảng", column(*typed))]))[1:] == [
        ["001099012345"],
        ["1000000000000001"],
        ["NaN"],
    ]


def test_numbers_and_days_are_numbers_and_days():
    table = Table(
        (Column("Số", "number"), Column("Tỷ lệ", "number", places=1), Column("Ngày", "date"), Column("Có")),
        [(1234, Decimal("98.06"), dt.date(2026, 11, 6), True), (None, Cell(1.5, bold=True), None, "không")],
    )
    content = xlsx.write([Sheet("Bảng", table)])
    assert read_xlsx(content)[1:] == [
        [1234.0, 98.06, dt.date(2026, 11, 6), "có"],
        ["", 1.5, "", "không"],
    ]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        styles = package.read("xl/styles.xml").decode()
    for shown in ("#,##0", "#,##0.0", "dd/mm/yyyy"):
        assert f'formatCode="{shown}"' in styles


def test_sums_are_formulas_only_where_asked_and_already_worked_out():
    table = Table(
        (Column("Đơn vị"), Column("Số", "number", total=True), Column("Tỷ lệ", "number")),
        [("Xã An Phú", 3, Decimal("98.1")), ("Xã Nậm Khao", Decimal("4.5"), Decimal("97.2"))],
    )
    content = xlsx.write([Sheet("Bảng", table)])
    assert re.findall(r"<f>(.*?)</f>", sheet_xml(content)) == ["SUM(B2:B3)"]
    assert read_xlsx(content)[-1] == ["Tổng", 7.5, ""]
    assert '<autoFilter ref="A1:C3"/>' in sheet_xml(content), "the sum stays out of the filter"


def test_the_header_stays_in_sight_and_repeats_on_paper():
    grouped = Table(
        (Column("Đơn vị"), *(Column(f"Cột {n}", "number", group="Mô hình") for n in range(6))),
        [("Xã", *range(6))],
    )
    content = xlsx.write([Sheet("Bảng", grouped, title="Biểu số 1")])
    xml = sheet_xml(content)
    assert '<pane ySplit="4" topLeftCell="A5"' in xml and '<mergeCell ref="B3:G3"/>' in xml
    assert 'orientation="landscape"' in xml
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert "$3:$4" in package.read("xl/workbook.xml").decode()
    assert read_xlsx(content)[2][:2] == ["", "Mô hình"]


def test_an_empty_table_has_a_header_and_nothing_else():
    content = xlsx.write([Sheet("Bảng", column(total=True, kind="number"))])
    assert read_xlsx(content) == [["Nội dung"]]
    assert "autoFilter" not in sheet_xml(content) and "<f>" not in sheet_xml(content)


def test_a_text_too_long_for_a_cell_is_cut_where_one_can_see_it():
    [_title, [cell]] = read_xlsx(xlsx.write([Sheet("Bảng", column("ă" * 40_000))]))
    assert len(cell) == 32_767 and cell.endswith("ă…")
    [_title, [cell]] = read_xlsx(xlsx.write([Sheet("Bảng", column("😀" * 20_000))]))
    assert cell == "😀" * 16_383 + "…", "Excel counts such a letter twice"


def test_a_table_longer_than_excel_is_refused(monkeypatch):
    monkeypatch.setattr(xlsx, "MOST_ROWS", 5)
    assert len(read_xlsx(xlsx.write([Sheet("Bảng", column(*"abc"))]))) == 4
    with pytest.raises(BadInput, match="Chia nhỏ"):
        xlsx.write([Sheet("Bảng", column(*"abcd"))])


def test_names_of_sheets():
    wanted = ["Biểu số 1: tổng/hợp [mới]", "A" * 40, "A" * 40, "a" * 40, "'x'", "", "History", " \n"]
    assert xlsx.sheet_names(wanted) == [
        "Biểu số 1 tổng hợp mới",
        "A" * 31,
        "A" * 27 + " (2)",
        "a" * 27 + " (3)",
        "x",
        "Bảng",
        "History 1",
        "Bảng (2)",
    ]


@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_any_names_make_a_workbook_that_opens(names):
    content = xlsx.write([Sheet(name, column("x")) for name in names])
    opened = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert len({name.lower() for name in opened.sheet_names}) == len(names)
    assert all(0 < len(name) <= 31 for name in opened.sheet_names)


def test_nobodys_name_is_in_the_file():
    with zipfile.ZipFile(io.BytesIO(xlsx.write([Sheet("Bảng", column("x"))]))) as package:
        core = package.read("docProps/core.xml").decode()
    assert "<dc:creator></dc:creator>" in core and "<cp:lastModifiedBy></cp:lastModifiedBy>" in core


def test_a_row_is_as_high_as_its_longest_text_and_words_stand_right_among_numbers():
    table = Table(
        (Column("Chỉ tiêu", width=20), Column("Kỳ báo cáo", "number", 12)),
        [("Đảng viên", 5), ("Lớp bồi dưỡng, lý luận chính trị đã mở", "chưa ghi")],
    )
    sheet = sheet_xml(xlsx.write([Sheet("Biểu", table)]))
    heights = re.findall(r'<row r="(\d+)"[^>]*? ht="([\d.]+)"', sheet)
    assert heights == [("3", "31.5")], "only what needs two lines has two"
