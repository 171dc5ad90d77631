"""Posts: who may give one, how far and how long; sessions, doors that shut, names. Decided without a database."""

from __future__ import annotations

import datetime as dt

import pytest

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.people import rules
from lantoa.people.rules import CHAIN, Rights

TODAY = dt.date(2026, 11, 16)
TOMORROW, YESTERDAY = TODAY + dt.timedelta(days=1), TODAY - dt.timedelta(days=1)
OWN = Rights(CHAIN, dt.date(2026, 1, 1), dt.date(2027, 1, 1))
NOON = dt.datetime(2026, 11, 16, 12, tzinfo=dt.UTC)
HOUR = 3600


def asked(reach="unit", starts=TODAY, ends=TOMORROW):
    return Rights(reach, starts, ends)


def test_nobody_gives_a_reach_that_is_not_hers():
    rules.must_not_go_beyond(asked(CHAIN), OWN)
    with pytest.raises(NotAllowed, match="các đơn vị trực thuộc"):
        rules.must_not_go_beyond(asked(CHAIN), Rights("unit", OWN.starts, None))


@pytest.mark.parametrize("ends", [None, dt.date(2027, 1, 2)])
def test_nobody_gives_a_post_that_outlasts_her_own(ends):
    with pytest.raises(NotAllowed, match="01/01/2027"):
        rules.must_not_go_beyond(asked(ends=ends), OWN)


def test_a_post_that_ends_on_the_giver_s_own_last_day_is_given():
    rules.must_not_go_beyond(asked(ends=OWN.ends), OWN)


def test_the_system_itself_has_no_limits():
    rules.must_not_go_beyond(asked(CHAIN, ends=None), None)
    rules.must_not_reach_back(asked(starts=dt.date(1990, 1, 1)), None, today=TODAY, decision="")


def test_the_past_wants_a_decision_with_a_number():
    with pytest.raises(BadInput, match="số quyết định"):
        rules.must_not_reach_back(asked(starts=YESTERDAY), OWN, today=TODAY, decision="")
    rules.must_not_reach_back(asked(starts=YESTERDAY), OWN, today=TODAY, decision="12-QĐ/ĐU")
    rules.must_not_reach_back(asked(starts=TODAY), OWN, today=TODAY, decision="")


def test_no_decision_gives_what_was_before_the_giver_s_own_post():
    with pytest.raises(NotAllowed, match="01/01/2026"):
        rules.must_not_reach_back(asked(starts=dt.date(2025, 12, 31)), OWN, today=TODAY, decision="12-QĐ/ĐU")


def test_a_post_whose_time_is_over_is_not_given():
    rules.must_be_still_to_come(None, TODAY)
    rules.must_be_still_to_come(TOMORROW, TODAY)
    with pytest.raises(BadInput):
        rules.must_be_still_to_come(TODAY, TODAY)


@pytest.mark.parametrize("who", ["is_asker", "is_owner", "is_below"])
def test_a_second_person_is_none_of_the_two_and_not_below_the_first(who):
    nobody = dict.fromkeys(("is_asker", "is_owner", "is_below"), False)
    rules.must_be_a_second_person(**nobody)
    with pytest.raises(NotAllowed):
        rules.must_be_a_second_person(**nobody | {who: True})


def test_what_was_answered_is_not_answered_again():
    rules.must_wait("waiting")
    for state in ("given", "refused", "withdrawn"):
        with pytest.raises(Conflict):
            rules.must_wait(state)


@pytest.mark.parametrize(
    ("ended", "ends", "may"),
    [
        (None, TOMORROW, True),
        (TOMORROW + dt.timedelta(days=5), TOMORROW, True),  # it is brought forward
        (TOMORROW, TOMORROW + dt.timedelta(days=5), False),  # nor put off
        (TODAY, TODAY, False),  # it is over
    ],
)
def test_an_end_is_moved_only_while_it_has_not_come_and_only_forward(ended, ends, may):
    if may:
        rules.must_be_ended_once(ended, ends, TODAY)
        return
    with pytest.raises(Conflict):
        rules.must_be_ended_once(ended, ends, TODAY)


def test_nobody_gives_a_post_to_herself():
    rules.must_not_be_for_oneself(is_for_oneself=False)
    with pytest.raises(NotAllowed):
        rules.must_not_be_for_oneself(is_for_oneself=True)


def test_the_keys_of_a_person_lie_with_who_reaches_all_she_holds_and_not_with_herself():
    rules.must_hold_the_keys(reaches_all=True, is_own=False)
    with pytest.raises(NotAllowed, match="chính đồng chí"):
        rules.must_hold_the_keys(reaches_all=True, is_own=True)
    with pytest.raises(NotAllowed, match="ngoài phạm vi"):
        rules.must_hold_the_keys(reaches_all=False, is_own=False)


# Signing in


@pytest.mark.parametrize(
    ("tries", "minutes"), [(4, None), (5, 5), (6, None), (10, 10), (15, 20), (20, 40), (25, 60), (500, 60)]
)
def test_a_door_shuts_at_every_fifth_wrong_try_and_longer_each_time(tries, minutes):
    shut = rules.shut_until(tries, 5, NOON)
    assert shut == (NOON + dt.timedelta(minutes=minutes) if minutes else None)


@pytest.mark.parametrize(
    ("now", "seen", "administers", "left"),
    [
        (1 * HOUR, 1 * HOUR, False, 8 * HOUR),
        (9 * HOUR, 1 * HOUR, False, 0),
        (11 * HOUR, 11 * HOUR, False, 1 * HOUR),  # twelve hours are the longest, however busy she is
        (1 * HOUR, 1 * HOUR, True, 15 * 60),
    ],
)
def test_a_session_ends_after_the_last_click_and_at_the_latest_after_twelve_hours(
    now, seen, administers, left
):
    assert rules.session_left(now, since=0, seen=seen, administers=administers) == left


def test_a_code_can_be_read_over_the_telephone():
    codes = {rules.new_code() for _time in range(200)}
    assert len(codes) == 200 and all(len(code) == rules.CODE_LENGTH for code in codes)
    assert not set("".join(codes)) & set("01OIL")


# Names and roles


@pytest.mark.parametrize(
    ("name", "whole"), [("Nguyễn Thị Lan", True), ("K'Brơi", True), ("Sùng", False), ("", False)]
)
def test_a_whole_name_has_two_words_or_one_that_is_joined(name, whole):
    assert rules.is_full_name(name) is whole


def test_a_name_has_letters():
    rules.must_have_name("Sùng")
    with pytest.raises(BadInput, match="họ và tên"):
        rules.must_have_name("123 -")


@pytest.mark.parametrize(
    ("title", "level", "role"),
    [
        ("Bí thư chi bộ", "cell", "secretary"),
        ("Phó Bí thư Đảng ủy", "grassroots", "committee"),
        ("Bí thư Tỉnh ủy", "province", "leader"),
        ("Chi ủy viên", "cell", "member"),
    ],
)
def test_a_title_tells_the_role(title, level, role):
    assert rules.role_said_by(title, level) == role


def test_a_role_that_does_not_exist_is_refused_by_its_name():
    with pytest.raises(BadInput, match="“vua”"):
        rules.must_be_a_role("vua", known=["member"])
