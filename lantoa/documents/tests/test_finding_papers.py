"""Papers are found as people type: without accents, the words in any order."""

import datetime as dt

import pytest
from django.urls import reverse

from lantoa.documents import actions, queries
from lantoa.documents.tests import access
from lantoa.foundation.errors import BadInput, Doubt
from lantoa.foundation.tests.asked import at_a_form


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


def issue(cast, on):
    return actions.issue(
        type=queries.type_of("party", "Báo cáo"),
        issuer_unit=cast.commune,
        body_abbreviation="ĐU",
        abstract="kết quả",
        on=on,
        by=cast.committee,
    )


def test_a_paper_dated_before_its_predecessor_is_asked_about_and_one_of_a_far_year_is_not_taken(cast):
    access.prepare(cast)
    with at_a_form(), pytest.raises(Doubt, match="muộn hơn ngày này"):
        issue(cast, cast.today - dt.timedelta(days=3))
    with at_a_form(sure=True):
        assert issue(cast, cast.today - dt.timedelta(days=3)).number == 3
    with pytest.raises(BadInput, match="còn xa"):
        issue(cast, dt.date(2096, 11, 16))
