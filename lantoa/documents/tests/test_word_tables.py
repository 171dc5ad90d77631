"""Tables and annexes in Word: headers repeat, rows stay whole, numbers stand right, wide ones lie down."""

import datetime as dt
from decimal import Decimal

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from lantoa.documents.paper import Annex, Cell, Column, Paragraph, Table
from lantoa.documents.tests.papers import everything, line, look, opened, party, setting, text_of

pytestmark = pytest.mark.django_db

CELLS = Table(
    (
        Column("TT", "order", 4),
        Column("Tên chi bộ", width=24),
        Column("Đảng số", "number", 8, total=True),
        Column("Tỷ lệ (%)", "number", 8, places=1),
        Column("Ngày", "date", 10),
    ),
    [
        (1, "Chi bộ Trường THCS Hòa Bình", 1234, Decimal("98.06"), dt.date(2026, 11, 6)),
        (2, "Chi bộ thôn Nà Lùng", Cell(21, bold=True, link="https://lantoa.test/a/"), Decimal("100"), None),
    ],
)


def wide(columns, rows=()):
    return Table(tuple(Column(f"Cột {n}", "number") for n in range(columns)), list(rows))


def rows_of(document, which):
    return document.tables[which]._tbl.tr_lst


def texts(row):
    return [text_of(cell) for cell in row.tc_lst]


def has(row, name):
    return row.find(f"{qn('w:trPr')}/{qn(f'w:{name}')}") is not None


def test_the_header_row_repeats_and_no_row_is_split():
    rows = rows_of(opened(party(blocks=(CELLS,))), 1)
    assert [has(row, "tblHeader") for row in rows] == [True, False, False, False]
    assert all(has(row, "cantSplit") for row in rows)


def test_values_are_written_the_vietnamese_way():
    rows = rows_of(opened(party(blocks=(CELLS,))), 1)
    assert texts(rows[1]) == ["1", "Chi bộ Trường THCS Hòa Bình", "1.234", "98,1", "06/11/2026"]
    assert texts(rows[2]) == ["2", "Chi bộ thôn Nà Lùng", "21", "100,0", ""]


def test_numbers_stand_right_and_running_numbers_in_the_middle():
    first = rows_of(opened(party(blocks=(CELLS,))), 1)[1]
    aligned = [setting(cell.find(qn("w:p")), "jc", "val") for cell in first.tc_lst]
    assert aligned == ["center", "left", "right", "right", "center"]


def test_only_the_column_that_asked_has_a_sum():
    total = rows_of(opened(party(blocks=(CELLS,))), 1)[-1]
    assert texts(total) == ["", "Tổng", "1.255", "", ""]
    assert all(look(cell.find(qn("w:p")))[1] for cell in total.tc_lst)


def test_a_table_is_as_wide_as_the_text():
    grid = opened(party(blocks=(CELLS,))).tables[1]._tbl.tblGrid
    widths = [int(column.get(qn("w:w"))) for column in grid]
    assert sum(widths) == pytest.approx(165 / 25.4 * 1440, abs=5)
    assert widths[1] == pytest.approx(widths[0] * 6, abs=3)


def test_a_cell_leads_to_the_list_behind_its_number():
    document = opened(party(blocks=(CELLS,)))
    [link] = document.tables[1]._tbl.iter(qn("w:hyperlink"))
    assert text_of(link) == "21"
    assert document.part.rels[link.get(qn("r:id"))].target_ref == "https://lantoa.test/a/"


def test_columns_share_a_title():
    grouped = Table(
        (
            Column("Đơn vị"),
            Column("Tập thể", "number", group="Mô hình"),
            Column("Cá nhân", "number", group="Mô hình"),
        ),
        [("Xã An Phú", 3, 4)],
    )
    above, below, first = rows_of(opened(party(blocks=(grouped,))), 1)
    assert texts(above) == ["Đơn vị", "Mô hình"] and texts(below) == ["", "Tập thể", "Cá nhân"]
    assert has(above, "tblHeader") and has(below, "tblHeader") and not has(first, "tblHeader")
    assert [tc.find(f".//{qn('w:gridSpan')}") is not None for tc in above.tc_lst] == [False, True]
    merged = [row.tc_lst[0].find(f".//{qn('w:vMerge')}").get(qn("w:val")) for row in (above, below)]
    assert merged == ["restart", "continue"]


@pytest.mark.parametrize(("columns", "lies"), [(6, False), (7, True)])
def test_an_annex_of_more_than_six_columns_lies_down(columns, lies):
    annex = Annex("Biểu tổng hợp", wide(columns, [range(columns)]), ("Số liệu đến 08 giờ.",))
    document = opened(party(blocks=(Paragraph("Nội dung"), annex)))
    first, second = document.sections
    assert first.orientation == WD_ORIENT.PORTRAIT and first.page_width < first.page_height
    assert (second.orientation == WD_ORIENT.LANDSCAPE) is lies
    assert (second.page_width > second.page_height) is lies
    assert not second.different_first_page_header_footer and second.header.is_linked_to_previous


def test_an_annex_follows_the_signature_and_names_its_paper():
    blocks = (Annex("Biểu tổng hợp", CELLS, ("Chưa có số liệu của 1 chi bộ.",)), Paragraph("Nội dung"))
    lines = everything(opened(party(blocks=blocks)))
    order = [
        "Nội dung",
        "Trần Quốc Hùng",
        "Phụ lục",
        "BIỂU TỔNG HỢP",
        "(kèm theo Báo cáo số 05-BC/ĐU, ngày 06/11/2026)",
    ]
    assert sorted(order, key=lines.index) == order
    assert lines[-1] == "Chưa có số liệu của 1 chi bộ."


def test_several_annexes_are_counted():
    document = opened(
        party(number=None, day_is_blank=True, blocks=(Annex("Một", CELLS), Annex("Hai", CELLS)))
    )
    lines = everything(document)
    assert "Phụ lục 1" in lines and "Phụ lục 2" in lines and len(document.sections) == 3
    assert "(kèm theo Báo cáo số       -BC/ĐU, ngày       /11/2026)" in lines


def test_an_annex_of_a_paper_without_a_number():
    document = opened(party(body_abbreviation="", blocks=(Annex("Một", CELLS),)))
    assert look(line(document, "(kèm theo Báo cáo ngày 06/11/2026)"))[2] is True


def test_a_section_break_takes_no_room():
    document = opened(party(blocks=(Annex("Một", CELLS),)))
    [hidden] = document.element.body.xpath("./w:p[w:pPr/w:sectPr]")
    assert setting(hidden, "spacing", "line") == "20"


def test_columns_of_an_unknown_kind_or_a_sum_of_words_are_refused():
    with pytest.raises(ValueError, match="a column holds"):
        Column("Sai", "money")
    with pytest.raises(ValueError, match="only a number column"):
        Column("Sai", "text", total=True)


def test_a_row_with_a_cell_missing_is_refused():
    with pytest.raises(ValueError, match="zip"):
        opened(party(blocks=(Table(CELLS.columns, [(1, "thiếu")]),)))


def test_yes_and_no_are_words():
    table = Table((Column("Có kế hoạch"),), [(True,), (False,)])
    assert [texts(row) for row in rows_of(opened(party(blocks=(table,))), 1)[1:]] == [["có"], ["không"]]
