"""Every kind of figure that offices state has its right answer and a story that keeps it; published totals are refused.

The kinds and the stories stand in kinds.tsv.
"""

import csv
import re
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings

from lantoa.figures import actions
from lantoa.figures.models import DeclaredFigure
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput

ROWS = list(csv.DictReader((Path(__file__).parent / "kinds.tsv").open(), delimiter="\t"))
LETTERS = {2: "1 2 3 5 6 7 8 9 10 11 12 15 16 17 18 19 20 21 22 23 24", 3: "4 13 14"}
KINDS = {
    f"{number}{letter}" for n, those in LETTERS.items() for number in those.split() for letter in "abc"[:n]
}


def test_every_kind_is_named_once_with_its_right_answer():
    assert {row["kind"] for row in ROWS} == KINDS and len(ROWS) == len(KINDS)
    assert all(row["the right answer"] and row["what an office states"] for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=[row["kind"] for row in ROWS])
def test_the_story_that_keeps_it_is_there(row):
    place, _colons, story = row["story"].partition("::")
    text = (Path(settings.BASE_DIR) / place).read_text()
    assert re.search(rf"^def {story}\(", text, re.M), f"{row['kind']}: {row['story']} is not told"


# What was published and does not add up: the whole, how its parts stand to it, the parts, and why it is refused.
PUBLISHED = [
    (
        "whole",
        4320,
        [("cấp tỉnh", 615), ("cấp huyện", 1565), ("cấp cơ sở", 2608)],
        "4.788 .* khác tổng số 4.320",
    ),
    (
        "whole",
        4071,
        [("cấp tỉnh", 410), ("cấp huyện", 1499), ("cấp cơ sở", 2697)],
        "4.606 .* khác tổng số 4.071",
    ),
    ("nested", 231, [("tiêu biểu", 35), ("được nhân rộng", 268)], "nằm trong “tiêu biểu”"),
    ("some", 27, [("tập thể", 15), ("cá nhân", 28)], "lớn hơn tổng số 27"),
]


@pytest.mark.parametrize(("division", "whole", "parts", "why"), PUBLISHED)
def test_a_pack_of_published_totals_that_do_not_add_up_is_refused_with_the_reason(
    cast, division, whole, parts, why
):
    kept = actions.keep_indicator(
        unit=cast.province,
        by=cast.officer,
        label="Số đã công bố",
        unit_of_count="mô hình",
        kind="number",
        meaning="in_period",
        adds="sum",
        division=division,
        section="practices",
        parts=[name for name, _number in parts],
    )
    told = [[name, str(number)] for name, number in parts]
    with pytest.raises(BadInput, match=why):
        actions.declare(
            kept,
            unit=cast.province,
            period=Period.year(2024),
            kind="number",
            value=Decimal(whole),
            parts=told,
            by=cast.officer,
        )
    assert not DeclaredFigure.objects.exists()


def test_persons_and_occurrences_are_not_parts_of_one_whole(cast):
    """A whole in persons with a part in occurrences: more than the whole, and so refused."""
    kept = actions.keep_indicator(
        unit=cast.province,
        by=cast.officer,
        label="Người được khen",
        unit_of_count="người",
        kind="number",
        meaning="in_period",
        adds="sum",
        division="some",
        section="commendations",
        parts=["lượt được khen"],
    )
    with pytest.raises(BadInput, match=r"lượt được khen.*lớn hơn tổng số 90"):
        actions.declare(
            kept,
            unit=cast.cell,
            period=Period.year(2026),
            kind="number",
            value=Decimal(90),
            parts=[["lượt được khen", "113"]],
            by=cast.secretary,
        )
