"""Which level decides what, who judges, and what a vote is. Decided without a database."""

from __future__ import annotations

import datetime as dt

import pytest

from lantoa.commendations import rules, words
from lantoa.foundation.errors import BadInput, NotAllowed

DAY = dt.date(2026, 11, 16)


def box(ask, *said, **more):
    with pytest.raises(BadInput) as refused:
        ask(*said, **more)
    return refused.value.field


@pytest.mark.parametrize(
    ("unit", "level"),
    [("cell", words.CELL), ("section", words.CELL), ("province", words.PROVINCE), ("", words.CELL)],
)
def test_a_section_has_no_say_of_its_own_and_what_is_no_party_organisation_counts_with_the_cells(unit, level):
    assert rules.level_of(unit) == level


def test_a_nomination_asks_its_own_committee_or_one_above():
    rules.must_be_a_level_above_cells(words.GRASSROOTS, "grassroots")
    rules.must_be_a_level_above_cells(words.PROVINCE, "cell")
    assert box(rules.must_be_a_level_above_cells, words.CELL, "cell") == "proposed_level"
    assert box(rules.must_be_a_level_above_cells, words.GRASSROOTS, "province") == "proposed_level"


@pytest.mark.parametrize(
    ("form", "level", "fits"),
    [
        (words.PRAISE, words.CELL, True),
        (words.CERTIFICATE, words.CELL, False),
        (words.CERTIFICATE, words.GRASSROOTS, True),
        (words.DIPLOMA, words.SUPERIOR, False),
        (words.DIPLOMA, words.PROVINCE, True),
        (words.CERTIFICATE, words.CENTRAL, False),
        (words.PRAISE, "no level", False),
    ],
)
def test_a_level_gives_only_the_forms_that_are_its_own(form, level, fits):
    if fits:
        rules.must_fit(form, level)
    else:
        assert box(rules.must_fit, form, level) == "form"


def test_an_individual_has_a_name_and_a_collective_is_no_person():
    rules.must_name_subject(words.INDIVIDUAL, False, "Lò Thị Pâng")
    assert box(rules.must_name_subject, words.INDIVIDUAL, False, "  ") == "subject_name"
    assert box(rules.must_name_subject, "collective", True, "") == "subject_name"


def test_nobody_judges_herself_and_no_committee_its_own_unit():
    rules.must_not_judge_oneself(is_person=False, is_unit=False)
    with pytest.raises(NotAllowed, match="chính mình"):
        rules.must_not_judge_oneself(is_person=True, is_unit=False)
    with pytest.raises(NotAllowed, match="Trình cấp trên"):
        rules.must_not_judge_oneself(is_person=False, is_unit=True)


@pytest.mark.parametrize(
    ("votes_for", "total", "field"),
    [
        (0, 0, "votes_total"),
        (1, None, "votes_total"),
        (None, 9, "votes_for"),
        (10, 9, "votes_for"),
        (-1, 9, "votes_for"),
    ],
)
def test_there_were_votes_and_not_more_for_it_than_there_were(votes_for, total, field):
    rules.must_be_votes(0, 9)
    assert box(rules.must_be_votes, votes_for, total) == field


@pytest.mark.parametrize("said", [(0, "BB-01", DAY), (9, "", DAY), (9, "BB-01", None)])
def test_a_click_is_a_record_of_minutes_and_not_a_decision(said):
    rules.must_have_been_voted(9, "BB-01", DAY)
    with pytest.raises(BadInput, match="số và ngày biên bản"):
        rules.must_have_been_voted(*said)
