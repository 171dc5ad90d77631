"""Not recorded, recorded as none and not yet due are three things; none is one press."""

import pytest

from lantoa.figures import actions, declared
from lantoa.figures.models import Nothing
from lantoa.figures.unknown import stated_of
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.practices.tests import stories as practices
from lantoa.registrations.tests import papers
from lantoa.reports.tests.world import composed

CODE, YEAR = "outreach.articles", Period.year(2026)


def shown(cast, period="2026", who="secretary"):
    return cast.client(who).get(f"/so-lieu/{CODE}/", {"ky": period}).context["figure"].show()


def test_what_nobody_wrote_down_is_not_said_to_be_zero(cast):
    assert shown(cast) == "chưa ghi" and shown(cast, "2027") == "chưa đến kỳ"
    assert "chưa ghi" in cast.client("secretary").get("/so-lieu/?nhom=outreach&ky=2026").content.decode()


def test_none_is_one_press_with_who_and_when_and_can_be_taken_back(cast):
    browser = cast.client("secretary")
    page = browser.post(f"/so-lieu/{CODE}/khong-phat-sinh/?ky=2026", follow=True).content.decode()
    said = Nothing.objects.get()
    assert "Nguyễn Thị Lan ghi không" in page and (said.unit, said.code) == (cast.cell, CODE)
    assert shown(cast) == "không phát sinh" and shown(cast, "2026-Q3") == "không phát sinh"
    browser.post(f"/so-lieu/{CODE}/khong-phat-sinh/?ky=2026")
    assert Nothing.objects.count() == 1
    browser.post(f"/so-lieu/khong-phat-sinh/{said.pk}/rut/")
    assert shown(cast) == "chưa ghi"


def test_a_part_of_the_year_does_not_speak_for_the_year_nor_a_cell_for_its_commune(cast):
    actions.say_nothing(CODE, unit=cast.cell, period=Period.parse("2026-Q1"), by=cast.secretary)
    assert shown(cast) == "chưa ghi"
    actions.say_nothing(CODE, unit=cast.cell, period=YEAR, by=cast.secretary)
    assert shown(cast, who="committee") == "chưa ghi"


@pytest.mark.parametrize(
    ("code", "period", "why"),
    [
        ("statistics.cells", "2026", "có tại mọi ngày"),
        (CODE, "2030", "chưa đến"),
    ],
)
def test_what_cannot_be_none_is_refused(cast, code, period, why):
    with pytest.raises(BadInput, match=why):
        actions.say_nothing(code, unit=cast.cell, period=Period.parse(period), by=cast.secretary)


def test_nobody_says_it_for_another_unit(cast):
    with pytest.raises(NotAllowed):
        actions.say_nothing(CODE, unit=cast.far_cell, period=YEAR, by=cast.secretary)


def test_the_annex_of_a_report_says_which_of_the_three_it_is(cast):
    actions.say_nothing(CODE, unit=cast.commune, period=YEAR, by=cast.committee)
    rows = {row.code: row.now.shown for row in composed(cast.commune).annex}
    assert rows[CODE] == "không phát sinh" and rows["outreach.opinions"] == "chưa ghi"


def test_of_what_is_there_on_a_day_nothing_is_known_until_somebody_has_recorded_any(cast):
    def state():
        page = cast.client("committee").get("/so-lieu/practices.running/", {"ky": "2026"})
        return page.context["figure"].state

    assert state() == "unrecorded"
    practices.running(cast)
    assert state() == ""


def test_what_began_later_is_no_nought_of_the_year_before(cast):
    submitted = papers.approved(cast.member, cast.secretary)
    assert submitted.meeting_on.year == 2026
    figures = declared.figures(["registrations.in_progress"], unit=cast.cell, period=Period.year(2025))
    (told,) = stated_of(figures, cast.cell, Period.year(2025), today=cast.today, on=cast.today)
    assert told.show() == "chưa ghi"
