"""A deed to be published: who, what, how much. Decided without a database."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lantoa.exemplars import rules
from lantoa.exemplars.rules import COLLECTIVE, INDIVIDUAL, Result
from lantoa.exemplars.words import LONGEST_STORY
from lantoa.foundation.errors import BadInput


def box(ask, *said):
    with pytest.raises(BadInput) as refused:
        ask(*said)
    return refused.value.field


def test_a_deed_has_a_sentence_and_a_story_that_others_read_to_the_end():
    rules.must_tell("Mở lớp ôn bài", "Mỗi tối thứ Ba…" + "a" * (LONGEST_STORY - 20))
    assert box(rules.must_tell, "", "Mỗi tối") == "title"
    assert box(rules.must_tell, "Mở lớp", "") == "story"
    assert box(rules.must_tell, "Mở lớp", "a" * (LONGEST_STORY + 1)) == "story"


def test_the_deed_of_a_person_names_her_and_that_of_a_collective_need_not():
    rules.must_name_someone(COLLECTIVE, [])
    rules.must_name_someone(INDIVIDUAL, ["", "Lò Thị Pâng"])
    assert box(rules.must_name_someone, INDIVIDUAL, [""]) == "names"


def test_the_last_name_is_not_taken_out_of_a_person_s_deed():
    rules.must_still_name_someone(INDIVIDUAL, ["Lò Thị Pâng"])
    rules.must_still_name_someone(COLLECTIVE, [])
    assert box(rules.must_still_name_someone, INDIVIDUAL, []) == "story"


def test_one_person_is_named_once_however_she_is_written():
    rules.must_not_repeat(["Lò Thị Pâng", "Lò Thị Pang A"])
    assert box(rules.must_not_repeat, ["Lò Thị Pâng", "lo thi pang"]) == "names"


@pytest.mark.parametrize("one", [Result(Decimal(0), "hộ"), Result(Decimal(-1), "hộ"), Result(Decimal(3), "")])
def test_a_result_is_more_than_nothing_and_says_what_it_counts(one):
    assert box(rules.must_be_counted, [Result(Decimal(33), "hộ"), one]) == "results"


def test_whatever_is_returned_says_why():
    assert box(rules.must_give_a_reason, "") == "reason"
