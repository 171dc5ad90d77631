"""One act opens a year for a whole tree; who is still missing is counted by unit, down to the cell."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as some

from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.models import Event
from lantoa.organisation import actions as organisation
from lantoa.registrations import actions, queries, rules, todo
from lantoa.registrations.models import RegistrationYear
from lantoa.registrations.tests import papers
from tests.cast import LONG_AGO, person

MISSING, OPEN = reverse("registrations:missing"), reverse("registrations:open_year")
DAYS = {"opens_on": dt.date(2026, 11, 16), "deadline": dt.date(2026, 12, 20)}


def opened(by, year=2027, **changed):
    return actions.open_year(by=by, year=year, **{**DAYS, **changed})


def deadline_seen_by(actor):
    return next(task.due for task in todo.items(actor) if task.due)


def test_one_act_sets_the_deadline_of_everybody_below(cast):
    assert deadline_seen_by(cast.member) == dt.date(2027, 1, 31)
    opened(cast.committee)
    assert deadline_seen_by(cast.member) == DAYS["deadline"]
    far = queries.calendar_in(cast.far_cell, cast.member)
    assert far.deadline(2027) == dt.date(2027, 1, 31)


def test_the_nearest_unit_that_opened_counts(cast):
    opened(cast.leader, deadline=dt.date(2027, 1, 15))
    assert queries.calendar_in(cast.cell, cast.member).deadline(2027) == dt.date(2027, 1, 15)
    opened(cast.committee)
    assert queries.calendar_in(cast.cell, cast.member).deadline(2027) == DAYS["deadline"]
    assert queries.calendar_in(cast.far_cell, cast.member).deadline(2027) == dt.date(2027, 1, 15)


def test_what_opens_later_is_not_in_force_yet(cast):
    opened(cast.committee, opens_on=dt.date(2026, 12, 1))
    assert queries.calendar_in(cast.cell, cast.member).deadline(2027) == dt.date(2027, 1, 31)


def test_opened_early_the_next_year_may_be_written_before_november(cast):
    early = replace(cast.committee, on=dt.date(2026, 10, 1))
    writer = replace(cast.member, on=dt.date(2026, 10, 5))
    with pytest.raises(BadInput, match="Hiện chỉ đăng ký cho năm 2026"):
        papers.drafted(writer)
    opened(early, opens_on=dt.date(2026, 10, 1))
    assert papers.submitted(writer).year == 2027


def test_after_the_opened_deadline_it_is_late(cast):
    opened(cast.committee)
    one = papers.submitted(replace(cast.member, on=dt.date(2026, 12, 21)))
    assert one.submitted_late


def test_the_form_offers_no_day_that_has_passed(cast):
    """Opened in November for the next year the usual day is offered; for the year that runs one is chosen."""
    for year, offered in ((2026, False), (2027, True)):
        page = cast.client("committee").get(f"/dang-ky/mo-nam/?nam={year}").content.decode()
        assert (f"31/01/{year}" in re.findall(r'name="deadline"[^>]*value="([^"]*)"', page)) is offered, page


def test_who_joined_after_the_deadline_is_not_asked_why_she_is_late(cast):
    """The page before sending and the paper that was sent say the same."""
    joined = cast.member.person.memberships.get()
    for since, is_late in ((dt.date(2026, 1, 2), True), (dt.date(2026, 3, 2), False)):
        joined.starts = since
        joined.save()
        paper = papers.drafted(cast.member, year=2026)
        page = cast.client("member").get("/dang-ky/viet/2026/xem-lai/").content.decode()
        assert ("Lý do gửi muộn" in page) is is_late
        assert papers.actions.submit(paper, by=cast.member).submitted_late is is_late
        paper.delete()


def test_opening_again_changes_the_days_and_the_history_keeps_both(cast):
    opened(cast.committee)
    opened(cast.committee, deadline=dt.date(2026, 12, 31), note="Công văn số 12-CV/ĐU")
    assert RegistrationYear.objects.get().deadline == dt.date(2026, 12, 31)
    last = Event.objects.get(verb="registration_year.amended")
    assert (last.before["deadline"], last.after["deadline"]) == ("20/12/2026", "31/12/2026")


@pytest.mark.parametrize("who", ["member", "secretary", "inspector", "former"])
def test_a_cell_or_an_inspector_opens_nothing(cast, who):
    with pytest.raises(NotAllowed):
        opened(getattr(cast, who))


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"year": 2025}, "year"),
        ({"year": 2029}, "year"),
        ({"opens_on": None}, "opens_on"),
        ({"deadline": None}, "deadline"),
        ({"deadline": dt.date(2026, 11, 1)}, "deadline"),
        ({"deadline": dt.date(2029, 11, 1)}, "deadline"),
    ],
)
def test_days_that_do_not_fit_are_refused(cast, changed, field):
    with pytest.raises(BadInput) as refused:
        opened(cast.committee, **changed)
    assert refused.value.field == field


def test_the_page_opens_and_says_so(cast):
    client = cast.client("committee")
    assert "2 chi bộ bên dưới" in client.get(OPEN).content.decode()
    wrong = client.post(OPEN, {"year": "2027", "opens_on": "31/2/2026", "deadline": "20/12/2026"})
    assert "không có thật" in wrong.content.decode()
    sent = {"year": "2027", "opens_on": "16/11/2026", "deadline": "20/12/2026", "note": "KH 05"}
    page = client.post(OPEN, sent, follow=True).content.decode()
    assert "Đã mở đăng ký năm 2027, hạn 20/12/2026." in page and "hạn 20/12/2026" in page


def test_units_are_counted_down_the_tree_and_persons_named_to_nobody_above(cast):
    papers.submitted(cast.member)
    rows = {row.name: (row.done, row.members) for row in queries.turnout_of(cast.commune, 2027, cast.today)}
    assert rows == {"Chi bộ Trường THCS Hòa Bình": (1, 3), "Chi bộ thôn Nà Lùng": (0, 1)}
    page = cast.client("leader").get(MISSING).content.decode()
    assert "Đảng bộ xã An Phú" in page and ">1/4<" in page and "1/6 đảng viên" in page
    below = cast.client("leader").get(f"{MISSING}?don-vi={cast.commune.code}").content.decode()
    assert "- Chi bộ Trường THCS Hòa Bình: đã đăng ký 1/3" in below and "Sao chép nội dung nhắc" in below
    for name in ("Đỗ Thị Hương", "Bùi Văn Thắng", "Lò Văn Pánh"):
        assert name not in below
    listed = cast.client("leader").get(f"{reverse('registrations:index')}?loc=chua-dang-ky&nam=2027")
    assert listed.status_code == 302 and listed.url == f"{MISSING}?nam=2027"


def test_a_secretary_comes_to_the_names_of_her_cell(cast):
    page = cast.client("secretary").get(MISSING, follow=True).content.decode()
    assert "Bùi Văn Thắng" in page and "Lò Văn Pánh" not in page


def test_a_secretary_invites_her_cell_and_names_nobody(cast):
    page = cast.client("secretary").get(reverse("registrations:index")).content.decode()
    said = page.partition('id="loi-moi"')[2].partition("</textarea>")[0]
    assert "Chi bộ Trường THCS Hòa Bình mời các đồng chí đăng ký" in said and "hạn 31/01/2027" in said
    assert "/dang-ky/cua-toi/" in said and "Đỗ Thị Hương" not in said
    for who, rest in (("committee", ""), ("inspector", ""), ("secretary", "?nam=2024")):
        page = cast.client(who).get(reverse("registrations:index") + rest).content.decode()
        assert 'id="loi-moi"' not in page


def test_a_unit_out_of_reach_is_not_there(cast):
    assert cast.client("committee").get(f"{MISSING}?don-vi={cast.far.code}").status_code == 404


def test_members_of_the_unit_itself_stand_beside_the_units_below(cast):
    person("Ma Thị Dung", cast.commune)
    rows = {row.name: row.members for row in queries.turnout_of(cast.commune, 2027, cast.today)}
    assert rows["Đảng bộ xã An Phú"] == 1 and sum(rows.values()) == 5


def test_many_units_cost_no_more_questions(cast):
    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as found:
            queries.turnout_of(cast.commune, 2027, cast.today)
        return len(found)

    few = asked()
    for n in range(4):
        cell = organisation.found(
            name=f"Chi bộ thôn {n}",
            parent=cast.commune,
            kind="party",
            level="cell",
            on=LONG_AGO,
            by=cast.system,
        )
        person(f"Người {n}", cell)
    assert asked() == few <= 9


@given(
    on=some.dates(dt.date(2020, 1, 1), dt.date(2040, 12, 31)),
    opened=some.dictionaries(some.integers(2019, 2041), some.dates(), max_size=4),
)
def test_whatever_is_opened_the_usual_years_stay_open(on, opened):
    calendar = rules.Calendar(on, opened)
    assert set(rules.open_years(on)) <= set(calendar.years)
    assert calendar.years == sorted(set(calendar.years), reverse=True)
    assert all(calendar.deadline(year) == opened.get(year, rules.deadline(year)) for year in calendar.years)


def test_where_the_usual_day_had_passed_when_the_office_began_nobody_is_late_and_nobody_silent():
    may, day = dt.date(2026, 5, 4), dt.timedelta(days=1)
    calendar = rules.Calendar(may, {}, since=may)
    assert calendar.deadline(2026) is None
    assert calendar.deadline(2027) == dt.date(2027, 1, 31)
    assert rules.Calendar(may, {2026: may + day}, since=may).deadline(2026) == may + day
    told = dt.date(2026, 3, 1)
    assert [rules.Calendar(may + n * day, {}, since=may).is_silent(2026, told) for n in (89, 90)] == [
        False,
        True,
    ]
    assert rules.until(None) == "" and rules.until(may) == ", hạn 04/05/2026"
