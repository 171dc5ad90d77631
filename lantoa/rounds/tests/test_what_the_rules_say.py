"""What is asked about again before numbers are sent, and who may open a round. Decided without a database."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.rounds import rules
from lantoa.rounds.rules import UNKNOWN
from lantoa.rounds.words import Amount

DAY = dt.date(2026, 11, 16)
YEAR = Period.year(2026)


def box(ask, *said, **more):
    with pytest.raises(BadInput) as refused:
        ask(*said, **more)
    return refused.value.field


def n(value, whole=None):
    return Amount(Decimal(value), None if whole is None else Decimal(whole))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("15/15 (Đạt 100%)", n(15, 15)),
        ("Có 3 / 40 chi bộ chậm", n(3, 40)),
        ("16/15", UNKNOWN),
        ("ngày 12/11/2026", UNKNOWN),
        ("chưa có", UNKNOWN),
    ],
)
def test_part_and_whole_are_read_out_of_a_cell_of_words_and_a_date_is_neither(text, amount):
    assert rules.amount_in(text) == amount


def test_a_round_asks_the_levels_below_its_own_down_to_the_one_chosen():
    assert rules.levels_asked("province", "cell")[-1] == "cell"
    assert "province" not in rules.levels_asked("province", "cell")
    assert rules.levels_asked("cell", "province") == [] == rules.levels_below("no level")


@pytest.mark.parametrize(
    ("counted", "said", "has_records", "begins"),
    [
        (n(7), n(7), True, ""),
        (n(7), n(9), False, ""),
        (UNKNOWN, n(0), True, ""),
        (UNKNOWN, n(9), True, "Chưa có bản ghi nào, đồng chí ghi 9"),
        (n(7), n(9), True, "Đếm được 7, đồng chí ghi 9"),
    ],
)
def test_who_says_another_number_than_was_counted_is_asked_why(counted, said, has_records, begins):
    asked = rules.correction(counted, said, has_records=has_records)
    assert asked.startswith(begins) and bool(asked) == bool(begins)


def test_a_part_is_not_more_than_its_whole_and_what_is_unknown_breaks_no_rule():
    told = rules.bound_broken("Số được khen", n(9), "Số đã đăng ký", n(7))
    assert told == "Số được khen (9) nhiều hơn số đã đăng ký (7)."
    for part, whole in [(n(7), n(7)), (UNKNOWN, n(7)), (n(9), UNKNOWN)]:
        assert rules.bound_broken("Số được khen", part, "Số đã đăng ký", whole) == ""


@pytest.mark.parametrize(
    ("said", "last", "percent", "asks"),
    [
        (n(151), n(100), 50, True),
        (n(150), n(100), 50, False),
        (n(49), n(100), 50, True),
        (n(900), n(0), 50, False),
        (n(900), n(100), 0, False),
        (n(9, 10), n(1), 50, False),
        (UNKNOWN, n(100), 50, False),
    ],
)
def test_a_number_far_from_the_units_own_last_one_is_asked_about(said, last, percent, asks):
    assert bool(rules.outlier(said, last, percent)) == asks


def test_a_deadline_lies_ahead_in_the_period_or_after_it_within_a_year():
    rules.must_be_due_in_time(DAY, YEAR, DAY)
    rules.must_be_due_in_time(dt.date(2027, 12, 31), YEAR, DAY)
    for day in (dt.date(2026, 11, 15), dt.date(2028, 2, 1)):
        assert box(rules.must_be_due_in_time, day, YEAR, DAY) == "due_on"
    assert box(rules.must_be_due_in_time, DAY, Period.year(2027), DAY) == "due_on"


def test_a_form_asks_at_least_one_thing_and_no_more_than_people_fill():
    rules.must_ask_something(rules.MOST_ITEMS)
    assert box(rules.must_ask_something, 0) == "figures"
    assert box(rules.must_ask_something, rules.MOST_ITEMS + 1) == "figures"
    assert box(rules.must_have_below, [], 3) == "lowest" == box(rules.must_have_below, ["cell"], 0)


def test_who_sends_a_sum_with_gaps_says_why():
    rules.must_explain_gaps(0, "")
    rules.must_explain_gaps(2, "Hai chi bộ mới lập")
    assert box(rules.must_explain_gaps, 2, "lý") == "gaps_why"


def test_one_number_of_a_ratio_alone_is_a_half():
    assert rules.is_half(Amount(Decimal(9), None)) and rules.is_half(Amount(None, Decimal(9)))
    assert not rules.is_half(n(9, 10)) and not rules.is_half(UNKNOWN)


def test_what_was_answered_is_closed_and_not_withdrawn_and_what_was_summed_takes_two_to_open():
    rules.must_be_unanswered(0)
    with pytest.raises(Conflict, match="3 đơn vị gửi số"):
        rules.must_be_unanswered(3)
    with pytest.raises(Conflict, match="một người đề nghị"):
        rules.must_not_be_summed(True)
    with pytest.raises(NotAllowed, match="hai người"):
        rules.must_be_two(True)
    with pytest.raises(NotAllowed, match="cần người khác"):
        rules.must_not_receive_own(True)


def test_the_same_figure_is_not_asked_twice_at_once():
    rules.must_not_overlap("Quý III", "quý III", [])
    assert box(rules.must_not_overlap, "Quý III", "quý III", ["Số mô hình"]) == "figures"
