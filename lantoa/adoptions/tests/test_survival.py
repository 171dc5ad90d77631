"""How long a practice lives where it was taken over: checked against a table made by hand."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from lantoa.adoptions.rules.adopting import months_after
from lantoa.adoptions.rules.survival import (
    Fall,
    Life,
    life,
    old_enough,
    share_after,
    still_there,
    survival,
    watched_after,
)

TODAY = dt.date(2026, 11, 16)
lives = st.lists(st.builds(Life, st.integers(0, 900), st.booleans()), min_size=1, max_size=60)
days = st.dates(dt.date(2021, 1, 1), TODAY)
spans = st.lists(
    st.tuples(days, st.none() | st.integers(0, 900)).map(
        lambda pair: (pair[0], None if pair[1] is None else pair[0] + dt.timedelta(days=pair[1]))
    ),
    max_size=40,
)


def test_the_curve_is_the_one_computed_by_hand():
    """Ten places. Watched until: 30 ended, 60 goes on, 90 ended, 90 ended, 120 goes on, 150 ended, then four go on.

    Day 30: 10 watched, 1 ends: 9/10. Day 90: 8 are left (30 and 60 are out), 2 end: 9/10 * 6/8 = 27/40.
    Day 150: 5 are left, 1 ends: 27/40 * 4/5 = 27/50.
    """
    ten = [Life(30, True), Life(60, False), Life(90, True), Life(90, True), Life(120, False), Life(150, True)]
    ten += [Life(many, False) for many in (200, 250, 300, 400)]
    assert survival(ten) == [
        Fall(30, 10, 1, Fraction(9, 10)),
        Fall(90, 8, 2, Fraction(27, 40)),
        Fall(150, 5, 1, Fraction(27, 50)),
    ]
    assert [share_after(survival(ten), day) for day in (0, 29, 30, 89, 90, 149, 150, 999)] == [
        1,
        1,
        Fraction(9, 10),
        Fraction(9, 10),
        Fraction(27, 40),
        Fraction(27, 40),
        Fraction(27, 50),
        Fraction(27, 50),
    ]
    assert [watched_after(ten, day) for day in (0, 30, 60, 90, 399, 400, 401)] == [10, 9, 9, 6, 1, 1, 0]


def test_one_left_out_on_the_day_of_a_fall_is_still_watched_that_day():
    """The usual order: who ends on a day ends before those who are left out on it."""
    assert survival([Life(10, True), Life(10, False)]) == [Fall(10, 2, 1, Fraction(1, 2))]


def test_nothing_ended_nothing_falls():
    assert survival([Life(5, False), Life(9, False)]) == []
    assert share_after([], 100) == 1


def test_a_stop_that_has_not_come_yet_has_not_happened():
    began = dt.date(2026, 1, 1)
    assert life((began, dt.date(2026, 12, 1)), TODAY) == Life(319, ended=False)
    assert life((began, TODAY), TODAY) == Life(319, ended=True)
    assert life((began, None), TODAY) == Life(319, ended=False)


def test_only_those_old_enough_are_asked_whether_they_are_still_there():
    told = [
        (dt.date(2026, 5, 16), None),  # six months old today
        (dt.date(2026, 5, 17), None),  # one day too young
        (dt.date(2025, 1, 1), dt.date(2025, 7, 1)),  # stopped on the very day
        (dt.date(2025, 1, 1), dt.date(2025, 7, 2)),
        (dt.date(2025, 1, 1), dt.date(2025, 3, 1)),
    ]
    found = still_there(told, 6, TODAY)
    assert (found.alive, found.old_enough, found.ended) == (2, 4, 2)
    assert still_there(told, 24, TODAY).old_enough == 0


@given(spans, st.sampled_from([6, 12, 18, 24]))
def test_old_enough_is_said_of_each_by_its_own_day(told, months):
    assert old_enough(told, months, TODAY) == [
        span for span in told if months_after(span[0], months) <= TODAY
    ]


@given(lives)
def test_the_curve_never_rises_and_ends_where_all_who_were_watched_ended(told):
    falls = survival(told)
    shares = [fall.share for fall in falls]
    assert all(
        1 >= higher > lower >= 0 for higher, lower in zip([Fraction(1), *shares], shares, strict=False)
    )
    assert sum(fall.ended for fall in falls) == sum(one.ended for one in told)
    assert all(fall.at_risk >= fall.ended > 0 for fall in falls)
    longest = max(one.days for one in told)
    last = [one for one in told if one.days == longest]
    assert (share_after(falls, longest) == 0) == all(one.ended for one in last)


@given(st.lists(st.integers(1, 900), min_size=1, max_size=40))
def test_without_anyone_left_out_it_is_the_plain_share(ended):
    falls = survival([Life(day, True) for day in ended])
    for day in ended:
        assert share_after(falls, day) == Fraction(sum(one > day for one in ended), len(ended))
