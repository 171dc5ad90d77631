"""Names, search without accents, and what people paste."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from lantoa.foundation.text import clean, fold, given_name, initials, name_key


def test_search_ignores_accents_and_the_letter_đ():
    assert fold("Đặng Thị  Hòa") == "dang thi hoa"
    assert fold("hoà") == fold("hòa")


def test_names_sort_by_given_name_then_family_then_middle():
    names = ["Trần Thị Ánh", "Nguyễn Văn An", "Lê Văn Ân", "Nguyễn Thị An", "Bùi Đức Đạt", "Cao Văn Dũng"]
    assert sorted(names, key=name_key) == [
        "Nguyễn Thị An",
        "Nguyễn Văn An",
        "Trần Thị Ánh",
        "Lê Văn Ân",
        "Cao Văn Dũng",
        "Bùi Đức Đạt",
    ]


def test_ă_and_â_are_letters_of_their_own_and_tone_comes_last():
    assert sorted(["Ân", "Ăn", "An", "Án"], key=name_key) == ["An", "Án", "Ăn", "Ân"]


def test_a_person_is_called_by_the_last_word():
    assert given_name("Nguyễn Thị Lan") == "Lan"
    assert given_name("") == ""


def test_two_letters_stand_on_the_badge():
    assert initials("Nguyễn Thị Lan") == "NL"
    assert initials("Lan") == "LA"
    assert initials("") == "?"


def test_pasted_text_loses_its_invisible_marks():
    assert clean(" Lan\u200b \u202eTỏa\u202c ") == "Lan Tỏa"
    assert clean("a\r\nb\x07") == "a\nb"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậĐÊ ", min_size=1))
def test_folded_text_is_plain_letters(text):
    assert fold(text).isascii()
