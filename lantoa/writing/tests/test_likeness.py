"""Two texts are alike by what is rare in them, not by the form, the stock phrases or the order."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.writing import likeness
from lantoa.writing.likeness import Weights, Wording, common_share, pack, passages, read, score, unpack
from lantoa.writing.tests.papers import (
    FARMER,
    NURSE,
    NURSE_COPY,
    NURSE_REORDERED,
    STOCK,
    TEACHER,
    UNLISTED,
)
from tests.examples import examples

WORDING = likeness.seed_wording()
TEXTS = st.lists(
    st.sampled_from([NURSE, TEACHER, FARMER, STOCK, UNLISTED, "Mỗi ngày. ", "a b c "]), max_size=4
).map("".join)


def weights(*texts: str, wording: Wording = WORDING) -> Weights:
    """The frequencies of a pool that holds these texts."""
    seen = Counter(hash_ for text in texts for hash_ in read(text, wording).hashes)
    return Weights(len(texts), seen, wording.stock)


def outlined(text: str) -> likeness.Outline:
    """What is weighed of a text."""
    return read(text, WORDING).outline


def alike(one: str, other: str, *pool: str) -> float:
    """The score of two texts in a pool."""
    return score(outlined(one), outlined(other), weights(one, other, *pool))


def test_a_lightly_edited_copy_is_very_alike():
    assert alike(NURSE, NURSE_COPY, TEACHER, FARMER) >= likeness.VERY_ALIKE


def test_a_reordered_copy_is_as_alike():
    assert alike(NURSE, NURSE_REORDERED, TEACHER, FARMER) >= 0.95


def test_texts_that_share_only_the_form_are_not_alike():
    assert alike(NURSE, TEACHER, FARMER) < 0.05


def test_texts_that_share_stock_sentences_are_not_alike():
    assert alike(STOCK + NURSE, STOCK + FARMER, TEACHER) < 0.05


def test_sentences_anybody_could_have_written_say_little_even_if_nobody_listed_them():
    assert alike(UNLISTED + NURSE, UNLISTED + FARMER, TEACHER) < likeness.ALIKE


def test_a_sentence_that_many_have_says_nothing():
    shared = "Cuối tuần cả xóm ra đồng nhặt vỏ thuốc sâu đem về bể chứa. "
    others = [f"{shared} Riêng nhà thứ {n} thì trồng cây {'abcdefghij'[n]} ở bờ ao." for n in range(8)]
    held = weights(shared + NURSE, shared + FARMER, *others)
    assert score(outlined(shared + NURSE), outlined(shared + FARMER), held) < 0.05


def test_short_texts_are_not_compared():
    assert alike("Giúp một hộ dân thoát nghèo bền vững.", "Giúp một hộ dân thoát nghèo bền vững.") == 0


def test_numbers_do_not_hide_a_copy():
    changed = NURSE.replace("96", "104").replace("80%", "91%").replace("30/11", "12/12")
    assert alike(NURSE, changed, TEACHER) == 1


def test_particulars_of_a_person_are_left_out():
    told = (
        "Chức vụ, công việc: Điều dưỡng trưởng khoa Nội của bệnh viện huyện Sơn Hà, tỉnh Sơn Hà từ năm 2019. "
    )
    assert read(told + NURSE, WORDING).hashes == read(NURSE, WORDING).hashes


def test_a_heading_word_inside_a_sentence_is_the_authors_own():
    assert len(read("Chi bộ phân công từng đơn vị giữ gìn hàng cây", WORDING).shingles) == 9


def test_passages_stand_in_both_originals():
    one, other = read(NURSE, WORDING), read(NURSE_COPY, WORDING)
    found = passages(one, other, weights(NURSE, NURSE_COPY))
    said = [NURSE[p.start : p.end] for p in found]
    assert "Gọi điện nhắc lịch tái khám cho người bệnh" in said
    for p in found:
        first, second = NURSE[p.start : p.end], NURSE_COPY[p.other_start : p.other_end]
        assert [word for word in first.split() if not word[0].isdigit()] == [
            word for word in second.split() if not word[0].isdigit()
        ]


def test_a_text_of_stock_sentences_is_mostly_common():
    assert common_share(read(STOCK, WORDING), weights(STOCK)) >= likeness.MOSTLY_COMMON
    assert common_share(read(NURSE, WORDING), weights(NURSE, TEACHER)) < 0.1


def test_the_same_words_have_the_same_hashes_on_every_machine():
    hashes = [shingle.hash for shingle in read("Trồng cây dọc bờ mương", WORDING).shingles]
    assert hashes == [166870574, -1640906326, 1267315298]


@settings(max_examples=examples(50))
@given(TEXTS, TEXTS)
def test_a_score_is_a_share_and_the_same_from_both_sides(one, other):
    held = weights(one, other, NURSE, FARMER)
    first, second = outlined(one), outlined(other)
    assert 0 <= score(first, second, held) <= 1
    assert score(first, second, held) == score(second, first, held)


@settings(max_examples=examples(50))
@given(st.one_of(TEXTS, st.text(max_size=100)))
def test_a_document_comes_back_from_its_bytes(text):
    document = read(text, WORDING)
    assert unpack(pack(document), document.words) == document
    assert likeness.outline(pack(document), document.words) == document.outline


@settings(max_examples=examples(50))
@given(st.one_of(TEXTS, st.text(max_size=100)), TEXTS)
def test_passages_lie_in_their_texts(one, other):
    first, second = read(one, WORDING), read(other, WORDING)
    for p in passages(first, second, weights(one, other)):
        assert 0 <= p.start < p.end <= len(one) and 0 <= p.other_start < p.other_end <= len(other)
