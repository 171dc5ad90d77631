"""`make deep` goes on after a find, says what was told, and goes on where it was cut off."""

from __future__ import annotations

from contextlib import nullcontext

import pytest

from tools import deep


@pytest.fixture
def told(monkeypatch):
    """The pieces as they are told, none of them for long; in the boxes something is found."""
    told = []

    def tell(piece, *more):
        told.append(piece)
        return int(piece == "boxes")

    monkeypatch.setattr(deep, "before", tell)
    monkeypatch.setattr(deep, "of_a_room", tell)
    monkeypatch.setattr(deep, "second_database", lambda: nullcontext({}))
    monkeypatch.setattr(deep.machine, "need", lambda *programs: None)
    return told


def test_a_find_ends_no_other_piece_and_what_was_told_is_said_at_the_end(told, capsys):
    assert deep.main(["--seed", "7"]) == 1
    assert set(told) == {*deep.BEFORE, *deep.ROOMS}
    said = capsys.readouterr().out
    assert "FOUND: make deep ONLY=boxes SEED=7" in said and said.count("nothing found") == len(told) - 1


def test_a_run_that_was_cut_off_goes_on_where_it_stopped_with_its_seed(told, tmp_path):
    log = str(tmp_path / "log.tsv")
    deep.main(["long", "boxes", "meetings", "--seed", "7", "--log", log])
    told.clear()
    deep.main(["long", "boxes", "meetings", "study", "--log", log])
    assert told == ["boxes", "study"], "what found something is told again, the rest is known"
    assert {(one.seed, one.piece) for one in deep.Log(log).told} == {
        (7, piece) for piece in ("long", "boxes", "meetings", "study")
    }


def test_a_room_is_told_on_both_databases_with_one_seed_then_with_the_next():
    rounds = deep.rounds("study", 7, {"DATABASE_URL": "postgresql://somebody@here/postgres"})
    told = [next(rounds) for _ in range(3)]
    assert [(seed, home.get("DATABASE_URL")) for seed, home in told] == [
        (7, None),
        (7, "postgresql://somebody@here/study"),
        (8, None),
    ]
