"""What falls due begins with the office: of the time before nothing is known here, so nobody is late with it.

The same rows are told twice: of data that came in whole, and of an office that began on this very day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from lantoa.adoptions import actions as adoptions
from lantoa.breakthroughs.models import Breakthrough
from lantoa.breakthroughs.tests import stories
from lantoa.foundation import clock, late
from lantoa.foundation.gathering import gather
from lantoa.foundation.todo import Todo
from lantoa.meetings import queries as meetings
from lantoa.meetings.models import Meeting
from lantoa.people.models import Beginning
from lantoa.personal_data.models import DataRequest
from lantoa.personal_data.tests import stories as personal_data
from lantoa.practices.tests.stories import running
from lantoa.programme.models import Directive, Movement, Participation, Plan
from lantoa.registrations.models import RegistrationYear
from lantoa.registrations.tests import papers
from lantoa.rounds import comparing
from lantoa.shortcomings.models import Shortcoming
from lantoa.study.models import Course

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
SPRING, AUTUMN = dt.date(2026, 2, 2), dt.date(2026, 11, 10)
# Each is late because something is not written down. What somebody wrote down with its day is late by that day.
WRITTEN_DOWN = {"Khắc phục hạn chế của đơn vị", "Trả lời yêu cầu về dữ liệu cá nhân: sửa cho đúng"}
ASKED_BY_THE_CALENDAR = {
    "ban-dang-ky",
    "buoi-hop",
    "giay-chung-nhan",
    "ke-hoach",
    "ket-qua",
    "ket-qua-phong-trao",
    "phong-trao",
    "van-ban",
}


def begins(cast) -> None:
    people = {"administrator": cast.administrator.person, "head": cast.leader.person}
    Beginning.objects.create(unit=cast.province, begun_at=clock.now(), **people)


@pytest.fixture
def everything(cast):
    """Of every room something that fell due before the sixteenth of November."""
    paper = papers.approved(cast.member, cast.secretary, year=2026)
    type(paper).objects.filter(pk=paper.pk).update(meeting_on=SPRING)
    issued = {"status": Plan.Status.ISSUED, "number": "01-KH/ĐU", "issued_on": dt.date(2026, 1, 9)}
    year = {"starts": dt.date(2026, 1, 1), "ends": dt.date(2027, 1, 1)}
    Plan.objects.create(unit=cast.commune, title="Kế hoạch năm", lower_by=AUTUMN, **year, **issued)
    asks = {"number": "03", "issued_on": SPRING, "asks": "Quán triệt", "answer_by": AUTUMN}
    Directive.objects.create(unit=cast.commune, abstract="về học tập", **asks)
    over = Movement.objects.create(
        unit=cast.commune, name="Sạch làng", level="unit", starts=SPRING, ends=AUTUMN
    )
    Participation.objects.create(movement=over, unit=cast.cell, joined_on=SPRING)
    days = {"starts": SPRING, "ends": dt.date(2026, 10, 10)}
    Course.objects.create(
        unit=cast.commune, kind="theory", name="Lớp", participants=4, has_programme=True, **days
    )
    stories.approved(stories.sent(stories.of_the_cell(cast), cast.secretary), cast.committee)
    adoptions.adopt(running(cast), by=cast.other_secretary, on=dt.date(2026, 5, 2))
    kept = {"unit": cast.commune, "kept_by": cast.province, "source": "inspection", "finding": "Chậm"}
    Shortcoming.objects.create(found_on=SPRING, deadline=AUTUMN, owner=cast.committee.person, **kept)
    personal_data.asked(cast)
    DataRequest.objects.update(answer_by=AUTUMN)
    return cast


def counted(cast) -> dict[str, int]:
    return {one.code: n for one in late.kinds(cast.today) if (n := one.things.count())}


def fallen_due(cast) -> set[str]:
    """What fell due in the fortnight before, by kind."""
    dues = late.all_due(cast.today - 40 * DAY, cast.today - DAY, cast.today)
    return {one.key.partition(":")[0] for one in dues}


def asked_too_late(cast) -> Iterator[Todo]:
    """What stands in somebody's work with a day that has passed."""
    for who in ("member", "secretary", "other_secretary", "committee", "officer", "protector"):
        for room in gather("todo"):
            yield from (one for one in room.items(getattr(cast, who)) if one.due and one.due < cast.today)


def test_what_the_calendar_asks_is_late_where_the_past_came_in_whole_and_not_in_an_office_begun_today(
    everything,
):
    assert counted(everything).keys() >= ASKED_BY_THE_CALENDAR | {"han-che"}
    assert fallen_due(everything) >= {"meeting", "plan", "directive", "movement", "participation", "course"}
    assert len({one.title for one in asked_too_late(everything)}) > 3
    for one in asked_too_late(everything):
        assert "quá hạn" not in one.note, "beside its day stands already by how many days it has passed"
    begins(everything)
    assert not counted(everything).keys() & ASKED_BY_THE_CALENDAR
    assert fallen_due(everything) == {"shortcoming"}, "a day that somebody wrote down stands"
    assert [one.title for one in asked_too_late(everything) if one.title not in WRITTEN_DOWN] == []


def test_the_overview_and_the_year_of_a_cell_read_the_same(everything):
    cast = everything
    Meeting.objects.create(unit=cast.other_cell, held_on=dt.date(2026, 8, 3))

    def lacking() -> set[str]:
        return {
            row.place.name
            for row in comparing.year_of(cast.commune, 2026, cast.committee).rows
            if row.missing
        }

    def states() -> set[str]:
        months, quarters = meetings.months_of(cast.cell, 2026, cast.secretary)
        return {one.state for one in months + quarters}

    assert lacking() == {"Chi bộ Trường THCS Hòa Bình", "Chi bộ thôn Nà Lùng"} and "missing" in states()
    assert {
        row.place.name for row in comparing.year_of(cast.province, 2026, cast.officer).rows if row.missing
    } == {
        "Đảng bộ xã An Phú",
        "Đảng bộ xã Nậm Khao",
    }
    begins(cast)
    assert lacking() == set() and states() == {"before", "now", "later"}
    above = comparing.year_of(cast.province, 2026, cast.officer)
    assert not [row for row in above.rows if row.missing], (
        "a plan of March is asked of nobody who began in November"
    )
    page = cast.client("secretary").get("/sinh-hoat/").content.decode()
    assert "trước khi dùng hệ thống" in page and "chưa ghi buổi thường kỳ" not in page
    everywhere = cast.client("committee").get("/sinh-hoat/tat-ca/?thang=2026-09").content.decode()
    assert "bắt đầu dùng hệ thống ngày 16/11/2026" in everywhere and "Chưa ghi:" not in everywhere


@pytest.mark.parametrize(
    ("issued", "state", "days"), [(dt.date(2026, 11, 16), "full", 0), (AUTUMN, "late", 224)]
)
def test_who_writes_the_plan_of_the_year_after_the_office_began_is_not_late_with_it(
    cast, issued, state, days
):
    begins(cast)
    year = {"starts": dt.date(2026, 1, 1), "ends": dt.date(2027, 1, 1)}
    Plan.objects.create(
        unit=cast.commune, title="Kế hoạch", status=Plan.Status.ISSUED, number="01", issued_on=issued, **year
    )
    rows = comparing.year_of(cast.province, 2026, cast.officer, comparing.PLANS).rows
    marks = {row.place.unit_id: row.squares[comparing.PLAN_MONTH - 1].worst for row in rows}
    assert (marks[cast.commune.pk].state, marks[cast.commune.pk].days) == (state, days)


def test_those_above_read_of_a_day_before_the_office_that_it_was_before(everything):
    cast, client = everything, everything.client("committee")
    plan, directive = Plan.objects.get(), Directive.objects.get()
    pages = [f"/chuong-trinh/ke-hoach/{plan.pk}/cap-duoi/", f"/chuong-trinh/van-ban/{directive.pk}/cap-duoi/"]

    def read() -> list[str]:
        return [client.get(page).content.decode() for page in pages]

    assert all(page.count("t-red") == 2 and "trước khi dùng hệ thống" not in page for page in read())
    begins(cast)
    assert all("t-red" not in page and page.count("hạn trước khi dùng hệ thống") == 2 for page in read())


def test_the_quarter_that_runs_when_the_office_begins_is_the_first_whose_results_are_asked(everything):
    begins(everything)
    asked = [Breakthrough.objects.to_report(2026, quarter).exists() for quarter in (3, 4)]
    assert asked == [False, True]


def test_the_year_of_a_cell_before_the_office_counts_no_months(cast):
    begins(cast)
    pages = [
        cast.client("secretary").get(f"/sinh-hoat/?nam={year}").content.decode() for year in (2025, 2026)
    ]
    assert "Trước khi dùng hệ thống." in pages[0] and "Đã ghi 0 trên" not in pages[0]
    assert "Đã ghi 0 trên 1 tháng." in pages[1]


def test_from_the_first_whole_month_on_it_is_asked(cast):
    begins(cast)

    def asked(on: dt.date) -> list[str]:
        return [one.code for one in late.kinds(on) if one.code == "buoi-hop" and one.things.exists()]

    assert asked(dt.date(2026, 12, 1)) == [], "November had begun before the office did"
    assert asked(dt.date(2027, 1, 1)) == ["buoi-hop"]
    quarter = late.all_due(dt.date(2026, 12, 31), dt.date(2026, 12, 31), dt.date(2026, 12, 20))
    assert {
        one.key.partition(":")[0] for one in quarter if "meeting" in one.key or "thematic" in one.key
    } == {"meeting"}


def test_a_year_that_the_office_opened_itself_is_asked_by_the_day_it_named(cast):
    begins(cast)
    opened = {"year": 2026, "opens_on": cast.today, "deadline": cast.today + 5 * DAY}
    RegistrationYear.objects.create(unit=cast.province, opened_by=cast.officer.person, **opened)
    [kind] = [one for one in late.kinds(cast.today + 6 * DAY) if one.code == "ban-dang-ky"]
    assert kind.things.count() == 6


def test_who_sends_for_the_year_that_was_running_when_the_office_began_is_not_late(cast):
    begins(cast)
    paper = papers.drafted(cast.member, year=2026)
    assert papers.actions.submit(paper, by=cast.member).submitted_late is False
    mine = cast.client("member").get("/dang-ky/cua-toi/").content.decode()
    assert "31/01/2026" not in mine
