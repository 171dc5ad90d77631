"""The list of stock phrases: kept by officers and administrators, with its history; what the machine misses is said."""

from __future__ import annotations

import html
from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.models import Event
from lantoa.writing import actions, queries
from lantoa.writing.models import Snapshot, StockPhrase

LIST = reverse("writing:phrases")
SAYING = "Ra khỏi phòng là tắt đèn, tắt quạt"


def page(cast, who="administrator") -> str:
    return html.unescape(cast.client(who).get(LIST).content.decode())


def test_a_phrase_is_added_retired_and_taken_back_and_the_page_tells_who(cast):
    client = cast.client("officer")
    added = client.post(LIST, {"text": SAYING, "kind": "sentence"}, follow=True).content.decode()
    assert "Đã thêm câu mẫu" in html.unescape(added)
    assert SAYING in queries.phrases()["sentence"]
    phrase = StockPhrase.objects.get(text=SAYING)
    client.post(reverse("writing:retire_phrase", args=[phrase.pk]))
    assert SAYING not in queries.phrases()["sentence"]
    shown = page(cast)
    assert SAYING in shown[shown.index("Câu đã thôi dùng") :]
    assert f"{cast.officer.person}: thôi dùng “{SAYING}”" in shown
    client.post(reverse("writing:restore_phrase", args=[phrase.pk]))
    assert SAYING in queries.phrases()["sentence"]
    assert Event.objects.filter(subject_type="writing.stockphrase").count() == 3


@pytest.mark.parametrize("data", [{"text": " ", "kind": "sentence"}, {"text": "x" * 401, "kind": "sentence"}])
def test_a_phrase_without_words_or_with_too_many_is_told(cast, data):
    shown = cast.client("officer").post(LIST, data).content.decode()
    assert "<title>Lỗi: " in shown and StockPhrase.objects.filter(text=data["text"]).count() == 0


def test_the_page_says_what_the_machine_does_not_see(cast):
    said = page(cast)
    assert "đã đổi quá nửa lời" in said and "dưới 15 chữ" in said and "Người đọc quyết định." in said


def test_a_phrase_is_no_longer_in_use_twice_over(cast):
    phrase = actions.add_phrase(SAYING, kind="sentence", by=cast.administrator)
    retire = reverse("writing:retire_phrase", args=[phrase.pk])
    assert cast.client("officer").post(retire).status_code == 302
    assert cast.client("officer").post(retire).status_code == 404


def test_every_pool_is_counted_once_a_night(cast):
    actions.index(("story.paper", "1"), pool="unit:1", year=2026, owner="person:1", text=SAYING * 9)
    for _night in range(2):
        out = StringIO()
        call_command("count_texts", stdout=out)
        assert out.getvalue() == "unit:1: 1 văn bản, ngày 16/11/2026.\n"
    assert Snapshot.objects.get().on == cast.today


def test_phrases_belong_to_who_keeps_the_lists_and_the_others_are_told_where_to_propose(cast):
    """An officer of a commune reads the list that counts for all, and changes nothing of it."""
    theirs = replace(cast.officer, unit=cast.commune)
    phrase = actions.add_phrase(SAYING, kind="sentence", by=cast.administrator)
    with pytest.raises(NotAllowed, match="Danh mục dùng chung"):
        actions.add_phrase("Một câu khác", kind="sentence", by=theirs)
    with pytest.raises(NotAllowed):
        actions.retire_phrase(phrase, by=theirs)
    assert "Ai giữ, các đề nghị sửa" in page(cast)
