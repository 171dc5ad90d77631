"""`make mutate` finds the checks of rights and leaves them out; here on a small piece, and on a sample of one room."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.urls import get_resolver

from tools import checks, mutate

PIECE = """
def must_read(by):
    if not by.may("read"):
        raise NotAllowed("no")

def read(things, by, page=1):
    must_read(by)
    if page > 9:
        raise BadInput("no such page")
    return by.in_reach(things) if by.may("all") else []
"""


class NotAllowed(Exception):
    pass


@pytest.fixture
def piece(monkeypatch):
    """The piece as `make mutate` loads it, and its checks."""
    tree, found = checks.marked(PIECE, checks.ROOT / "lantoa/people/actions/piece.py")
    space = {"NotAllowed": NotAllowed, "BadInput": ValueError, **checks.ASKED}
    exec(compile(tree, "piece", "exec"), space)
    monkeypatch.setattr(checks, "left_out", set())
    monkeypatch.setattr(checks, "said_no", set())
    return SimpleNamespace(read=space["read"], checks={one.words: one.key for one in found})


class Nobody:
    """Who may nothing and reaches nothing."""

    def may(self, right):
        return False

    def in_reach(self, things):
        return []


def test_checks_are_found_and_what_is_no_check_is_not(piece):
    assert set(piece.checks) == {"if not by.may('read')", "by.in_reach(things)", "by.may('all')"}


def test_each_check_holds_until_it_is_left_out(piece):
    with pytest.raises(NotAllowed):
        piece.read([1], Nobody())
    assert checks.said_no == {piece.checks["if not by.may('read')"]}, "what never says no cannot be missed"
    checks.left_out = {piece.checks["if not by.may('read')"]}
    assert piece.read([1], Nobody()) == []
    checks.left_out = set(piece.checks.values())
    assert piece.read([1], Nobody()) == [1]


@cache
def of_the_house() -> list:
    return [one for path in checks.sources() for one in checks.of(path)]


def test_a_call_of_what_refuses_is_a_check_wherever_it_stands():
    found = of_the_house()
    assert len({one.key for one in found}) == len(found) > 700
    words = {one.words for one in found if one.path == "lantoa/consents/actions.py"}
    assert {"_must_answer_for(consent, by)", "if not queries.is_named(by, consent)"} <= words


def test_what_is_said_to_stand_twice_is_there_with_its_reason():
    rooms = [one for one in get_resolver().url_patterns if hasattr(one, "url_patterns")]
    addresses = {f"address {room.namespace}:{page.name}" for room in rooms for page in room.url_patterns}
    there = {one.key for one in of_the_house()} | addresses
    told = mutate.told(mutate.TWICE)
    assert set(told) <= there and all(len(why) > 20 for why in told.values())


def test_no_file_of_the_house_is_changed_by_looking():
    path = next(checks.sources())
    before = path.read_text()
    assert isinstance(checks.marked(before, path)[0], ast.Module) and path.read_text() == before


@pytest.mark.deep
def test_of_a_sample_every_check_is_missed_by_a_story(tmp_path: Path):
    asked = vars(mutate.parser().parse_args(["consents", "--sample", "1", "--seed", "7", "--jobs", "1"]))
    told = mutate.run(asked, tmp_path / "told.json")
    assert len(told["checks"]) == 1 and {how for how, _story in told["checks"].values()} == {"noticed"}
