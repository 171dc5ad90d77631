"""What was found once has its story, and the page that says so names stories that are there."""

from __future__ import annotations

import re

import pytest

from tools.papers import ROOT

LINES = [line for line in (ROOT / "docs/mended.md").read_text().splitlines() if re.match(r"\| [A-Z]\d", line)]


def stories(line: str) -> list[tuple[str, str]]:
    """The files and names of the stories of a line; rooms stand without `lantoa/`."""
    found = re.findall(r"`([\w/]+\.py)::(\w+)`", line)
    return [(f if f.startswith("tests/") else f"lantoa/{f}", name) for f, name in found]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.split("|")[1].strip())
def test_what_was_found_is_kept_mended_by_stories_that_are_there(line):
    gone = [name for f, name in stories(line) if f"def test_{name}(" not in (ROOT / f).read_text()]
    assert stories(line) and gone == []


def test_papers_that_answer_in_place_of_a_story_are_there():
    told = re.findall(r"docs/decisions/(\d{4})", "".join(LINES))
    assert told and all(list((ROOT / "docs/decisions").glob(f"{number}-*.md")) for number in told)
