"""The annex names the models one by one, and says of what units declare what they said a year before."""

import datetime as dt

import pytest

from lantoa.adoptions import actions as adoptions
from lantoa.adoptions.queries.following import numbers_of
from lantoa.foundation.dates import Period
from lantoa.practices import actions as practices
from lantoa.practices.models import Practice
from lantoa.practices.tests import stories
from lantoa.reports import paper, twin
from lantoa.reports.compose import content_of
from lantoa.reports.content import as_json, content_from
from lantoa.reports.models import Report
from lantoa.reports.tests.test_what_a_report_says import items
from lantoa.reports.tests.world import NOW, YEAR, composed, declare

HALL = "Nhà văn hóa sáng đèn"


@pytest.mark.deep(slow=True)
def test_a_model_stands_with_its_decision_its_result_and_where_it_was_taken_over(cast):
    hall = stories.running(cast)
    practices.recognise(
        hall,
        level="grassroots",
        decision_number="12-QĐ/ĐU",
        decided_on=dt.date(2026, 5, 4),
        by=cast.committee,
    )
    practices.report_result(
        hall, text="120 việc dân hỏi được trả lời.", on=dt.date(2026, 6, 1), by=cast.secretary
    )
    (row,) = composed(cast.province).practices
    assert (row.name, row.subject, row.unit, row.year) == (
        HALL,
        "tập thể",
        "Chi bộ Trường THCS Hòa Bình",
        2026,
    )
    assert row.recognised == "cấp cơ sở: 12-QĐ/ĐU" and row.result == "120 việc dân hỏi được trả lời"
    assert row.taken_over == 0 and row.url == hall.get_absolute_url()
    practices.stop(hall, reason="Ít người đến.", by=cast.secretary, on=dt.date(2026, 11, 2))
    assert composed(cast.province).practices[0].result.endswith("; dừng ngày 02/11/2026")
    assert composed(cast.far).practices == () == composed(cast.province, Period.year(2025)).practices


@pytest.mark.deep(slow=True)
def test_where_it_was_taken_over_is_counted_as_the_library_does_at_any_remove(cast):
    hall = stories.running(cast)
    second = adoptions.adopt(hall, by=cast.other_secretary, on=dt.date(2026, 4, 16)).practice
    adoptions.adopt(second, by=cast.far_secretary, on=dt.date(2026, 6, 1))
    (row,) = composed(cast.province).practices
    assert (
        row.taken_over == numbers_of(Practice.objects.filter(pk=hall.pk), cast.today)[hall.pk].taken_over == 2
    )


def test_who_does_not_agree_to_be_named_is_in_no_table(cast):
    hers = stories.of_a_member(cast)
    stories.proposed(hers, cast.member)
    assert composed(cast.cell).practices == ()


@pytest.mark.deep(slow=True)
def test_the_table_is_printed_kept_and_read_on_the_page(cast):
    stories.running(cast)
    content = composed(cast.commune)
    assert content_from(as_json(content)).practices == content.practices
    report = Report.objects.create(unit=cast.commune, starts=YEAR.starts, ends=YEAR.ends)
    table = paper.practices(content_of(report, now=NOW, today=cast.today))
    assert [column.title for column in table.columns][-3:] == [
        "Kết quả",
        "Công nhận (số QĐ)",
        "Nhân rộng (nơi)",
    ]
    assert table.rows[0][6] == "2026", "a year has no thousands"
    assert b"xl/worksheets/sheet3.xml" in twin.workbook(content)
    page = cast.client("committee").get(f"/bao-cao/{report.pk}/phu-luc/").content.decode()
    assert "Các mô hình tự xây dựng đã đăng ký, đang thực hiện" in page and HALL in page


def told(cast, label):
    return next(row for row in composed(cast.commune).annex if row.label == label)


@pytest.mark.deep(slow=True)
def test_what_units_declare_stands_beside_the_year_before_and_what_has_come_together(cast):
    more = {"label": "Hộ hiến đất", "count": "hộ", "addable": True}
    declare(cast, "own.hien_dat", cast.cell, value=12, **more)
    row = told(cast, "Hộ hiến đất")
    assert (row.now.shown, row.before.shown, row.since.shown) == ("12", "", "12")
    declare(cast, "own.hien_dat", cast.cell, value=9, period="2025", **more)
    declare(cast, "own.ngay_cong", cast.cell, value=5, period="2026-Q3", **more | {"label": "Ngày công"})
    row, days = told(cast, "Hộ hiến đất"), told(cast, "Ngày công")
    assert (row.now.shown, row.before.shown) == ("12", "9")
    assert days.note.endswith("lũy kế từ ngày 01/7/2026, trước đó chưa khai")


def given(cast, unit, value, period="2026"):
    declare(
        cast, "own.hien_dat", unit, label="Hộ hiến đất", count="hộ", addable=True, value=value, period=period
    )


def of_the_province(cast, period=YEAR):
    return next(row for row in composed(cast.province, period).annex if row.label == "Hộ hiến đất")


@pytest.mark.deep(slow=True)
def test_a_sum_stands_beside_the_year_before_only_where_the_same_units_said_the_same_time(cast):
    given(cast, cast.commune, 200), given(cast, cast.far, 100)
    given(cast, cast.commune, 9, "2025-H1"), given(cast, cast.far, 6, "2025-H2")
    row = of_the_province(cast)
    assert (row.now.shown, row.before.shown) == ("300", "")
    assert "cùng kỳ 2 đơn vị khai 15, khác nơi hoặc khác thời gian" in row.note
    given(cast, cast.commune, 8, "2025-H2"), given(cast, cast.far, 5, "2025-H1")
    row = of_the_province(cast)
    assert row.before.shown == "28" and "cùng kỳ" not in row.note, "two halves are the year"


@pytest.mark.deep(slow=True)
def test_what_has_come_together_is_that_of_all_and_says_of_whom_and_what_is_missing(cast):
    given(cast, cast.commune, 10, "2026-Q1"), given(cast, cast.far, 20, "2026-Q4")
    row = of_the_province(cast, Period.parse("2026-Q4"))
    assert (row.now.shown, row.since.shown) == ("20", "30")
    assert "lũy kế cộng của Đảng bộ xã Nậm Khao, Đảng bộ xã An Phú" in row.note
    assert "Đảng bộ xã An Phú chưa khai từ 01/04/2026 đến 31/12/2026" in row.note


@pytest.mark.deep(slow=True)
def test_a_gap_in_the_middle_of_what_has_come_together_is_named(cast):
    given(cast, cast.commune, 10, "2026-Q1"), given(cast, cast.commune, 20, "2026-Q3")
    row = of_the_province(cast, Period.parse("2026-Q3"))
    assert row.since.shown == "30" and row.note.endswith("lũy kế chưa đủ: chưa khai quý II/2026")
    given(cast, cast.commune, 5, "2026-Q2")
    row = of_the_province(cast, Period.parse("2026-Q3"))
    assert row.since.shown == "35" and "lũy kế" not in row.note


def test_what_cannot_be_added_has_a_year_before_and_nothing_together(cast):
    more = {"label": "Mức hài lòng", "count": "%", "kind": "percent"}
    declare(cast, "own.hai_long", cast.commune, value=98, **more)
    declare(cast, "own.hai_long", cast.commune, value=95.5, period="2025", **more)
    row = told(cast, "Mức hài lòng")
    assert (row.now.shown, row.before.shown, row.since.shown) == ("98%", "95,5%", "")


@pytest.mark.deep(slow=True)
def test_a_nought_of_what_is_there_on_a_day_is_a_result_and_told(cast):
    left = {"label": "Hộ nghèo", "count": "hộ", "value": 0}
    declare(cast, "own.ho_ngheo", cast.commune, meaning="on_day", **left)
    assert items(composed(cast.commune), "duty") == ["Có 0 hộ nghèo."]


@pytest.mark.deep(slow=True)
def test_that_nothing_happened_is_said_in_the_annex_and_makes_no_sentence(cast):
    declare(cast, "own.ngay_cong", cast.commune, label="Ngày công", count="ngày công", value=0)
    declare(cast, "own.hien_dat", cast.commune, label="Hộ hiến đất", count="hộ", value=12)
    assert items(composed(cast.commune), "duty") == ["Có 12 hộ hiến đất."]
    assert told(cast, "Ngày công").now.shown == "không phát sinh"
