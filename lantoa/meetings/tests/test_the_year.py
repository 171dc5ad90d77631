"""The year of a cell, who has not met, and what is asked of the secretary."""

import datetime as dt

import pytest

from lantoa.meetings import actions, queries, todo
from lantoa.meetings.models import Meeting

pytestmark = pytest.mark.django_db


def hold(cast, day, kind="regular", unit=None, **fields):
    unit = unit or cast.cell
    return actions.record_meeting(
        unit=unit, by=cast.system, kind=kind, held_on=day, members=10, present=9, **fields
    )


def titles(actor):
    return [task.title for task in todo.items(actor)]


def test_months_that_are_held_missing_now_and_to_come(cast):
    hold(cast, dt.date(2026, 9, 3))
    hold(cast, dt.date(2026, 9, 7), kind="flag")
    months, quarters = queries.months_of(cast.cell, 2026, cast.secretary)
    assert [m.state for m in months] == ["missing"] * 8 + ["held", "missing", "now", "later"]
    assert [q.state for q in quarters] == ["missing", "missing", "missing", "now"]
    assert len(months[8].others) == 1


def test_a_quarter_is_filled_by_a_thematic_meeting_or_by_the_second_part_of_a_regular_one(cast):
    hold(cast, dt.date(2026, 2, 3), combined=True, topic="Nêu gương")
    hold(cast, dt.date(2026, 5, 20), kind="thematic", topic="Nói đi đôi với làm")
    hold(cast, dt.date(2026, 8, 3), kind="flag", topic="Tiết kiệm")
    months, quarters = queries.months_of(cast.cell, 2026, cast.secretary)
    assert [q.state for q in quarters] == ["held", "held", "missing", "now"]
    # The thematic meeting of May does not stand in for the regular one.
    assert [months[m].state for m in (1, 4, 7)] == ["held", "missing", "missing"]


def test_the_page_of_the_year(cast, django_assert_max_num_queries):
    client = cast.client("secretary")
    empty = client.get("/sinh-hoat/").content.decode()
    assert "Chưa có buổi nào. Thêm buổi đầu tiên." in empty
    for month in range(1, 11):
        hold(cast, dt.date(2026, month, 3))
    with django_assert_max_num_queries(30):
        page = client.get("/sinh-hoat/").content.decode()
    assert "Đã ghi 10 trên 11 tháng." in page and page.count("Ghi buổi họp") == 1
    assert "Chưa có buổi nào" in client.get("/sinh-hoat/?nam=2024").content.decode()


def test_a_unit_without_members_of_its_own_opens_on_the_cells_below(cast, django_assert_max_num_queries):
    client = cast.client("committee")
    assert client.get("/sinh-hoat/")["Location"] == "/sinh-hoat/tat-ca/"
    hold(cast, dt.date(2026, 11, 3))
    client.get("/sinh-hoat/tat-ca/")
    with django_assert_max_num_queries(30):
        page = client.get("/sinh-hoat/tat-ca/").content.decode()
    assert "1/2" in page and "Chi bộ thôn Nà Lùng" in page and "Chi bộ bản Pa Khao" not in page
    assert "0/2" in client.get("/sinh-hoat/tat-ca/?thang=2026-10").content.decode()
    assert "Chưa có buổi nào trong tháng này." in client.get("/sinh-hoat/tat-ca/?loai=flag").content.decode()
    one_cell = client.get(f"/sinh-hoat/?don-vi={cast.other_cell.code}").content.decode()
    assert "Chi bộ thôn Nà Lùng" in one_cell
    assert client.get(f"/sinh-hoat/?don-vi={cast.far_cell.code}").status_code == 404


def test_the_secretary_of_another_cell_sees_nothing_of_this_one(cast):
    hold(cast, dt.date(2026, 11, 3), done="Việc riêng của chi bộ.")
    meeting = Meeting.objects.get()
    assert cast.client("other_secretary").get(meeting.get_absolute_url()).status_code == 404
    assert "03/11/2026" not in cast.client("other_secretary").get("/sinh-hoat/tat-ca/").content.decode()


def test_the_meeting_of_the_month_is_asked_for_after_the_third(cast):
    assert "Ghi buổi sinh hoạt tháng 11" in titles(cast.secretary)
    hold(cast, dt.date(2026, 11, 3))
    assert "Ghi buổi sinh hoạt tháng 11" not in titles(cast.secretary)


def test_months_left_out_are_asked_for_together(cast):
    for month in (7, 10):
        hold(cast, dt.date(2026, month, 3))
    assert "Ghi bù buổi sinh hoạt tháng 8, 9" in titles(cast.secretary)
    hold(cast, dt.date(2026, 8, 3))
    (one,) = [task for task in todo.items(cast.secretary) if "bù" in task.title]
    assert one.url.endswith("?loai=regular&thang=2026-09")


def test_the_quarter_needs_its_thematic_meeting(cast):
    assert "Ghi sinh hoạt chuyên đề quý IV" in titles(cast.secretary)
    hold(cast, dt.date(2026, 10, 20), kind="thematic", topic="Nêu gương")
    assert "Ghi sinh hoạt chuyên đề quý IV" not in titles(cast.secretary)


def test_results_not_yet_posted(cast):
    meeting = hold(cast, dt.date(2026, 11, 3))
    (task,) = [task for task in todo.items(cast.secretary) if "Sổ tay" in task.title]
    assert task.due == dt.date(2026, 11, 18), "what is recorded today is not overdue today"
    assert task.url == meeting.get_absolute_url()
    actions.mark_posted(meeting, at=dt.datetime(2026, 11, 16, tzinfo=dt.UTC), by=cast.secretary)
    assert not [title for title in titles(cast.secretary) if "Sổ tay" in title]


@pytest.mark.parametrize(
    "who", ["member", "committee", "officer", "leader", "inspector", "administrator", "former"]
)
def test_nobody_else_is_asked(cast, who):
    assert titles(getattr(cast, who)) == []
