"""What is written from the code says what the code says."""

from __future__ import annotations

import pytest

from tools.deep import MATRIX, MINUTES, MOST
from tools.papers import ROOT, generated


@pytest.mark.parametrize("name", generated())
def test_a_generated_paper_is_current(name):
    assert (ROOT / name).read_text() == generated()[name](), f"{name} is out of date: make papers"


def test_deep_stays_within_an_hour_and_names_every_room_that_tries_random_examples():
    assert sum(MINUTES.values()) + MATRIX <= MOST
    trying = {path.parts[-3] for path in ROOT.glob("lantoa/*/tests/*.py") if "@given" in path.read_text()}
    assert trying <= set(MINUTES)
