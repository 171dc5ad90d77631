"""1.234,5 on the page; what people type is read with care."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.foundation.errors import BadInput
from lantoa.foundation.numbers import read, read_money, say, show


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


@given(st.decimals(min_value=-(10**12 - 1), max_value=10**12 - 1, places=2, allow_nan=False))
def test_what_is_shown_can_be_read_back(number):
    assert read(show(number)) == number


@pytest.mark.parametrize("typed", ["1" * 13, "9" * 4400, "1,23456", "²", "٣", "1.000.000.000.000"])
def test_what_a_column_could_not_give_back_is_refused_at_the_door(typed):
    with pytest.raises(BadInput):
        read(typed, "value")


def test_a_refusal_quotes_what_was_typed_as_it_was_typed():
    with pytest.raises(BadInput, match="“12 triệu”"):
        read("12 triệu")


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1.500.000đ", 1_500_000),
        ("1500000 VNĐ", 1_500_000),
        ("500k", 500_000),
        ("2tr", 2_000_000),
        ("2tr5", 2_500_000),
        ("2,5 triệu", 2_500_000),
        ("2 triệu rưỡi", 2_500_000),
        ("1,2 tỷ", 1_200_000_000),
        ("1 tỷ 200 triệu đồng", 1_200_000_000),
        ("350 Nghìn Đồng", 350_000),
        ("0", 0),
    ],
)
def test_money_is_read_as_people_write_it(typed, amount):
    assert read_money(typed) == amount


@pytest.mark.parametrize(
    "typed", ["-5", "1,5", "1.2 tỷ", "hai triệu", "2 triệu 1 tỷ", "9" * 30, "12 quả", "tr", "đ"]
)
def test_what_is_no_sum_is_refused_with_an_example(typed):
    with pytest.raises(BadInput, match="Nhập"):
        read_money(typed)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (105, "một trăm linh năm"),
        (1_250_000, "một triệu hai trăm năm mươi nghìn"),
        (1_002_003, "một triệu không trăm linh hai nghìn không trăm linh ba"),
        (2_000_000_000, "hai tỷ"),
        (Decimal("-4.5"), "âm bốn phẩy năm"),
    ],
)
def test_a_number_is_said_as_it_is_read_aloud(number, words):
    assert say(number) == words
