"""What the pool knows: the likest other text, the day's weights, and no word of anybody else's."""

from __future__ import annotations

import datetime as dt

import pytest

from lantoa.foundation.errors import BadInput
from lantoa.foundation.models import Event
from lantoa.writing import actions, queries
from lantoa.writing.models import Frequency, IndexedText, Posting, Snapshot, StockPhrase
from lantoa.writing.tests.papers import FARMER, NURSE, NURSE_COPY, NURSE_REORDERED, STOCK, TEACHER

POOL, DAY = "unit:1", dt.date(2026, 11, 16)
LAN, HUONG, THANG = "person:1", "person:2", "person:3"

pytestmark = pytest.mark.django_db


def put(number: int, text: str, owner: str, year: int = 2026, pool: str = POOL) -> IndexedText:
    return actions.index(("story.paper", str(number)), pool=pool, year=year, owner=owner, text=text)


@pytest.fixture
def village():
    """A nurse and a farmer of the commune have written theirs."""
    return put(1, NURSE, LAN), put(2, FARMER, THANG)


def likest(text, owner=HUONG, **more):
    return queries.likest(text, pool=POOL, owner=owner, on=DAY, **more)


def test_a_copy_meets_its_original(village):
    found = likest(NURSE_COPY)
    assert (found.subject_type, found.subject_id, found.owner) == ("story.paper", "1", LAN)
    assert found.is_very_alike and not found.is_own
    assert found.passages


def test_every_database_gives_the_same_score(village):
    assert round(likest(NURSE_COPY).score, 9) == 0.782608696


def test_a_text_of_ones_own_words_meets_nobody(village):
    assert likest(TEACHER) is None


def test_the_papers_own_subject_is_left_out(village):
    assert likest(NURSE, owner=LAN, exclude="story.paper:1") is None


def test_an_own_earlier_text_and_a_colleagues_are_told_apart(village):
    put(3, NURSE_REORDERED, HUONG, year=2025)
    own, peer = queries.likenesses(NURSE, pool=POOL, owner=HUONG, on=DAY)[::-1]
    assert (own.is_own, own.year) == (True, 2025)
    assert (peer.is_own, peer.subject_id) == (False, "1")


def test_another_commune_is_another_pool(village):
    assert queries.likest(NURSE, pool="unit:2", owner=HUONG, on=DAY) is None


def test_a_text_that_is_taken_out_is_met_no_more(village):
    actions.forget("story.paper:1")
    assert likest(NURSE_COPY) is None
    assert not Posting.objects.filter(document__subject_id="1").exists()


def test_a_text_that_is_put_in_again_replaces_the_first(village):
    put(1, TEACHER, LAN)
    assert likest(NURSE_COPY) is None
    assert IndexedText.objects.count() == 2


def test_the_index_keeps_no_text(village):
    held = bytes(village[0].shingles)
    assert "tái khám".encode() not in held
    assert {field.name for field in IndexedText._meta.fields} == {
        "id", "pool", "subject_type", "subject_id", "year", "owner", "words", "shingles",
    }  # fmt: skip


def test_frequencies_are_those_of_the_days_snapshot(village):
    actions.take_snapshot(POOL, DAY)
    score = likest(NURSE_COPY).score
    for number in range(10, 22):
        put(number, f"{NURSE_COPY} Riêng bản này thêm chữ {'abcdefghijkl'[number - 10]}.", f"person:{number}")
    assert likest(NURSE_COPY, exclude="story.paper:10").score >= score
    again = {one.subject_id: one.score for one in [likest(NURSE_COPY)]}
    assert again == {one.subject_id: one.score for one in [likest(NURSE_COPY)]}
    tomorrow = DAY + dt.timedelta(days=1)
    actions.take_snapshot(POOL, tomorrow)
    assert queries.likest(NURSE_COPY, pool=POOL, owner=HUONG, on=tomorrow) is None


def test_what_everybody_copies_is_said_to_be_common(village):
    for number in range(10, 22):
        put(number, NURSE, f"person:{number}")
    actions.take_snapshot(POOL, DAY)
    assert likest(NURSE) is None
    assert queries.common(NURSE, pool=POOL, on=DAY).is_most
    assert not queries.common(FARMER, pool=POOL, on=DAY).is_most


def test_a_pool_is_counted_once_a_day_and_two_days_are_kept(village):
    first = actions.take_snapshot(POOL, DAY)
    put(3, NURSE_COPY, HUONG)
    assert actions.take_snapshot(POOL, DAY) == first and first.documents == 2
    for later in (1, 2, 3):
        actions.take_snapshot(POOL, DAY + dt.timedelta(days=later))
    assert [s.on.day for s in Snapshot.objects.order_by("on")] == [18, 19]
    assert Frequency.objects.filter(documents__lt=2).count() == 0


def test_a_question_costs_the_same_number_of_queries(village, django_assert_max_num_queries):
    actions.take_snapshot(POOL, DAY)
    with django_assert_max_num_queries(7):
        likest(NURSE_COPY)
    for number in range(10, 30):
        put(number, f"{TEACHER} Thêm {number} điều.", f"person:{number}")
    with django_assert_max_num_queries(7):
        likest(NURSE_COPY)


def test_the_author_reads_no_name_no_number_and_no_word_of_anothers(village):
    advice = queries.advise(NURSE_COPY, pool=POOL, owner=HUONG, on=DAY)
    hint = advice.hint("peer_copy")
    assert str(hint.message) == "Có đoạn giống với bản đăng ký khác trong đơn vị."
    assert all(NURSE_COPY[one.start : one.end] == one.text for one in hint.words)


def test_an_own_text_of_last_year_is_a_question_and_no_share(village):
    put(3, NURSE, HUONG, year=2025)
    message = str(queries.advise(NURSE_COPY, pool=POOL, owner=HUONG, on=DAY).hint("self_copy").message)
    assert message.startswith("Giống nhiều với bản năm 2025. Nếu là việc làm tiếp")
    assert "%" not in message


def test_hints_of_the_pool_stand_before_the_soft_ones(village):
    keys = [
        hint.key for hint in queries.advise(NURSE_COPY, kind="practice", pool=POOL, owner=HUONG, on=DAY).hints
    ]
    assert keys.index("peer_copy") < keys.index("product") if "product" in keys else "peer_copy" in keys


def test_without_a_pool_the_rules_speak_alone():
    assert queries.advise(STOCK, on=DAY).hint("stock")


def test_a_phrase_that_the_organisation_keeps_says_nothing_any_more(village, cast):
    for sentence in NURSE.split(". "):
        actions.add_phrase(sentence, kind="sentence", by=cast.administrator)
    assert likest(NURSE_COPY) is None or likest(NURSE_COPY).score < 0.6
    assert Event.objects.filter(verb="stock_phrase.added").exists()


def test_a_retired_phrase_counts_again(cast):
    phrase = actions.add_phrase("Ra khỏi phòng là tắt đèn", kind="sentence", by=cast.administrator)
    actions.retire_phrase(phrase, by=cast.administrator)
    assert phrase.text not in queries.phrases()["sentence"]
    actions.add_phrase("Ra khỏi phòng là tắt đèn", kind="sentence", by=cast.administrator)
    assert phrase.text in queries.phrases()["sentence"]


def test_a_phrase_needs_words_and_a_kind(cast):
    with pytest.raises(BadInput, match="1 đến 400"):
        actions.add_phrase("  ", kind="sentence", by=cast.administrator)
    with pytest.raises(BadInput, match="loại"):
        actions.add_phrase("Một câu", kind="khác", by=cast.administrator)


def test_a_new_database_knows_the_forms_headings_and_the_common_sentences():
    kept = queries.phrases()
    assert "hạn chế cần khắc phục" in kept["heading"] and "họ và tên" in kept["particulars"]
    assert len(kept["sentence"]) >= 30
    assert StockPhrase.objects.filter(is_used=False).count() == 0


def test_the_pool_of_a_cell_is_its_commune(cast):
    assert queries.pool_of(cast.cell, cast.today) == f"unit:{cast.commune.pk}"
    assert queries.pool_of(cast.commune, cast.today) == f"unit:{cast.commune.pk}"
    assert queries.pool_of(cast.province, cast.today) == f"unit:{cast.province.pk}"


def test_a_hint_is_set_aside_for_one_text_only(cast):
    account, nurse = cast.account("member"), queries.text_hash(NURSE)
    actions.consider(account, subject="story.paper:1", key="target", text_hash=nurse, reason="Không đếm được")
    actions.consider(account, subject="story.paper:1", key="target", text_hash=nurse)
    assert queries.considered(account, "story.paper:1", nurse) == {"target"}
    assert queries.considered(account, "story.paper:1", queries.text_hash(TEACHER)) == frozenset()
    assert queries.considered(cast.account("secretary"), "story.paper:1", nurse) == frozenset()


def test_only_known_hints_can_be_set_aside(cast):
    with pytest.raises(BadInput, match="Không có gợi ý này"):
        actions.consider(cast.account("member"), subject="x:1", key="score", text_hash="0" * 64)
