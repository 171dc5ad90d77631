"""Quarters and the way from start to target, whatever the numbers."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.breakthroughs import rules
from lantoa.breakthroughs.models import Milestone

DAYS = st.dates(dt.date(2016, 1, 1), dt.date(2035, 12, 31))
NUMBERS = st.decimals(min_value=-(10**6), max_value=10**6, places=2)


def test_214_to_20_at_74_is_72_per_cent_of_the_way():
    assert rules.way_gone(Decimal(214), Decimal(20), Decimal(74)) == 72
    assert rules.way_gone(Decimal(214), Decimal(20), Decimal(60)) == 79


@given(start=NUMBERS, target=NUMBERS)
def test_the_way_begins_at_nothing_and_ends_at_a_hundred(start, target):
    if start == target:
        assert rules.way_gone(start, target, start) is None
    else:
        assert rules.way_gone(start, target, start) == 0
        assert rules.way_gone(start, target, target) == 100


@pytest.mark.parametrize("gap", [0, 1, 2])
def test_the_way_is_not_said_without_all_three(gap):
    three = [Decimal(1), Decimal(2), Decimal(3)]
    three[gap] = None
    assert rules.way_gone(*three) is None


@given(day=DAYS)
def test_a_day_lies_in_its_quarter(day):
    assert rules.quarter_period(*rules.quarter_of(day)).contains(day)


@given(starts=DAYS, length=st.integers(1, 2000))
def test_quarters_follow_one_another_and_cover_the_time(starts, length):
    ends = starts + dt.timedelta(days=length)
    periods = [rules.quarter_period(*one) for one in rules.quarters_between(starts, ends)]
    assert periods[0].contains(starts) and periods[-1].contains(ends - dt.timedelta(days=1))
    assert all(before.ends == after.starts for before, after in pairwise(periods))


@given(today=DAYS)
def test_people_are_asked_about_a_quarter_that_is_open(today):
    year, quarter = rules.latest_open_quarter(today)
    assert rules.opens_on(year, quarter) <= today < rules.due_on(year, quarter) + dt.timedelta(days=92)


def test_in_november_one_is_asked_about_the_third_quarter():
    assert rules.latest_open_quarter(dt.date(2026, 11, 16)) == (2026, 3)
    assert rules.latest_open_quarter(dt.date(2026, 12, 16)) == (2026, 4)
    assert rules.latest_open_quarter(dt.date(2027, 1, 5)) == (2026, 4)


@given(day=DAYS)
def test_a_milestone_is_named_after_a_quarter_only_on_its_last_day(day):
    ends_one = rules.quarter_of(day) != rules.quarter_of(day + dt.timedelta(days=1))
    assert Milestone(due=day).label.startswith("quý") == ends_one
