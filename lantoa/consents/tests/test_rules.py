"""Nobody is named without having agreed, and a name that is taken out leaves the words too."""

from __future__ import annotations

import datetime as dt

import pytest

from lantoa.consents import rules
from lantoa.consents.words import ON_PAPER
from lantoa.foundation.errors import BadInput

TODAY = dt.date(2026, 11, 16)


def test_those_who_are_silent_are_named_in_one_sentence():
    rules.must_be_agreed([], "Chưa đồng ý: %(names)s.")
    with pytest.raises(BadInput, match="Chưa đồng ý: Đỗ Thị Hương; Bùi Văn Thắng"):
        rules.must_be_agreed(["Đỗ Thị Hương", "Bùi Văn Thắng"], "Chưa đồng ý: %(names)s.")


@pytest.mark.parametrize(
    ("way", "has_paper", "day", "box"),
    [
        (ON_PAPER, False, TODAY, "paper"),
        (ON_PAPER, True, None, "agreed_on"),
        (ON_PAPER, True, TODAY + dt.timedelta(days=1), "agreed_on"),
    ],
)
def test_an_agreement_can_be_shown(way, has_paper, day, box):
    with pytest.raises(BadInput) as refused:
        rules.must_be_shown(way, has_paper=has_paper, agreed_on=day, today=TODAY)
    assert refused.value.field == box
    rules.must_be_shown(ON_PAPER, has_paper=True, agreed_on=TODAY, today=TODAY)


def test_a_name_is_found_in_whatever_way_it_is_written():
    rules.must_be_gone("Đỗ Thị Hương", {"how": "Một đảng viên nhận việc."})
    with pytest.raises(BadInput) as refused:
        rules.must_be_gone("Đỗ Thị Hương", {"title": "Nhà sạch", "how": "ĐỖ THỊ HƯƠNG nhận việc."})
    assert refused.value.field == "how"
