"""What a need and a practice both speak of."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lantoa.writing import fitting

LIGHTS = "Bà con đi ba lần mới xong tờ khai sinh."
WASTE = "Rác để lẫn, xe thu gom không nhận."
WORDS = [
    "hồ sơ",
    "trễ hạn",
    "rác thải",
    "học sinh",
    "thư viện",
    "họp",
    "cây",
    "2026",
    "của",
    "đèn đường",
    "tối",
]


def spoken(text, **how):
    return fitting.spoken([(text, 1.0)], **how)


def test_a_matter_is_shared_by_texts_that_share_no_word():
    need, answer = spoken("Hồ sơ trả chậm"), spoken(LIGHTS)
    assert {term for term in need.terms if term[0] == fitting.WORD} & set(answer.terms) == set()
    assert (fitting.MATTER, "administrative procedures") in set(need.terms) & set(answer.terms)
    pool = fitting.Pool({1: answer, 2: spoken(WASTE)})
    (fit,) = pool.answers(need)
    assert (fit.key, fit.is_sound, fit.shared) == (1, True, ("Hồ sơ",))


def test_words_everybody_uses_join_nothing():
    need = spoken("Công tác quản lý còn hạn chế, chưa thường xuyên")
    pool = fitting.Pool({1: spoken("Nâng cao chất lượng công tác quản lý"), 2: spoken(WASTE)})
    assert [fit.key for fit in pool.answers(need) if fit.is_sound] == []


def test_what_is_typed_without_accents_is_read_without_accents():
    need = "ho so dat dai tra cham"
    assert fitting.without_accents(need) and not fitting.without_accents("hồ sơ")
    pool = fitting.Pool({1: spoken(LIGHTS, folded=True), 2: spoken(WASTE, folded=True)})
    assert pool.answers(spoken(need, folded=True))[0].key == 1


def test_letters_put_together_or_apart_are_the_same():
    import unicodedata

    apart = unicodedata.normalize("NFD", LIGHTS)
    assert spoken(apart).terms == spoken(LIGHTS).terms


def test_a_pair_does_not_reach_over_a_comma_or_a_full_stop():
    terms = spoken("Dân chờ lâu. Đèn hỏng, cống tắc").terms
    assert (fitting.PAIR, "hỏng cống") not in terms and (fitting.PAIR, "lâu đèn") not in terms
    assert (fitting.PAIR, "cống tắc") in terms


def test_the_part_that_weighs_more_decides():
    name, way = ("Rác thải", 3.0), ("Rác thải", 1.0)
    pool = fitting.Pool(
        {"name": fitting.spoken([name, ("Tối", 1.0)]), "way": fitting.spoken([("Tối", 3.0), way])}
    )
    assert [fit.key for fit in pool.answers(spoken("rác thải đầu thôn"))][:2] == ["name", "way"]


texts = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)


@given(st.lists(texts, max_size=8), texts)
def test_the_same_texts_fit_alike_however_they_are_listed(listed, need):
    pool = fitting.Pool({n: spoken(text) for n, text in enumerate(listed)})
    turned = fitting.Pool({n: spoken(text) for n, text in reversed(list(enumerate(listed)))})
    once, again = pool.answers(spoken(need)), turned.answers(spoken(need))
    assert once == again
    assert all(fit.score > 0 for fit in once)
    assert [fit.score for fit in once] == sorted((fit.score for fit in once), reverse=True)


def test_an_empty_pool_answers_nothing():
    assert fitting.Pool({}).answers(spoken("rác thải")) == []
