"""The annex answers every row that offices really publish: counted from records, or declared by a ready indicator."""

import datetime as dt
import io

import pytest
from python_calamine import CalamineWorkbook

from lantoa.figures.actions import say_nothing
from lantoa.figures.catalogue import catalogue
from lantoa.figures.library import LIBRARY
from lantoa.foundation.dates import Period
from lantoa.practices.tests import stories as practices
from lantoa.reports import paper, queries, twin
from lantoa.reports.compose import compose
from lantoa.reports.forms import form_called
from lantoa.reports.sentences import slot
from lantoa.reports.tests.world import NOW, YEAR, composed

LEVELS = ("province", "superior", "grassroots", "cell")
# Row of the published annexes → what answers it: measures of records (with their parts), ready indicators.
ROWS = {
    "1 tổ chức đảng, kế hoạch": ("statistics.grassroots", "programme.units_with_plan"),
    "2 văn bản chỉ đạo": ("programme.directives",),
    "3 lớp quán triệt, người dự": ("study.classes", "study.attendance", "study.outside_attended"),
    "4 bài thu hoạch": ("study.essays",),
    "5 đăng ký cá nhân": (
        "registrations.registered",
        "registrations.registered@party=member",
        "registrations.registered@party=outside",
        "registrations.share_of_members",
    ),
    "6 đăng ký tập thể": ("registrations.registered@subject=collective",),
    "7 kết quả đăng ký": ("registrations.completed", "registrations.in_progress"),
    "8 nội dung đột phá": (
        "breakthroughs.titles",
        "breakthroughs.people",
        "breakthroughs.registered@kind=committee",
        "breakthroughs.registered@kind=cell",
        "breakthroughs.completed",
    ),
    "9 mô hình mới": (
        "practices.registered@subject=collective",
        "practices.registered@subject=individual",
        *(f"practices.registered@level={level}" for level in LEVELS),
    ),
    "10 mô hình lũy kế, công nhận, nhân rộng": (
        "practices.registered_total",
        *(f"practices.recognised@level={level}" for level in LEVELS),
        "practices.taken_over",
        "practices.alive_after_6_months",
        "practices.stopped",
    ),
    "11 sinh hoạt chuyên đề, dưới cờ": ("meetings.thematic", "meetings.flag", "meetings.flag_topics"),
    "12 dự sinh hoạt, phát biểu, xếp loại": ("meetings.attendance", "cells.speaking", "ranks.cells"),
    "13 kiểm tra, giám sát": (
        "supervision.inspections",
        "supervision.units_inspected",
        "supervision.persons_inspected",
        "supervision.pointed_out",
        "supervision.pointed_out_mended",
        "shortcomings.found@whose=unit",
        "shortcomings.mended_verified@whose=unit",
    ),
    "14 khen thưởng theo cấp": (
        *(f"commendations.collectives@level={level}" for level in LEVELS),
        *(f"commendations.individuals@level={level}" for level in LEVELS),
        "commendations.individuals@party=member",
        "commendations.individuals@party=outside",
        "commendations.proposed_collectives",
        "commendations.proposed_individuals",
    ),
    "15 tin, bài, tác phẩm": (
        "outreach.articles",
        "outreach.columns",
        "outreach.prize_works",
        "outreach.prizes_won",
    ),
    "16 an sinh": (
        "outreach.donating_units",
        "outreach.money",
        "outreach.houses_built",
        "land.households",
        "land.area",
        "land.gifts",
    ),
    "17 cải cách hành chính": (
        "dossiers.taken_in",
        "dossiers.in_time",
        "dossiers.procedures",
        "ranks.competitive",
    ),
    "18 ý kiến nhân dân": ("outreach.opinions", "outreach.opinions_resolved"),
    "19 kết nạp, lớp đảng viên": ("study.admitted", "study.courses"),
    "20 hộ, hội viên": ("households.registered", "associations.chapters", "associations.people"),
}


@pytest.mark.parametrize("row", ROWS)
def test_each_published_row_has_its_answer(row):
    annex, ready = (
        {row.removesuffix("?") for row in form_called("interim").annex},
        {one.code for one in LIBRARY},
    )
    for code in ROWS[row]:
        counted = slot(code).code in catalogue()
        assert code in (annex if counted else ready), code


def test_every_row_of_the_annex_is_one_that_some_room_counts():
    strange = [row.code for row in form_called("interim").rows if not queries.exists(row)]
    assert strange == []


@pytest.mark.deep(slow=True)
def test_a_part_stands_in_the_annex_when_there_was_one_and_a_whole_always(cast):
    codes = [row.code for row in composed(cast.commune).annex]
    assert "practices.registered" in codes and "practices.registered@level=cell" not in codes
    practices.running(cast)
    told = {row.code: row.now.number for row in composed(cast.commune).annex}
    parts = [code for code in told if code.startswith("practices.registered@level=")]
    assert len(parts) == 1 and told[parts[0]] == told["practices.registered"]


def test_what_nobody_has_recorded_is_named_in_one_line_below_the_rows(cast):
    content = composed(cast.commune)
    unrecorded = len(content.unrecorded)
    assert {row.now.shown for row in content.unrecorded} == {"chưa ghi", ""}
    assert f"Không in {unrecorded} chỉ tiêu chưa ghi." in paper.unrecorded(content)
    book = CalamineWorkbook.from_filelike(io.BytesIO(twin.workbook(content)))
    listed = [row[1] for row in book.get_sheet_by_name("Chỉ tiêu chưa ghi").to_python()]
    assert {row.label for row in content.unrecorded} < {*listed}
    code = content.unrecorded[0].code
    say_nothing(code, unit=cast.commune, period=YEAR, by=cast.committee)
    after = composed(cast.commune)
    assert {row.code: row.now.shown for row in after.rows}[code] == "không phát sinh"
    assert len(after.unrecorded) == unrecorded - 1


def test_what_was_recorded_a_year_before_keeps_its_row(cast):
    practices.running(cast)
    later, form = dt.date(2027, 12, 30), form_called("interim")
    content = compose(form, cast.commune, Period.year(2027), now=NOW, today=later)
    row = {row.code: row for row in content.rows}["practices.registered"]
    assert (row.now.shown, row.before.number) == ("chưa ghi", 1)


@pytest.mark.deep(slow=True)
def test_a_committee_over_cells_has_their_table_and_a_province_that_of_its_committees(cast):
    over_cells, over_communes = composed(cast.commune), composed(cast.province)
    assert over_cells.columns[:3] == ("Đảng số", "Sinh hoạt lệ (buổi)", "Đảng viên dự sinh hoạt lệ")
    assert "Đột phá được duyệt" in over_communes.columns
    names = [row.name for row in over_cells.units]
    assert "Chi bộ Trường THCS Hòa Bình" in names and names[-1] == "Toàn đơn vị"
