"""How steps are read, and who has a say at a level."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.practices import rules
from lantoa.practices.models import steps_of

LEVELS = st.sampled_from([*rules.LEVELS, ""])
PLAIN = st.text(alphabet="abcđêô ạ", min_size=1, max_size=20).map(str.strip).filter(bool)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1. Chọn một tối\n2) Xếp lịch", ["Chọn một tối", "Xếp lịch"]),
        ("- Mở sổ\n\n• Đọc lại", ["Mở sổ", "Đọc lại"]),
        ("12 việc hay hỏi có tờ hướng dẫn", ["12 việc hay hỏi có tờ hướng dẫn"]),
        ("3: Treo lịch", ["Treo lịch"]),
        ("", []),
    ],
)
def test_steps_lose_the_marks_people_type_before_them(typed, read):
    assert steps_of(typed) == read


@given(lines=st.lists(PLAIN, max_size=8))
def test_plain_lines_stay_as_they_are(lines):
    assert steps_of("\n".join(lines)) == lines


@given(level=LEVELS, line=st.lists(LEVELS, min_size=1, max_size=6))
def test_who_judges_is_the_first_high_enough_or_the_last(level, line):
    index = rules.nearest_at_or_above(level, line)
    high_enough = [i for i, one in enumerate(line) if rules.rank(one) >= rules.rank(level)]
    assert index == (high_enough[0] if high_enough else len(line) - 1)


@given(level=st.sampled_from(rules.LEVELS), of_actor=LEVELS)
def test_nobody_records_a_recognition_of_a_level_above_except_a_province_for_the_centre(level, of_actor):
    above = rules.rank(level) > rules.rank(of_actor)
    assert rules.may_record_recognition(level, of_actor) == (
        not above or (level, of_actor) == ("central", "province")
    )
