"""A text is read in one spelling, and every place leads back to the letters that were typed."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from lantoa.writing.text import Text, syllables

VIETNAMESE = st.text(
    alphabet=st.sampled_from("aăâđeêioôơuưyhòàằộừýnbckmtgqv xAĐƯ.,\n“”0123456789%/"), max_size=80
)
SOMETIMES_DECOMPOSED = st.builds(
    lambda text, form: unicodedata.normalize(form, text), VIETNAMESE, st.sampled_from(["NFC", "NFD"])
)


def test_old_and_new_places_of_the_tone_are_one_spelling():
    assert syllables("hoà bình, uỷ ban, khoẻ mạnh") == syllables("hòa bình, ủy ban, khỏe mạnh")
    assert syllables("thuỷ lợi") == syllables("thủy lợi")


def test_i_and_y_are_one_spelling_where_both_are_right():
    assert syllables("kĩ thuật, lí do, tỉ lệ, quí") == syllables("kỹ thuật, lý do, tỷ lệ, quý")


def test_the_u_of_quy_keeps_its_tone():
    assert syllables("quý báu") == ("quý", "báu")
    assert syllables("hoàn thành") == ("hoàn", "thành")


def test_a_decomposed_text_has_the_same_words_at_its_own_places():
    composed = "Hỗ trợ 12 hộ nghèo ở thôn Nà Lùng"
    decomposed = unicodedata.normalize("NFD", composed)
    one, other = Text(composed), Text(decomposed)
    assert [word.form for word in one.words] == [word.form for word in other.words]
    start, end = other.words_span(3, 4)
    assert unicodedata.normalize("NFC", decomposed[start:end]) == "hộ nghèo"


def test_invisible_marks_do_not_split_a_word():
    text = Text("thu\u200b gom r\u00adác")
    assert [word.form for word in text.words] == ["thu", "gom", "rác"]
    assert text.original[slice(*text.words_span(2, 2))] == "r\u00adác"


def test_words_between_quotation_marks_are_known():
    text = Text('Mô hình “Ngày thứ Bảy” và "tổ tự quản" ở thôn')
    assert " ".join(text.words[n].form for n in sorted(text.quoted)) == "ngày thứ bảy tổ tự quản"


def test_a_quotation_mark_that_is_never_closed_quotes_nothing():
    assert not Text("Phong trào “Ngày thứ Bảy ở thôn").quoted


@given(SOMETIMES_DECOMPOSED)
def test_every_word_lies_in_the_original(original):
    text = Text(original)
    for number in range(len(text.words)):
        start, end = text.words_span(number, number)
        assert 0 <= start < end <= len(original)
        assert Text(original[start:end]).words[0].form == text.words[number].form


@given(VIETNAMESE)
def test_the_words_of_both_forms_of_a_text_are_the_same(original):
    forms = [[w.form for w in Text(unicodedata.normalize(f, original)).words] for f in ("NFC", "NFD")]
    assert forms[0] == forms[1]


@given(st.text(max_size=60))
def test_any_text_at_all_can_be_read(original):
    text = Text(original)
    assert all(
        0 <= a < b <= len(original) for a, b in (text.words_span(n, n) for n in range(len(text.words)))
    )
