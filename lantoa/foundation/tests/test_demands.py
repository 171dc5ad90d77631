"""What every room demands of what is typed."""

import datetime as dt
from decimal import Decimal

import pytest

from lantoa.foundation import demands
from lantoa.foundation.errors import BadInput

DAY = dt.date(2026, 11, 16)
NEXT = DAY + dt.timedelta(days=1)


@pytest.mark.parametrize("typed", ["", "   ", "\n\t", "\u200b"])
def test_something_is_said(typed):
    assert demands.must_say("  Đã  họp ", "what", "Viết đã làm gì.").startswith("Đã")
    with pytest.raises(BadInput, match="Viết đã làm gì") as refused:
        demands.must_say(typed, "what", "Viết đã làm gì.")
    assert refused.value.field == "what"


def test_what_is_recorded_has_happened():
    demands.must_have_happened(DAY, DAY, "on")
    with pytest.raises(BadInput, match="chưa đến"):
        demands.must_have_happened(NEXT, DAY, "on")


def test_a_day_that_is_too_early_is_told_of_which_other():
    demands.must_come_after(DAY, DAY, "ngày tiếp nhận", "on")
    with pytest.raises(BadInput, match="sớm hơn ngày tiếp nhận"):
        demands.must_come_after(DAY, NEXT, "ngày tiếp nhận", "on")


def test_people_are_counted_whole():
    assert demands.must_be_whole(Decimal("12.0"), "people") == 12
    with pytest.raises(BadInput, match="Nhập số nguyên") as refused:
        demands.must_be_whole(Decimal("2.5"), "people")
    assert refused.value.field == "people"


def test_an_end_is_after_the_beginning():
    demands.must_end_after_start(DAY, None)
    demands.must_end_after_start(DAY, NEXT)
    with pytest.raises(BadInput) as refused:
        demands.must_end_after_start(DAY, DAY, "last_day")
    assert refused.value.field == "last_day"
