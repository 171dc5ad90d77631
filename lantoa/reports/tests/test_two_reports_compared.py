"""A report made elsewhere is laid beside what is counted: every change is found, nothing is found that is none."""

import datetime as dt
import io
from dataclasses import replace
from decimal import Decimal

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document as read_docx

from lantoa.documents import names
from lantoa.foundation.attachments import Judged
from lantoa.foundation.errors import BadInput
from lantoa.meetings.models import Meeting
from lantoa.outreach.models import Work
from lantoa.reports import actions, comparing, printing, reasons
from lantoa.reports.compose import content_of
from lantoa.reports.models import Report
from lantoa.reports.tests.test_late_numbers_and_silent_ones import mended
from lantoa.reports.tests.world import NOW, YEAR, composed, declare, every_text, furnish, open_terms


@pytest.fixture
def content(cast):
    """A province with enough rows to change ten of them: those are printed too that nobody has recorded."""
    furnish(cast)
    for code, value in (("outreach.articles", 41), ("outreach.columns", 6), ("study.essays", 230)):
        declare(
            cast, code, cast.province, label=code, count="x", section="outreach", addable=True, value=value
        )
    mended(cast, cast.cell), mended(cast, cast.cell, "new")
    return replace(composed(cast.province), gathers=False)


def printed(cast, content):
    report = Report(form="interim", unit=cast.province, starts=YEAR.starts, ends=YEAR.ends)
    return printing.printed(report, content, "docx", today=cast.today).content


def as_file(document):
    out = io.BytesIO()
    document.save(out)
    return Judged("bao-cao.docx", names.DOCX, out.getvalue())


def annex(document):
    """The table of indicators in a Word file of ours."""
    return next(table for table in document.tables if table.rows[0].cells[1].text == "Chỉ tiêu")


def put(cell, text):
    paragraph = cell.paragraphs[0]
    for run in list(paragraph._p.iterchildren()):
        if not run.tag.endswith("}pPr"):
            paragraph._p.remove(run)
    paragraph.add_run(text)


def plant(table, how_many=10):
    """Other numbers in so many rows; the labels of those rows."""
    planted = []
    for number, row in enumerate(table.rows[1:]):
        if number % 3 == 0 and len(planted) < how_many:
            put(row.cells[3], str(7001 + number))
            planted.append(row.cells[1].text)
    return planted


@pytest.mark.deep(slow=True)
def test_our_own_word_unchanged_differs_in_nothing(cast, content):
    file = as_file(read_docx(io.BytesIO(printed(cast, content))))
    found = comparing.compared(comparing.read(file, YEAR), content)
    assert found.same == len(content.annex) and not found.differing
    assert not found.unknown and not found.lacking and not found.stray


@pytest.mark.deep(slow=True)
def test_a_word_that_names_in_one_line_what_nobody_recorded_differs_in_nothing(cast, content):
    content = replace(content, gathers=True)
    file = as_file(read_docx(io.BytesIO(printed(cast, content))))
    found = comparing.compared(comparing.read(file, YEAR), content)
    assert found.same == len(content.rows) < len(content.annex) and not found.differing
    assert not found.unknown and not found.lacking and not found.stray


@pytest.mark.deep(slow=True)
def test_ten_planted_changes_are_found_and_no_other(cast, content):
    document = read_docx(io.BytesIO(printed(cast, content)))
    planted = plant(annex(document))
    found = comparing.compared(comparing.read(as_file(document), YEAR), content)
    assert sorted(pair.line.label for pair in found.differing) == sorted(planted) and len(planted) == 10
    assert found.same == len(content.annex) - 10 and not found.unknown


REWORDED = {
    "Đảng viên": "Tổng số đảng viên",
    "Chi bộ": "Số chi bộ",
    "Bài thu hoạch": "Số bài thu hoạch",
    "Nhà xây mới đã bàn giao": "Số nhà xây mới được bàn giao",
    "Buổi sinh hoạt chuyên đề": "Số buổi sinh hoạt chuyên đề",
}


def foreign(content, changed):
    """A Word nobody printed here: no unit column, rows turned round, labels reworded, groups in merged cells."""
    document = read_docx()
    rows = list(reversed(content.annex))
    table = document.add_table(rows=2, cols=3)
    head = table.rows[0]
    for cell, text in zip(head.cells, ("STT", "Nội dung", "Kết quả năm 2026"), strict=True):
        cell.text = text
    table.rows[1].cells[0].merge(table.rows[1].cells[2]).text = "I. CÁC CHỈ TIÊU"
    for number, row in enumerate(rows, start=1):
        cells = table.add_row().cells
        cells[0].text = str(number)
        cells[1].text = REWORDED.get(row.label, row.label)
        cells[2].text = changed.get(row.label, row.now.shown)
    return document


@pytest.mark.deep(slow=True)
def test_ten_changes_are_found_in_a_word_nobody_printed_here(cast, content):
    told = [row.label for row in content.annex if row.label not in REWORDED][::9][:5]
    changed = {label: str(9001 + number) for number, label in enumerate([*told, *REWORDED])}
    assert len(changed) == 10
    found = comparing.compared(comparing.read(as_file(foreign(content, changed)), YEAR), content)
    assert {pair.row.label for pair in found.differing} == set(changed)
    assert not found.unknown, "every reworded row is known"


TOGETHER = {"Nhà xây mới đã bàn giao", "Nhà sửa chữa đã bàn giao"}


def one_number_for_two(document, told):
    """Labels merged with the running number here and there, and one number over the two rows of houses."""
    table = document.tables[0]
    rows = [(row, row.cells[1].text) for row in table.rows[2:]]
    (first, _label), (second, _other) = (
        (row, label) for row, label in rows if label in TOGETHER | set(REWORDED.values()) and "hà " in label
    )
    for row, label in rows[::7]:
        row.cells[0].text = row.cells[1].text = ""
        row.cells[0].merge(row.cells[1]).text = label
    first.cells[2].text, second.cells[2].text = told, ""
    first.cells[2].merge(second.cells[2])
    return document


@pytest.mark.deep(slow=True)
@pytest.mark.parametrize(("told", "differs"), [("2", False), ("7", True)])
def test_one_number_merged_over_two_rows_is_their_sum_and_no_row_is_told_falsely(content, told, differs):
    labels = [row.label for row in content.annex if row.label not in {*REWORDED, *TOGETHER}][::9][:9]
    changed = {label: str(9001 + number) for number, label in enumerate(labels)}
    document = one_number_for_two(foreign(content, changed), told)
    found = comparing.compared(comparing.read(as_file(document), YEAR), content)
    shown = [set(pair.row.label.split(" + ")) for pair in found.differing]
    assert [one for one in shown if len(one) > 1] == ([TOGETHER] if differs else [])
    assert set.union(*(one for one in shown if len(one) == 1)) == set(changed)
    assert not found.unknown and not found.lacking


def test_merged_cells_of_a_workbook_are_read_as_those_of_a_word():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("Biểu")
        sheet.merge_range("A1:D1", "BIỂU SỐ LIỆU")
        for column, head in enumerate(("TT", "Chỉ tiêu", "Đơn vị tính", "Kỳ báo cáo")):
            sheet.write(2, column, head)
        for row, label in enumerate(("Lớp học", "Nhà xây mới", "Nhà sửa chữa"), start=3):
            sheet.write(row, 1, label)
        sheet.merge_range("C5:C6", "căn"), sheet.merge_range("D5:D6", 14), sheet.write(3, 3, 3)
    file = Judged("bieu.xlsx", names.XLSX, out.getvalue())
    told = [(line.labels, line.unit_of_count, line.value) for line in comparing.read(file, YEAR).lines]
    assert told == [(("Lớp học",), "", "3"), (("Nhà xây mới", "Nhà sửa chữa"), "căn", "14")]


@pytest.mark.deep(slow=True)
def test_a_number_of_the_prose_that_nothing_counts_is_listed_with_its_sentence(content):
    document = read_docx()
    document.add_paragraph(
        "Thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016, năm 2026 có 56/66 tổ chức đảng ủng hộ gần 3 tỷ đồng. "
        "Đã xây 47 căn nhà. Trồng 5.400 cây."
    )
    found = comparing.compared(comparing.read(as_file(document), YEAR), content)
    assert [(one.number, one.sentence) for one in found.stray] == [
        ("47", "Đã xây 47 căn nhà."),
        ("5.400", "Trồng 5.400 cây."),
    ]


@pytest.mark.parametrize(
    ("shown", "numbers"),
    [
        ("56/66 (84,8%)", ("56", "66")),
        ("1.250", ("1250",)),
        ("gần 3 tỷ", ("3000000000",)),
        ("1,5 tỷ đồng", ("1500000000",)),
        ("3 tỷ lệ", ("3",)),
        ("không phát sinh", ()),
        ("–", ()),
        ("0", ()),
        ("86,11%", ("86.11",)),
    ],
)
def test_a_cell_is_read_by_its_numbers(shown, numbers):
    assert comparing.amounts(shown) == numbers


def why(cast, content, code, then):
    row = next(row for row in content.annex if row.code == code)
    pair = comparing.Pair(comparing.Line(row.label, "", str(then), "bảng 1"), row)
    return reasons.reason(pair, content, cast.province)


@pytest.mark.deep(slow=True)
def test_the_likely_reason_is_said(cast):
    open_terms(cast)
    for _number in range(3):
        mended(cast, cast.cell, "new")
    report = actions.begin(unit=cast.province, period=YEAR, by=cast.officer, at=NOW)
    actions.write(report, texts=every_text(), heads={}, by=cast.officer, at=NOW)
    actions.issue(report, on=cast.today, letters="TU", by=cast.leader, at=NOW)
    house = {"unit": cast.cell, "kind": "house", "build": "new", "handed_over_on": dt.date(2026, 5, 1)}
    Work.objects.bulk_create(Work(name=f"Nhà {number}", **house) for number in range(1040))
    content = composed(cast.province)
    assert "đã nêu số này" in why(cast, content, "outreach.houses_built", 3)
    assert why(cast, content, "outreach.houses_built", 1000) == "Có thể đã làm tròn từ 1.043."
    assert why(cast, content, "outreach.houses_built", 777) == ""
    assert content_of(report, now=NOW, today=cast.today)


def test_a_number_by_the_tree_of_then_and_a_declared_one_are_known_as_such(cast):
    declare(cast, "outreach.houses_built", cast.far, label="Nhà", count="căn", addable=False, value=19)
    Meeting.objects.all().delete()
    mended(cast, cast.cell, "new")
    content = composed(cast.province)
    assert "khai báo; nay đếm từ bản ghi" in why(cast, content, "outreach.houses_built", 19)
    assert Decimal(19) not in {row.now.number for row in content.annex}


@pytest.mark.deep(slow=True)
def test_on_the_page_nothing_is_kept_and_another_kind_of_file_is_refused(cast, content):
    client, address = cast.client("officer"), reverse("reports:compare")
    document = read_docx(io.BytesIO(printed(cast, content)))
    [planted] = plant(annex(document), 1)
    file = SimpleUploadedFile("cu.docx", as_file(document).content, names.DOCX)
    data = {"unit": cast.province.code, "period": "2026"}
    page = client.post(address, data | {"file": file}).content.decode()
    assert "1 số khác nhau" in " ".join(page.split()) and planted in page and "7.001" not in page
    assert "7001" in page and not Report.objects.exists()
    text = SimpleUploadedFile("cu.pdf", b"%PDF-1.4\n%%EOF", "application/pdf")
    assert client.post(address, data | {"file": text}).status_code == 400
    assert client.post(address, data | {"period": "mùa xuân", "file": file}).status_code == 400


def test_a_file_that_is_no_workbook_is_refused_in_words():
    with pytest.raises(BadInput, match="Không mở được tệp Excel"):
        comparing.read(Judged("x.xlsx", names.XLSX, b"PK"), YEAR)
    with pytest.raises(BadInput, match="Chọn tệp Word"):
        comparing.read(Judged("x.txt", "text/plain", b"PK"), YEAR)
