"""Not recorded, recorded as none, not yet due: three things, in ratios and in what is declared as well."""

import re
from decimal import Decimal

import pytest
from django.urls import reverse

from lantoa.figures import actions
from lantoa.figures.children import Children, by_child
from lantoa.figures.declared import declared_under, figures, told_under
from lantoa.figures.unknown import said_nothing, stated_of, stated_of_children, with_states
from lantoa.foundation.dates import Period
from lantoa.practices.actions import stop
from lantoa.practices.tests import stories as practices

YEAR, AHEAD = Period.year(2026), Period.year(2027)
MONEY = "outreach.articles"


def shown(cast, code, period=YEAR):
    unit = cast.commune
    found = with_states(figures([code], unit=unit, period=period), said_nothing(unit, period), cast.today)
    return found[0].show()


@pytest.mark.parametrize("code", ["programme.units_with_plan", "practices.units_with_registration"])
def test_no_unit_having_a_record_is_not_told_as_none_of_all(cast, code):
    assert shown(cast, code) == "chưa ghi" and shown(cast, code, AHEAD) == "chưa đến kỳ"


def test_a_ratio_is_none_where_its_upper_side_was_said_to_be(cast):
    assert shown(cast, "registrations.share_of_members") == "chưa ghi"
    actions.say_nothing("registrations.members_registered", unit=cast.commune, period=YEAR, by=cast.committee)
    assert shown(cast, "registrations.share_of_members") == "không phát sinh"


def test_the_overview_says_unknown_in_place_of_a_share_of_nothing(cast):
    text = cast.client("committee").get("/tong-quan/?nam=2026").content.decode()
    assert "chưa ghi" in text and not re.search(r"[^\d,]0%", text)


def test_nought_declared_for_what_is_counted_is_none_and_says_by_whom(cast):
    kept = actions.count_besides(MONEY, unit=cast.province, by=cast.officer)
    actions.declare(kept, unit=cast.commune, period=YEAR, kind="number", value=Decimal(0), by=cast.committee)
    assert shown(cast, MONEY) == "không phát sinh" == shown(cast, MONEY, Period.parse("2026-Q1"))
    page = cast.client("committee").get(f"/so-lieu/{MONEY}/?ky=2026").content.decode()
    assert "Trần Quốc Hùng ghi không" in page and "Rút lại" not in page


def test_what_was_pressed_is_taken_back_where_it_stands(cast):
    said = actions.say_nothing("study.essays", unit=cast.commune, period=YEAR, by=cast.committee)
    client, address = cast.client("committee"), "/so-lieu/study.essays/?ky=2026"
    back = reverse("figures:take_back_nothing", args=[said.pk])
    assert f'action="{back}"' in client.get(address).content.decode()
    assert client.post(back).status_code == 302
    page = client.get(address).content.decode()
    assert "chưa ghi" in page and "Rút lại" not in page


def test_nought_that_some_declare_is_not_the_sum_of_all(cast):
    kept = actions.switch_on("land.households", unit=cast.province, by=cast.officer)
    for unit, value in ((cast.cell, 0), (cast.other_cell, 7)):
        actions.declare(kept, unit=unit, period=YEAR, kind="number", value=Decimal(value), by=cast.committee)
    rows = declared_under(cast.commune, YEAR)
    (told,) = told_under(cast.commune, YEAR, YEAR.last_day, rows)
    assert told.figure.show() == "7 hộ"
    (alone,) = told_under(cast.cell, YEAR, YEAR.last_day, declared_under(cast.cell, YEAR))
    assert alone.figure.show() == "không phát sinh"


def test_of_what_is_there_on_a_day_each_child_says_whether_any_was_ever_recorded(cast):
    practices.running(cast)
    children = Children.of(cast.commune, cast.today)
    columns = [
        by_child(code, unit=cast.commune, period=YEAR, on=cast.today, children=children).children
        for code in ("practices.running", "practices.share_with_participants")
    ]
    rows = stated_of_children(columns, children, YEAR, today=cast.today)
    told = {
        place.unit: [one.show() for one in row] for (place, _f), row in zip(columns[0], rows, strict=True)
    }
    assert told[cast.cell] == ["1 mô hình", "1/1 mô hình"] and told[cast.other_cell] == [
        "chưa ghi",
        "chưa ghi",
    ]


def test_a_ratio_of_nothing_that_is_known_to_be_nothing_is_none_and_not_nought_of_nought(cast):
    one = practices.running(cast)
    stop(one, by=cast.secretary, on=cast.today, reason="Người trực chuyển công tác")
    counted = figures(["practices.share_with_participants"], unit=cast.cell, period=YEAR)
    (told,) = stated_of(counted, cast.cell, YEAR, today=cast.today, on=cast.today)
    assert told.show() == "không phát sinh"
