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


# The lines of ASVS 5.0 that shape the design.
ASVS = "2.3.3 2.3.4 2.4.1 5.2.3 5.4.3 6.2.1 6.2.5 6.2.10 6.2.12 6.3.3 6.4.2 7.4.2 7.4.5 8.1.2 8.2.3 8.4.1 14.2.1 14.3.2"
ASVS += " 15.3.3 16.3.2 16.4.2 16.4.3"


def test_every_line_of_asvs_that_shapes_the_design_has_its_evidence_or_says_why_not():
    told = [line.split("|") for line in PAPER.read_text().splitlines() if re.match(r"\| \d+\.\d", line)]
    found = {line: row[3] for row in told for line in row[1].split()}
    assert set(ASVS.split()) - set(found) == set()
    assert all(re.search(r"`[\w/]*test_\w+\.py`|chưa", words) for words in found.values())
