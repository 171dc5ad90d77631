"""Units × months, the workbook of it, and the one page before a meeting."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from lantoa.meetings import actions as meetings
from lantoa.organisation import actions as organisation
from lantoa.organisation.sectors import block_of
from lantoa.people import actors
from lantoa.reports import paper, twin
from lantoa.reports.compose import compose
from lantoa.reports.forms import form_called
from lantoa.rounds import actions, comparing
from lantoa.rounds.models import Answer, Bound, Round
from lantoa.rounds.tests import stories
from lantoa.statistics.tests.test_the_overview import plan

pytestmark = pytest.mark.django_db
URL = "/tong-quan/theo-thang/"


@pytest.fixture
def sent(cast):
    """One commune has sent for October three days late, the other has not; the deadline is over."""
    found = stories.one_figure(cast)
    stories.send(found, cast.secretary, 3)
    stories.send(found, cast.committee, None, "Chi bộ báo mất mạng.")
    Round.objects.update(due_on=dt.date(2026, 11, 13))
    return found


def met(cell, day):
    meetings.record_meeting(
        unit=cell, by=actors.system(dt.date(2026, 11, 16)), kind="regular", held_on=day, members=10, present=9
    )


def squares(cast, only="", who="province"):
    year = comparing.year_of(getattr(cast, who), 2026, cast.officer, only)
    return {row.place.name: row.squares for row in year.rows}, year


def test_a_square_says_the_worst_of_what_was_due_there(cast, sent):
    found, year = squares(cast, "so-lieu")
    near, far = found["Đảng bộ xã An Phú"][9], found["Đảng bộ xã Nậm Khao"][9]
    assert (near.worst.state, near.worst.days, far.worst.state) == ("to_see", 3, "missing")
    assert [row.place.name for row in year.lacking] == ["Đảng bộ xã Nậm Khao"] and year.month == 10
    actions.accept(stories.answer_of(sent, cast.commune), by=cast.officer)
    assert squares(cast, "so-lieu")[0]["Đảng bộ xã An Phú"][9].worst.state == "late"


def test_cells_that_met_are_counted_month_by_month(cast):
    met(cast.far_cell, dt.date(2026, 8, 3))
    for cell in (cast.cell, cast.other_cell):
        meetings.record_meeting(
            unit=cell, by=cast.system, kind="regular", held_on=dt.date(2026, 9, 3), members=10, present=9
        )
    found, _year = squares(cast, "sinh-hoat")
    near = found["Đảng bộ xã An Phú"]
    assert (near[8].worst.state, near[7].worst.state, near[10].worst.state) == ("full", "missing", "none")
    assert "0/2 chi bộ" in near[7].said


def test_a_cell_founded_in_the_course_of_a_month_is_asked_from_the_next_one_on(cast):
    new = {"name": "Chi bộ thôn Mới", "parent": cast.commune, "kind": "party", "level": "cell"}
    organisation.found(**new, on=dt.date(2026, 9, 10), by=cast.system)
    for cell in (cast.cell, cast.other_cell):
        met(cell, dt.date(2026, 9, 3))
        met(cell, dt.date(2026, 10, 3))
    found, _year = squares(cast, "sinh-hoat")
    months = found["Đảng bộ xã An Phú"]
    assert (months[8].worst.state, months[9].worst.state) == ("full", "missing")
    assert "2/3 chi bộ" in months[9].said
    client = cast.client("committee")
    pages = [client.get(f"/sinh-hoat/tat-ca/?thang=2026-{n}").content.decode() for n in ("09", "10")]
    assert ["Chi bộ thôn Mới" in page for page in pages] == [False, True]


def test_what_nobody_has_written_down_yet_is_nobodys_lack(cast):
    """An office that began in September lacks nothing of the months before, and no plan before the first is there."""
    assert squares(cast)[1].is_empty
    met(cast.far_cell, dt.date(2026, 9, 3))
    near = squares(cast)[0]["Đảng bộ xã An Phú"]
    assert [near[month].worst.state for month in (2, 7, 8)] == ["none", "none", "missing"]


def test_the_plan_of_the_year_is_due_in_its_first_quarter(cast):
    plan(cast.far)
    found, _year = squares(cast, "ke-hoach")
    assert found["Đảng bộ xã An Phú"][2].worst.state == "missing"


@pytest.mark.deep(slow=True)
def test_the_page_names_who_lacks_something_first_and_can_show_only_those(cast, sent):
    client = cast.client("officer")
    page = client.get(f"{URL}?xem=so-lieu").content.decode()
    assert page.index("Đảng bộ xã Nậm Khao") < page.index("Đảng bộ xã An Phú")
    only = client.get(f"{URL}?xem=so-lieu&chi=thieu").content.decode()
    assert "Đảng bộ xã An Phú" not in only and "Hiện tất cả" in only
    assert "Ai đã nộp, ai còn thiếu" in client.get("/tong-quan/").content.decode()


def test_an_officer_keeps_to_one_block_of_units_in_the_table_its_links_and_its_workbook(cast, sent):
    """Two communes are one block and nothing to choose; with a hospital beside them there are two."""
    client = cast.client("officer")
    assert 'name="khoi"' not in client.get(f"{URL}?xem=so-lieu").content.decode()
    organisation.found(
        name="Đảng bộ Bệnh viện Đa khoa",
        parent=cast.province,
        kind="party",
        level="grassroots",
        on=dt.date(2026, 1, 1),
        by=cast.system,
    )
    page = client.get(f"{URL}?xem=so-lieu&khoi=commune").content.decode()
    assert "Đảng bộ xã Nậm Khao" in page and "Đảng bộ Bệnh viện Đa khoa" not in page
    assert "khoi=commune&amp;chi=thieu" in page and "khoi=commune&amp;xuat=xlsx" in page
    book = client.get(f"{URL}?xem=so-lieu&khoi=commune&xuat=xlsx")
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(book.content)).get_sheet_by_index(0).to_python()
    assert sheet[0][0].endswith(", khối xã") and "-xa-2026.xlsx" in book["Content-Disposition"]
    other = client.get(f"{URL}?xem=so-lieu&khoi=health").content.decode()
    assert "Đảng bộ Bệnh viện Đa khoa" in other and "Đảng bộ xã Nậm Khao" not in other
    assert "Đảng bộ xã Nậm Khao" in client.get(f"{URL}?xem=so-lieu&khoi=la-gi").content.decode()


def test_a_commune_is_a_commune_whatever_it_is_called():
    names = (
        "Đảng ủy xã Bản Lầu",
        "Đảng ủy phường Trung Sơn",
        "Đảng ủy UBND tỉnh",
        "Đảng ủy Công an tỉnh",
        "Tổ 7",
    )
    assert [block_of(name) for name in names] == ["commune", "ward", "office", "forces", ""]


def test_the_overview_fetches_its_first_rows_and_is_a_plain_link_without_that(cast, sent):
    client = cast.client("officer")
    link = f'href="{URL}?don-vi={cast.province.code}&amp;ky=2026"'
    assert link in client.get("/tong-quan/").content.decode()
    part = client.get(
        f"{URL}?don-vi={cast.province.code}&ky=2026", headers={"HX-Request": "true"}
    ).content.decode()
    assert "<html" not in part and "Đảng bộ xã Nậm Khao" in part and "Hiện cả 2, lọc" in part
    alone = client.get(f"{URL}?don-vi={cast.far_cell.code}&ky=2026", headers={"HX-Request": "true"})
    assert not alone.content.strip(), "a unit with nothing below it has no such table"


def test_the_workbook_counts_by_formulas(cast, sent):
    answer = cast.client("officer").get(f"{URL}?xem=so-lieu&xuat=xlsx")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert rows[2][0] == "Đảng bộ xã Nậm Khao" and rows[2][10] == "Thiếu"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml").decode()
    assert "COUNTIF(B3:M3,&quot;Thiếu&quot;)" in sheet or 'COUNTIF(B3:M3,"Thiếu")' in sheet


def test_an_empty_office_is_told_when_there_will_be_something(cast):
    page = cast.client("officer").get(f"{URL}?xem=so-lieu").content.decode()
    assert "Số liệu có từ tháng đầu tiên nộp" in page


def test_the_page_before_a_meeting_has_the_figures_of_the_overview(cast, sent):
    """U14, but for the printing."""
    client = cast.client("leader")
    page, overview = client.get("/trang-truoc-hop/"), client.get("/tong-quan/")
    mine = [(card.title, card.number) for card in page.context["found"].cards]
    theirs = [(card.title, card.number) for card in overview.context["found"].cards]
    assert mine == theirs[:4]
    said = page.content.decode()
    assert "Đảng bộ xã Nậm Khao" in said and "Cần đồng chí quyết" in said


def test_what_grew_and_what_fell_in_thirty_days_stands_on_it(cast):
    for day in (dt.date(2026, 11, 2), dt.date(2026, 11, 3)):
        meetings.record_meeting(
            unit=cast.cell,
            by=cast.system,
            kind="thematic",
            held_on=day,
            topic=str(day),
            members=10,
            present=9,
        )
    page = cast.client("leader").get("/trang-truoc-hop/").content.decode()
    assert "Buổi sinh hoạt chuyên đề: 2 trong 30 ngày qua" in page and "30 ngày trước đó: chưa ghi" in page


def test_rules_between_figures_are_kept_as_data(cast):
    client = cast.client("officer")
    assert "Quy tắc thường dùng" in client.get("/ky-so-lieu/quy-tac/").content.decode()
    typed = {"part": "registrations.approved", "whole": "registrations.registered"}
    client.post("/ky-so-lieu/quy-tac/", typed)
    bound = Bound.objects.get()
    assert bound.unit == cast.province
    assert "đã có" in client.post("/ky-so-lieu/quy-tac/", typed).content.decode()
    refused = client.post("/ky-so-lieu/quy-tac/", {"part": typed["part"], "whole": typed["part"]})
    assert "Chọn hai chỉ tiêu khác nhau" in refused.content.decode()
    mixed = {"part": "commendations.distinct_people", "whole": "study.attended"}
    refused = client.post("/ky-so-lieu/quy-tac/", mixed).content.decode()
    assert "một người có thể có nhiều lượt" in refused and Bound.objects.count() == 1
    assert cast.client("committee").post(f"/ky-so-lieu/quy-tac/{bound.pk}/bo/").status_code == 403
    client.post(f"/ky-so-lieu/quy-tac/{bound.pk}/bo/")
    assert not Bound.objects.exists()


@pytest.mark.deep(slow=True)
def test_a_report_of_the_same_period_names_the_gaps_of_the_round(cast, sent):
    stories.send(sent, cast.officer, 1, "Xã Nậm Khao mất mạng ba ngày.")
    form = form_called("interim")
    now = dt.datetime(2026, 11, 16, 1, tzinfo=dt.UTC)
    content = compose(form, cast.province, stories.OCTOBER, now=now, today=cast.today)
    said = " ".join(paper.gaps(content))
    assert "có số của 1/3 đơn vị" in said and "Chi bộ bản Pa Khao" in said and "mất mạng ba ngày" in said
    assert twin.as_dict(content)["rounds"] == list(content.coverage)
    stories.send(sent, cast.far_secretary, 4)
    later = compose(form, cast.province, stories.OCTOBER, now=now, today=cast.today)
    assert any("2/3" in one for one in later.coverage) and Answer.objects.count() == 6
