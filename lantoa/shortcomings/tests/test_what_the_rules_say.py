"""What is found, mended and verified: each refusal says which box, and what to do. Decided without a database."""

from __future__ import annotations

import datetime as dt

import pytest

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.shortcomings import rules
from lantoa.shortcomings.words import Status

TODAY = dt.date(2026, 11, 16)
BEFORE, AFTER = dt.date(2026, 11, 1), dt.date(2026, 12, 1)


def box(ask, *said):
    with pytest.raises(BadInput) as refused:
        ask(*said)
    return refused.value.field


@pytest.mark.parametrize(
    ("finding", "found_on", "deadline", "field"),
    [
        ("", BEFORE, AFTER, "finding"),
        ("Họp muộn", None, AFTER, "found_on"),
        ("Họp muộn", AFTER, AFTER, "found_on"),
        ("Họp muộn", BEFORE, None, "deadline"),
        ("Họp muộn", TODAY, BEFORE, "deadline"),
    ],
)
def test_what_is_found_says_what_when_and_until_when(finding, found_on, deadline, field):
    assert box(rules.must_be_found, finding, found_on, deadline, TODAY) == field


def test_what_was_found_today_may_be_due_today():
    rules.must_be_found("Họp muộn", TODAY, TODAY, TODAY)


@pytest.mark.parametrize(
    ("done", "mended_on", "field"),
    [
        ("", TODAY, "done"),
        ("Đã họp", None, "mended_on"),
        ("Đã họp", AFTER, "mended_on"),
        ("Đã họp", BEFORE, "mended_on"),
    ],
)
def test_what_was_done_has_a_day_between_the_finding_and_today(done, mended_on, field):
    found_on = BEFORE + dt.timedelta(days=1)
    assert box(rules.must_say_what_was_done, done, mended_on, found_on, TODAY) == field


def test_somebody_else_verifies_and_only_who_follows_it():
    rules.must_verify(may=True, is_another=True)
    with pytest.raises(NotAllowed, match="tự xác nhận"):
        rules.must_verify(may=True, is_another=False)
    with pytest.raises(NotAllowed, match="Nơi theo dõi"):
        rules.must_verify(may=False, is_another=True)


def test_the_reply_is_theirs_whom_it_is_about_and_sending_back_has_a_reason():
    with pytest.raises(NotAllowed):
        rules.must_be_about_one(False)
    assert box(rules.must_say_why, "") == "why"


def test_what_was_written_by_mistake_needs_no_answer():
    rules.must_still_stand(Status.OPEN)
    with pytest.raises(Conflict, match="ghi nhầm"):
        rules.must_still_stand(Status.WITHDRAWN)


def test_a_deadline_is_near_for_two_weeks():
    assert rules.near_until(TODAY) == dt.date(2026, 11, 30)
