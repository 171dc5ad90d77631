"""Numbers, symbols, date lines, lists: pure rules, the Party's way and the State's."""

import datetime as dt
import importlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.documents import layout, rules
from lantoa.foundation.errors import BadInput

SEED = importlib.import_module("lantoa.documents.migrations.0002_layout_rules")
PARTY, STATE = layout.read(SEED.PARTY), layout.read(SEED.STATE)


def test_the_party_writes_no_colon_and_a_zero_below_ten():
    assert rules.number_line(PARTY.number, 5, "BC", "ĐU") == "Số 05-BC/ĐU"
    assert rules.number_line(PARTY.number, 112, "QĐ", "TU") == "Số 112-QĐ/TU"


def test_the_state_writes_a_colon_and_the_kind_after_the_stroke():
    assert rules.number_line(STATE.number, 15, "KH", "UBND") == "Số: 15/KH-UBND"


def test_a_letter_bears_its_kind_with_the_party_only():
    assert rules.number_line(PARTY.number, 8, "CV", "ĐU") == "Số 08-CV/ĐU"
    assert rules.number_line(STATE.number, 8, "CV", "UBND-VP") == "Số: 08/UBND-VP"


def test_a_number_not_yet_given_leaves_room_for_the_hand():
    assert rules.number_line(PARTY.number, None, "BC", "ĐU") == "Số       -BC/ĐU"


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (dt.date(2026, 11, 16), "An Phú, ngày 16 tháng 11 năm 2026"),
        (dt.date(2027, 2, 3), "An Phú, ngày 03 tháng 02 năm 2027"),
        (dt.date(2027, 3, 9), "An Phú, ngày 09 tháng 3 năm 2027"),
    ],
)
def test_days_below_ten_and_the_first_two_months_have_a_zero(day, written):
    assert rules.date_line("An Phú", day) == written


def test_a_day_left_blank_and_a_paper_without_a_place():
    day = dt.date(2026, 11, 6)
    assert rules.date_line("An Phú", day, day_is_blank=True) == "An Phú, ngày       tháng 11 năm 2026"
    assert rules.date_line("", day) == "Ngày 06 tháng 11 năm 2026"


def test_items_follow_the_vietnamese_alphabet():
    assert "".join(rules.item_letter(n) for n in range(1, 11)) == "abcdđeghik"
    for beyond in (0, 24):
        with pytest.raises(ValueError, match="no letter"):
            rules.item_letter(beyond)


def test_sections_have_roman_numerals():
    assert [rules.roman(n) for n in (1, 4, 9, 14, 40, 90)] == ["I", "IV", "IX", "XIV", "XL", "XC"]
    with pytest.raises(ValueError, match="no Roman numeral"):
        rules.roman(0)


@given(st.integers(1, 3999))
def test_a_roman_numeral_says_its_number(number):
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    total, highest = 0, 0
    for letter in reversed(rules.roman(number)):
        total += values[letter] if values[letter] >= highest else -values[letter]
        highest = max(highest, values[letter])
    assert total == number


def test_bases_end_as_each_system_ends_them():
    bases = ["Căn cứ Điều lệ Đảng;", "- Căn cứ Quy chế làm việc."]
    assert rules.listed(PARTY.bases, bases) == ["- Căn cứ Điều lệ Đảng;", "- Căn cứ Quy chế làm việc."]
    assert rules.listed(STATE.bases, bases) == ["Căn cứ Điều lệ Đảng;", "Căn cứ Quy chế làm việc."]
    assert rules.listed(PARTY.bases, []) == []


def test_recipients_end_with_commas_or_semicolons():
    receivers = ["Tỉnh ủy (b/c)", "Các chi bộ,", "Lưu Văn phòng"]
    assert rules.listed(PARTY.recipients.items, receivers)[0] == "- Tỉnh ủy (b/c),"
    assert rules.listed(STATE.recipients.items, receivers)[1:] == ["- Các chi bộ;", "- Lưu Văn phòng."]


def test_a_proposal_is_submitted_and_other_papers_are_sent():
    assert rules.addressee_word(PARTY.addressee, "TTr") == "Kính trình"
    assert rules.addressee_word(PARTY.addressee, "BC") == "Kính gửi"
    assert rules.addressee_word(STATE.addressee, "TTr") == "Kính gửi"


@pytest.mark.parametrize("good", ["ĐU", "UBKTĐU", "UBND-VP", "CB1", " BTGDVTU ", "ĐU/X"])
def test_abbreviations_that_can_stand_in_a_symbol(good):
    assert rules.read_abbreviation(good) == good.strip()


@pytest.mark.parametrize("bad", ["", "  ", "/ĐU", "Đ U", "ĐU\nSố 1", "../etc", "{number}", "a" * 60])
def test_abbreviations_that_cannot(bad):
    with pytest.raises(BadInput, match="chữ viết tắt") as refusal:
        rules.read_abbreviation(bad)
    assert refusal.value.field == "body_abbreviation"
