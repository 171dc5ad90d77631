"""1.234,5 on the page; what people type is read with care."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.foundation.errors import BadInput
from lantoa.foundation.numbers import read, show


def test_thousands_take_a_point_and_decimals_a_comma():
    assert show(1234.5) == "1.234,5"
    assert show(3_000_000_000) == "3.000.000.000"
    assert show(Decimal("98.0600")) == "98,06"
    assert show(-80000) == "-80.000"
    assert show(12, places=2) == "12,00"
    assert show(None) == ""


@pytest.mark.parametrize("typed", ["1234,5", "1.234,5", " 1 234,5 "])
def test_both_ways_of_writing_are_read(typed):
    assert read(typed) == Decimal("1234.5")


@pytest.mark.parametrize("typed", ["1,234.5", "12.34", "ba mươi", "", "1.2345", "1,2,3", "1e5"])
def test_anything_else_is_asked_about_never_guessed(typed):
    with pytest.raises(BadInput, match="Nhập theo cách viết Việt Nam"):
        read(typed, "value")


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2, allow_nan=False))
def test_what_is_shown_can_be_read_back(number):
    assert read(show(number)) == number
