"""How well the rules see what a person sees, on sentences written for this test."""

from __future__ import annotations

import pytest

from lantoa.writing.rules import advise, labels, needs_a_closer_look
from lantoa.writing.tests.sentences import SENTENCES

NAMES = {"target": "measurable_target"}


def f1(key: str) -> float:
    """Of what is there, how much is found; of what is found, how much is there; in one number."""
    both = found = there = 0
    for sentence in SENTENCES:
        is_found, is_there = labels(sentence.text)[NAMES.get(key, key)], key in sentence.seen.split()
        both += is_found and is_there
        found, there = found + is_found, there + is_there
    return 2 * both / (found + there)


def rightly_said(key: str, is_right) -> float:
    """How often a hint is right when it is given."""
    given = [s for s in SENTENCES if advise(s.text, kind=s.kind).hint(key)]
    return sum(is_right(s) for s in given) / len(given)


@pytest.mark.parametrize(
    ("key", "least"),
    [("target", 0.95), ("deadline", 0.93), ("action", 0.90), ("product", 0.85), ("beneficiary", 0.90)],
)
def test_what_is_there_is_found_and_little_else(key, least):
    assert f1(key) >= least


@pytest.mark.parametrize("key", ["target", "deadline", "product", "beneficiary"])
def test_not_yet_seen_is_said_rightly(key):
    assert rightly_said(key, lambda sentence: key not in sentence.seen.split()) >= 0.95


def test_general_is_said_rightly():
    assert rightly_said("action", lambda sentence: sentence.overall == "vague") >= 0.85


def test_the_vague_come_before_the_rest_in_the_reviewers_order():
    order = {sentence: needs_a_closer_look(sentence.text).order for sentence in SENTENCES}
    vague = [order[s] for s in SENTENCES if s.overall == "vague"]
    rest = [order[s] for s in SENTENCES if s.overall != "vague"]
    ahead = sum((a > b) + 0.5 * (a == b) for a in vague for b in rest)
    assert ahead / (len(vague) * len(rest)) >= 0.95
