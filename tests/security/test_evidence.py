"""What docs/security.md names as evidence is there."""

import re

from django.conf import settings

PAPER = settings.BASE_DIR / "docs" / "security.md"


def test_every_story_that_the_paper_names_is_there():
    named = set(re.findall(r"`([\w/]*test_\w+\.py)`", PAPER.read_text()))
    there = {str(path.relative_to(settings.BASE_DIR)) for path in settings.BASE_DIR.glob("*/**/test_*.py")}
    gone = {one for one in named if not any(path == one or path.endswith(f"/{one}") for path in there)}
    assert named and gone == set()


def test_what_is_not_done_says_so():
    rows = [line for line in PAPER.read_text().splitlines() if line.startswith("| T")]
    assert len(rows) > 35
    assert all("`" in row or "**chưa" in row or "không có ô" in row for row in rows)
