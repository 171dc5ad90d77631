"""A long text goes out to Excel and comes back whole; one that is too long is refused and never cut."""

from __future__ import annotations

import pytest

from lantoa.exchange import queries
from lantoa.exchange.tests.test_every_list import counts, gone_out, opened
from lantoa.foundation.exchange import CONFLICT, SAME
from lantoa.foundation.tables import read_file
from lantoa.readings import actions
from lantoa.readings.models import Reading

pytestmark = pytest.mark.django_db
HEAD = "Tên\tLoại\tNguồn\tTrang\tNội dung\nChuyện dài\tmẩu chuyện\tSách của tỉnh\t12\t"


@pytest.mark.parametrize(
    "text", ["Ngày ấy, trong đoàn có một em nhỏ. " * 500, "\n".join(["Mỗi câu một dòng."] * 1100)]
)
def test_a_long_story_comes_back_from_excel_as_it_went_out(cast, text):
    actions.enter(
        unit=cast.province,
        by=cast.officer,
        kind="story",
        title="Chuyện dài",
        text=text.strip(),
        source="Sách",
    )
    draft = opened(cast, "readings", read_file("so.xlsx", gone_out(cast, "readings")))
    assert counts(cast, draft) == {SAME: 1}


@pytest.mark.parametrize("signs", [20_001, 50_000])
def test_a_story_longer_than_its_box_is_refused_by_name_and_not_cut(cast, signs):
    draft = opened(cast, "readings", HEAD + "a" * signs)
    [plan] = queries.look(draft, cast.officer).plans
    assert plan.state == CONFLICT and "dài quá 20000 ký tự" in plan.row.wrongs["text"]
    assert not Reading.objects.exists()
