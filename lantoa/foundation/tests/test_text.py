"""Names, search without accents, and what people paste."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.foundation.text import (
    clean,
    fold,
    from_tcvn3,
    given_name,
    initials,
    is_cut,
    name_key,
    old_code,
    old_line,
    search_words,
    title_key,
    without_names,
)


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


@pytest.mark.parametrize(
    "name", ["H'Bia Niê", "H’Wên Niê Kđăm", "Y Thông", "Ksor Y Đức", "Nay H'Nan", "K'Brơi"]
)
def test_a_name_that_may_end_in_the_clans_is_said_whole(name):
    assert given_name(name) == name


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


def test_every_apostrophe_is_one():
    assert fold("H’Mai") == fold("H'Mai") == fold("HʼMai")
    assert name_key("K’Brơi") == name_key("K'Brơi")
    assert without_names("Chị H’Mai dạy chữ.", ["H'Mai"], "một người") == "Chị một người dạy chữ."


def test_a_tone_on_either_letter_is_found():
    assert fold("Hoà Bình") == fold("Hòa Bình") == "hoa binh"


def test_titles_stand_as_in_a_dictionary_with_d_after_d_and_numbers_by_size():
    told = ["Xã An", "Đảng ủy", "Dân vận", "Chi bộ 10", "Chi bộ 9", "Ế"]
    assert sorted(told, key=title_key) == ["Chi bộ 9", "Chi bộ 10", "Dân vận", "Đảng ủy", "Ế", "Xã An"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("§¶ng bé x· B¾c B×nh", "TCVN3"),
        ("häc tËp vµ lµm theo t\xad t\xadëng", "TCVN3"),
        ("Ñaûng boä xaõ Hoaø Bình", "VNI"),
        ("Đảng bộ xã Bắc Bình", ""),
        ("hoà nhã, tuý, quê, khoẻ", ""),
        ("xa hoa binh", ""),
        ("Hoá, Tuân, Quế, toàn, chân", ""),
        ("400 m² – café® của năm", ""),
        ("co\xadoperate", ""),
        ("à la carte, naïve façade", ""),
    ],
)
def test_old_fonts_are_noticed_and_nothing_else(text, code):
    assert old_code(text) == code


def test_what_an_old_text_says_can_be_asked():
    assert from_tcvn3("häc tËp vµ lµm theo t\xad t\xadëng") == "học tập và làm theo tư tưởng"
    assert clean("t\xad t\xadëng §¶ng") == "t\xad t\xadëng §¶ng"
    assert clean("co\xadoperate") == "cooperate"


def test_a_search_of_a_book_is_a_search_of_a_dozen_words():
    assert len(search_words("từ " * 1250)) == 12
    assert is_cut("từ " * 13) and not is_cut("đẩy mạnh")


def test_a_paragraph_pasted_from_an_old_paper_is_noticed_in_a_text_of_today():
    assert old_line("Đảng bộ xã:\nhäc tËp vµ lµm theo")[0] == "häc tËp vµ lµm theo"
    assert old_line("Đảng bộ xã:\nhọc tập và làm theo") == ("", "")
