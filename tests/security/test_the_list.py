"""Every case of the analysis stands on the page, with a story that is there or a sentence why there is none."""

from __future__ import annotations

import re

import pytest
from django.conf import settings

PAPER = settings.BASE_DIR / "docs" / "security.md"
CASES = [f"T{number:02d}" for number in range(1, 95)]


def rows() -> list[tuple[set[str], str]]:
    """(cases, what stands in the last column) of each row of the table of cases."""
    lines = [line for line in PAPER.read_text().splitlines() if re.match(r"\| T\d", line)]
    return [(_cases(line.split("|")[1]), line.split("|")[3].strip()) for line in lines]


def _cases(words: str) -> set[str]:
    """ "T83–T88 T92" → all of them."""
    found: set[str] = set()
    for one in words.split():
        first, last = (one.split("–") * 2)[:2]
        found |= {f"T{number:02d}" for number in range(int(first[1:]), int(last[1:]) + 1)}
    return found


@pytest.mark.parametrize("case", CASES)
def test_the_case_has_its_story_or_says_why_not(case):
    told = [words for cases, words in rows() if case in cases]
    assert told, f"{case} has no line in docs/security.md"
    assert any(re.search(r"`[\w/]*test_\w+\.py`|chưa|không có ô", words) for words in told)


def test_no_line_speaks_of_a_case_that_is_none():
    assert set().union(*(cases for cases, _words in rows())) == set(CASES)
