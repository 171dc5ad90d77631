"""How long a meeting lasts, what is warned of, and how people type an hour. No database is asked."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.foundation.errors import BadInput
from lantoa.meetings import rules
from lantoa.meetings.models import Meeting

TODAY = dt.date(2026, 11, 16)


def meeting(**fields):
    given_fields = {
        "kind": "regular",
        "held_on": dt.date(2026, 11, 15),
        "members": 18,
        "present": 18,
        "minutes": 90,
    }
    return Meeting(**given_fields | fields)


def warned(one, *, regular_this_month=True):
    return rules.warnings(one, regular_this_month=regular_this_month, today=TODAY)


@pytest.mark.parametrize(
    ("kind", "members", "combined", "needed"),
    [
        ("regular", 18, False, 90),
        ("regular", 29, False, 90),
        ("regular", 30, False, 120),
        ("regular", 5, True, 120),
        ("thematic", 18, False, None),
        ("flag", 200, False, None),
    ],
)
def test_ninety_minutes_or_a_hundred_and_twenty(kind, members, combined, needed):
    assert rules.minutes_needed(kind, members, combined) == needed


def test_a_short_meeting_is_warned_of_and_not_refused():
    short = meeting(minutes=60)
    rules.must_be_sayable(short)
    assert warned(short) == ["Buổi họp dài 60 phút, quy định ít nhất 90 phút (Chỉ thị 50-CT/TW)."]
    assert warned(meeting(minutes=100, combined=True, topic="Nêu gương"))[0].startswith(
        "Buổi họp dài 100 phút"
    )
    assert warned(meeting()) == warned(meeting(minutes=None)) == []


def test_what_was_held_before_the_rule_is_not_judged_by_it():
    assert warned(meeting(minutes=45, held_on=dt.date(2025, 7, 22))) == []
    assert len(warned(meeting(minutes=45, held_on=dt.date(2025, 7, 23)))) == 1


def test_a_thematic_meeting_does_not_stand_in_for_the_regular_one():
    thematic = meeting(kind="thematic", topic="Nêu gương", minutes=60)
    assert warned(thematic) == []
    (sentence,) = warned(thematic, regular_this_month=False)
    assert "không thay cho sinh hoạt thường kỳ" in sentence


def test_absence_without_a_reason_and_the_handbook_are_mentioned():
    one = meeting(held_on=dt.date(2026, 11, 3), absent_without_reason=1)
    assert [w[:20] for w in warned(one)] == ["Có 1 đảng viên vắng ", "Chưa ghi việc đăng k"]
    one.posted_to_handbook_at = dt.datetime(2026, 11, 4)
    assert len(warned(one)) == 1


def test_results_are_due_on_the_handbook_after_two_days():
    assert not rules.must_still_be_posted(meeting(held_on=dt.date(2026, 11, 14)), TODAY)
    assert rules.must_still_be_posted(meeting(held_on=dt.date(2026, 11, 13)), TODAY)
    assert not rules.must_still_be_posted(meeting(kind="flag", held_on=dt.date(2026, 11, 2)), TODAY)
    assert not rules.must_still_be_posted(meeting(held_on=dt.date(2025, 10, 27)), TODAY)


def test_posting_is_not_born_late_where_a_meeting_is_recorded_afterwards():
    late = meeting(held_on=dt.date(2026, 11, 3))
    late.recorded_at = dt.datetime(2026, 11, 14, 8, tzinfo=dt.UTC)
    assert rules.to_be_posted_by(late) == dt.date(2026, 11, 16)
    assert rules.to_be_posted_by(
        meeting(held_on=dt.date(2026, 11, 16), recorded_at=late.recorded_at)
    ) == dt.date(2026, 11, 18)


@pytest.mark.parametrize(
    ("fields", "said", "field"),
    [
        ({"present": 19}, "nhiều hơn số đảng viên phải dự", "attendance_note"),
        ({"members": 0, "present": 0}, "Nhập tổng số đảng viên", "members"),
        ({"kind": "thematic"}, "tên chuyên đề", "topic"),
        ({"combined": True}, "tên chuyên đề", "topic"),
        ({"minutes": 2000}, "bằng phút", "minutes"),
        ({"opinions": 10**6}, "lớn quá", "opinions"),
        ({"present": 10**9, "attendance_note": "x"}, "lớn quá", "present"),
    ],
)
def test_what_cannot_be_said_is_asked_about(fields, said, field):
    with pytest.raises(BadInput, match=said) as refused:
        rules.must_be_sayable(meeting(**fields))
    assert refused.value.field == field


def test_more_present_than_due_needs_a_word_except_under_the_flag():
    rules.must_be_sayable(meeting(present=20, attendance_note="Hai đồng chí chi bộ bạn dự."))
    rules.must_be_sayable(meeting(kind="flag", members=0, present=45))


@pytest.mark.parametrize(
    ("typed", "hour", "minute"),
    [
        ("14:00", 14, 0),
        ("14h30", 14, 30),
        ("14h", 14, 0),
        ("7 giờ 15", 7, 15),
        ("7 giờ 15 phút", 7, 15),
        ("8.05", 8, 5),
    ],
)
def test_an_hour_as_people_type_it(typed, hour, minute):
    assert rules.read_time(typed) == dt.time(hour, minute)


@pytest.mark.parametrize("typed", ["25:00", "14:75", "chiều", "14", ""])
def test_what_is_no_hour_is_asked_about(typed):
    with pytest.raises(BadInput, match="ví dụ 14:00"):
        rules.read_time(typed)


@given(st.times())
def test_every_minute_of_the_day_is_read_back(time):
    assert rules.read_time(f"{time:%H:%M}") == time.replace(second=0, microsecond=0)


@pytest.mark.parametrize("code", list(rules.REASONS))
def test_a_reason_offered_is_recognised_again(code):
    absence = rules.absence(7, code)
    assert rules.code_of(absence.with_reason, absence.reason) == code
    assert absence.with_reason is (code != "none")


def test_a_reason_nobody_offered_is_another_reason():
    assert rules.absence(7, "nghỉ mát").reason == "có lý do"
    assert rules.code_of(True, "đi học") == "other" and rules.code_of(False, "không rõ") == "none"


def test_only_gaps_after_the_first_recorded_month_are_asked_for():
    held = [dt.date(2025, 12, 3), dt.date(2026, 8, 3), dt.date(2026, 10, 3)]
    assert rules.gaps(held, TODAY) == [dt.date(2026, 9, 1)]
    assert rules.gaps([], TODAY) == rules.gaps([dt.date(2025, 3, 3)], TODAY) == []


@given(st.sets(st.integers(1, 12)), st.integers(1, 12))
def test_held_months_and_gaps_make_up_the_year_so_far(months, now):
    today, held = dt.date(2026, now, 15), [dt.date(2026, m, 3) for m in months]
    found = {day.month for day in rules.gaps(held, today)}
    first = min(months, default=now)
    assert found == {m for m in range(first, now) if m not in months}


def test_the_day_a_form_offers():
    assert rules.usual_day(dt.date(2026, 9, 1), TODAY) == dt.date(2026, 9, 3)
    assert rules.usual_day(dt.date(2026, 11, 1), TODAY) == TODAY
    assert rules.usual_day(dt.date(2027, 1, 1), TODAY) == TODAY


def test_quarters_are_said_in_roman():
    assert rules.quarter_name(rules.quarter_of(TODAY)) == "quý IV"
    assert rules.quarter_name(rules.quarter_of(dt.date(2026, 3, 31))) == "quý I"


@pytest.mark.parametrize("topic", ["Sơ kết 6 tháng", "Hội nghị sơ kết 6 tháng"])
def test_a_conference_is_called_one_once(topic):
    assert rules.conference_name(topic) == "Hội nghị sơ kết 6 tháng"
