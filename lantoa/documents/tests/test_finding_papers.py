"""Papers are found as people type: without accents, the words in any order."""

import pytest
from django.urls import reverse

from lantoa.documents import actions, queries
from lantoa.documents.tests import access


@pytest.mark.parametrize(
    "asked", ["day manh", "đẩy mạnh", "ĐẨY MẠNH", "manh day", "03-BC/ĐU", "đẩy mạnh " * 700]
)
def test_a_paper_is_found_with_or_without_accents(cast, asked):
    access.prepare(cast)
    actions.issue(
        type=queries.type_of("party", "Báo cáo"),
        issuer_unit=cast.commune,
        body_abbreviation="ĐU",
        abstract="đẩy mạnh học tập, thực hành",
        on=cast.today,
        by=cast.committee,
    )
    page = cast.client("officer").get(reverse("documents:index"), {"tim": asked}).content.decode()
    assert "đẩy mạnh học tập" in page and "kết quả năm 2026" not in page
    assert ("Chỉ tìm theo 12 từ" in page) is (len(asked) > 100)
