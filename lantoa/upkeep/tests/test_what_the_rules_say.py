"""When the clock has stopped, when a copy is late, where one may be brought back. Decided without a database."""

from __future__ import annotations

import datetime as dt

import pytest

from lantoa.foundation.errors import BadInput, Conflict
from lantoa.upkeep import rules

NOW = dt.datetime(2026, 11, 16, 8, tzinfo=dt.UTC)


@pytest.mark.parametrize(("minutes", "stopped"), [(None, True), (20, False), (21, True)])
def test_the_clock_has_stopped_when_nothing_ran_for_longer_than_it_may_take(minutes, stopped):
    last = NOW - dt.timedelta(minutes=minutes) if minutes else None
    assert rules.has_stopped(last, NOW) is stopped


@pytest.mark.parametrize(("hours", "late"), [(None, True), (26, False), (27, True)])
def test_a_copy_is_late_after_a_day_and_two_hours_and_while_there_is_none(hours, late):
    assert rules.is_copy_late(NOW - dt.timedelta(hours=hours) if hours else None, NOW) is late


def test_the_whole_data_is_given_away_only_for_the_password_and_to_a_key():
    with pytest.raises(BadInput, match="Mật khẩu chưa đúng"):
        rules.must_be_the_password(is_right=False)
    with pytest.raises(Conflict, match="Tạo khóa ở trang Vận hành"):
        rules.must_have_a_key("")
    assert rules.must_have_a_key("age1abc") == "age1abc"


@pytest.mark.parametrize(
    "held", [{"has_rows": True, "has_files": False}, {"has_rows": False, "has_files": True}]
)
def test_a_copy_is_brought_back_into_an_empty_place_only(held):
    rules.must_be_empty(has_rows=False, has_files=False)
    with pytest.raises(Conflict, match="không ghi đè"):
        rules.must_be_empty(**held)


def test_a_copy_that_lacks_rows_is_refused_by_the_name_of_the_table():
    rules.must_be_the_same({"people_person": 3}, {"people_person": 3, "more": 1})
    with pytest.raises(Conflict, match="people_post có 0 dòng, bản sao ghi 2"):
        rules.must_be_the_same({"people_person": 3, "people_post": 2}, {"people_person": 3})


@pytest.mark.parametrize(
    ("seconds", "checking", "minutes"),
    [(0, 0, (1, 3)), (20, 0, (2, 5)), (31, 0, (3, 8)), (20, 11, (3, 8)), (240, 0, (9, 23))],
)
def test_promised_is_twice_the_copy_and_twice_the_checks_and_a_minute_for_starting_to_two_and_a_half_times_that(
    seconds, checking, minutes
):
    assert rules.minutes_to_restore(seconds, checking) == minutes
