"""What a reviewer's list asks of the index: many texts at once, in a fixed number of queries."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.writing import actions, comparing, queries
from lantoa.writing.tests.papers import FARMER, NURSE, NURSE_COPY, NURSE_REORDERED, TEACHER

POOL, DAY = "unit:1", dt.date(2026, 11, 16)


def put(number: int, text: str, owner: str, year: int = 2026, pool: str = POOL) -> None:
    actions.index(("story.paper", str(number)), pool=pool, year=year, owner=owner, text=text)


@pytest.fixture
def commune(db):
    put(1, NURSE, "person:1", year=2025)
    put(2, NURSE_REORDERED, "person:1")
    put(3, NURSE_COPY, "person:2")
    put(4, TEACHER, "person:3")
    put(5, FARMER, "person:4")


def test_a_copy_and_an_own_earlier_text_are_both_found(commune):
    found = comparing.closest("story.paper", ["2", "4"], on=DAY)
    assert [(m.is_own, m.subject_id) for m in found["2"]] == [(False, "3"), (True, "1")]
    assert found["2"][1].year == 2025 and found["4"] == []


def test_the_list_and_the_single_question_agree(commune):
    actions.take_snapshot(POOL, DAY)
    for number, text, owner in (("2", NURSE_REORDERED, "person:1"), ("3", NURSE_COPY, "person:2")):
        one_by_one = queries.likenesses(text, pool=POOL, owner=owner, exclude=f"story.paper:{number}", on=DAY)
        together = comparing.closest("story.paper", [number], on=DAY)[number]
        assert [(m.subject_id, round(m.score, 9)) for m in together] == [
            (one.subject_id, round(one.score, 9)) for one in one_by_one
        ]


def test_many_texts_cost_as_many_queries_as_one(commune, django_assert_max_num_queries):
    for number in range(10, 40):
        put(number, f"{TEACHER} Thêm {number} điều.", f"person:{number}")
    comparing.closest("story.paper", ["2"], on=DAY)
    with django_assert_max_num_queries(9):
        comparing.closest("story.paper", ["2"], on=DAY)
    with django_assert_max_num_queries(9):
        comparing.closest("story.paper", [str(n) for n in range(1, 40)], on=DAY)


def test_another_pool_is_not_asked_and_an_unknown_paper_is_met_by_nobody(commune):
    put(6, NURSE, "person:9", pool="unit:2")
    assert comparing.closest("story.paper", ["6", "77"], on=DAY) == {"6": []}


def test_the_shared_words_are_marked_in_both(commune):
    found = comparing.shared_passages(NURSE, NURSE_COPY, pool=POOL, on=DAY)
    assert any("Gọi điện nhắc lịch tái khám" in NURSE[p.start : p.end] for p in found)
    assert all(NURSE_COPY[p.other_start : p.other_end] for p in found)


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_pieces_are_the_text_again(text, spans):
    assert "".join(piece.text for piece in comparing.pieces(text, spans)) == text
