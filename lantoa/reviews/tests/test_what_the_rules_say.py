"""When a review may go on: the period, the marks, the meeting, the ballots, the right of reply. Without a database."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from lantoa.foundation.errors import BadInput, Conflict
from lantoa.reviews import rules
from lantoa.reviews.rules import Ballot, Ceiling, Marks
from lantoa.reviews.words import Kind, Reading, Turn

MONDAY = dt.date(2026, 11, 16)


def box(ask, *said, **more):
    with pytest.raises(BadInput) as refused:
        ask(*said, **more)
    return refused.value.field


def on(day, month=11):
    return dt.date(2026, month, day)


def test_a_quarter_a_year_and_an_occasion_look_at_their_own_days():
    quarter = rules.period_of(Kind.QUARTER, 2026, 4, None, None)
    assert (quarter.starts, quarter.last_day) == (on(1, 10), on(31, 12))
    assert rules.period_of(Kind.YEAR, 2026, None, None, None).starts == on(1, 1)
    assert rules.period_of(Kind.OCCASION, None, None, on(2), on(9)).last_day == on(9)


@pytest.mark.parametrize(
    ("kind", "said", "named"),
    [
        (Kind.QUARTER, (None, 4, None, None), "year"),
        (Kind.QUARTER, (2026, 5, None, None), "quarter"),
        (Kind.OCCASION, (None, None, None, on(9)), "starts"),
        (Kind.OCCASION, (None, None, on(9), on(2)), "last_day"),
    ],
)
def test_a_period_without_its_days_names_the_box(kind, said, named):
    assert box(rules.period_of, kind, *said) == named


def test_a_draft_is_read_three_working_days_before_the_meeting_and_weekends_do_not_count():
    rules.must_be_timely(on(18), on(23), 3, MONDAY)
    assert box(rules.must_be_timely, on(18), on(22), 3, MONDAY) == "meets_on"
    assert box(rules.must_be_timely, on(13), None, 3, MONDAY) == "send_by"
    assert box(rules.must_be_timely, None, None, 3, MONDAY) == "send_by"
    assert box(rules.must_have_been_read, on(18), on(20), 3) == "meeting"
    rules.must_have_been_read(on(18), on(23), 3)


def test_a_committee_below_another_does_not_rate_itself():
    rules.must_be_ratable(with_collective=True, is_itself=True, has_above=False)
    rules.must_be_ratable(with_collective=False, is_itself=True, has_above=True)
    about = {"with_collective": True, "is_itself": True, "has_above": True}
    assert box(rules.must_be_ratable, **about) == "decided_by"


@pytest.mark.parametrize(
    ("marks", "named"),
    [
        ((25, None, 85), "tasks"),
        ((31, 55, 86), "common"),
        ((25, -1, 24), "tasks"),
        ((25, 60, 86), "total"),
    ],
)
def test_marks_are_three_within_their_most_and_agree_with_their_sum(marks, named):
    given = Marks(*(None if one is None else Decimal(one) for one in marks))
    assert box(rules.must_be_marks, given, 30, 70) == named


def test_marks_may_be_left_open_and_are_not_judged_where_no_scale_was_set():
    rules.must_be_marks(Marks(), 30, 70)
    rules.must_be_marks(Marks(Decimal(99)), None, None)
    assert Marks().is_empty and not Marks(level="good").is_empty


def test_the_collective_comes_before_its_head_and_the_head_before_the_deputies():
    rules.must_be_in_turn(Turn.COLLECTIVE, [Turn.HEAD, Turn.MEMBER])
    with pytest.raises(Conflict, match="Còn chờ"):
        rules.must_be_in_turn(Turn.MEMBER, [Turn.HEAD])


@pytest.mark.parametrize(
    ("due", "present", "named"),
    [(None, 9, "due"), (9, None, "present"), (9, 0, "present"), (9, 10, "present")],
)
def test_who_came_is_among_who_was_due(due, present, named):
    assert box(rules.must_be_quorate, Ballot(due, present), 66) == named


def test_without_quorum_there_is_no_review():
    rules.must_be_quorate(Ballot(9, 6), 66)
    rules.must_be_quorate(Ballot(9, 1), None)
    with pytest.raises(Conflict, match="5 trên 9 người"):
        rules.must_be_quorate(Ballot(9, 5), 66)


@pytest.mark.parametrize(
    ("issued", "returned", "votes", "named"),
    [(9, 8, {}, "issued"), (None, 8, {}, "issued"), (8, 9, {}, "returned"), (8, 8, {"good": 9}, "returned")],
)
def test_ballots_are_no_more_than_people_and_votes_no_more_than_ballots(issued, returned, votes, named):
    rules.must_add_up(Ballot(9, 8))
    rules.must_add_up(Ballot(9, 8, 8, 8, {"good": 7, "excellent": 1, "none": None}))
    assert box(rules.must_add_up, Ballot(9, 8, issued, returned, votes)) == named


@pytest.mark.parametrize(
    ("reading", "most"), [(Reading.GOOD_ONLY, 2), (Reading.GOOD_OR_BETTER, 2)], ids=["good", "or better"]
)
def test_the_ceiling_counts_in_the_way_the_office_reads_it(reading, most):
    assert Ceiling(2, 10, 20, reading).most == most
    rules.must_fit(Ceiling(1, 10, 20, reading), "Đảng viên")
    with pytest.raises(Conflict, match="cho phép"):
        rules.must_fit(Ceiling(2, 10, 20, reading), "Đảng viên")
    rules.must_fit(Ceiling(9, 0, None, reading), "Đảng viên")


def test_nobody_is_rated_before_her_right_of_reply_is_over():
    rules.must_have_answered(True, "Lò Thị Pâng", None)
    with pytest.raises(Conflict, match="hết ngày 23/11/2026"):
        rules.must_have_answered(False, "Lò Thị Pâng", rules.answer_by(MONDAY, 5))


def test_a_complaint_has_its_working_days_where_any_are_set():
    assert rules.is_in_time(on(23), MONDAY, 5) and not rules.is_in_time(on(24), MONDAY, 5)
    rules.must_be_in_time(on(31, 12), MONDAY, None)
    with pytest.raises(Conflict, match="quá 5 ngày làm việc"):
        rules.must_be_in_time(on(24), MONDAY, 5)
    assert rules.due_after(MONDAY, None) is None


def test_a_period_closes_when_each_is_settled_and_names_five_of_those_who_are_not():
    rules.must_all_be_settled([])
    with pytest.raises(Conflict, match="Còn 6 bản chưa có kết quả: a; b; c; d; e…"):
        rules.must_all_be_settled("abcdef")


@pytest.mark.parametrize("verb", [rules.SUBMIT, rules.SHOW, rules.DECIDE, rules.RERATE, rules.RESUME])
def test_a_step_out_of_order_says_what_comes_first(verb):
    with pytest.raises(Conflict) as refused:
        rules.must_apply(verb, "no such status")
    assert str(refused.value).endswith(".")
