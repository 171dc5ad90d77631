"""The lists of the whole installation: one level keeps them, the others propose and read the answer."""

from __future__ import annotations

import datetime as dt
import html
import sys
from dataclasses import replace

import pytest
from django.urls import reverse

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.people import actors
from lantoa.people.actors import keeper_of_lists, keeps_lists
from lantoa.programme import actions, todo, told
from lantoa.programme.models import ListProposal

HERE = reverse("programme:lists")
WORDS = "Thêm lĩnh vực “chuyển đổi số ở thôn bản”."


def proposed(cast, by="secretary") -> ListProposal:
    return actions.propose(list="fields", words=WORDS, by=getattr(cast, by))


def page(cast, who) -> str:
    return html.unescape(cast.client(who).get(HERE).content.decode())


def test_who_keeps_each_list_stands_on_the_page_and_the_others_propose(cast):
    shown = page(cast, "secretary")
    assert shown.count("Đảng bộ tỉnh Sơn Hà") >= 5 and "Lĩnh vực của mô hình" in shown
    answer = cast.client("secretary").post(HERE, {"list": "fields", "words": WORDS}, follow=True)
    assert "Đã gửi đề nghị đến Đảng bộ tỉnh Sơn Hà" in html.unescape(answer.content.decode())
    assert WORDS in page(cast, "officer") and "Gửi trả lời" in page(cast, "officer")
    assert "Gửi đề nghị" not in page(cast, "officer"), "who keeps them changes them"
    assert [one.title for one in todo.items(cast.administrator)] == [
        "1 đề nghị về danh mục dùng chung chờ trả lời"
    ]


def test_the_answer_is_told_to_who_asked(cast):
    one = proposed(cast)
    client, where = cast.client("officer"), reverse("programme:answer_proposal", args=[one.pk])
    back = client.post(where, {f"{one.pk}-agreed": "no"})
    assert back.status_code == 400 and "Ghi lý do chưa nhận" in html.unescape(back.content.decode())
    assert client.post(where, {f"{one.pk}-agreed": "yes", f"{one.pk}-answer": "Sẽ thêm."}).status_code == 302
    assert "Đã nhận" in page(cast, "secretary") and not list(todo._proposals(cast.officer))
    (news,) = told.answered(Event.objects.get(verb="list.answered"))
    assert news.to == {cast.secretary.person.pk} and news.note == "Sẽ thêm." and "được nhận" in news.title


def test_a_proposal_is_answered_once_and_by_its_keeper_alone(cast):
    one = proposed(cast)
    for by in (cast.secretary, cast.committee, cast.leader, cast.inspector):
        with pytest.raises(NotAllowed):
            actions.answer_proposal(one, agreed=True, answer="", by=by)
    with pytest.raises(BadInput, match="lý do"):
        actions.answer_proposal(one, agreed=False, answer="", by=cast.officer)
    actions.answer_proposal(one, agreed=False, answer="Đã có lĩnh vực gần với ý này.", by=cast.officer)
    with pytest.raises(Conflict):
        actions.answer_proposal(one, agreed=True, answer="", by=cast.administrator)


def test_other_units_do_not_read_what_a_unit_proposed(cast):
    one = proposed(cast)
    assert WORDS not in page(cast, "other_secretary") and WORDS in page(cast, "committee")
    assert not ListProposal.objects.visible_to(cast.far_secretary).exists()
    assert not ListProposal.objects.visible_to(cast.member).exists()
    where = reverse("programme:answer_proposal", args=[one.pk])
    assert cast.client("far_secretary").post(where, {f"{one.pk}-agreed": "yes"}).status_code == 404
    assert cast.client("committee").post(where, {f"{one.pk}-agreed": "yes"}).status_code == 403


def test_of_two_trees_in_one_installation_the_first_keeps_the_lists(cast):
    """One province does not change what counts for another."""
    other = cast.another_province()
    theirs = actors.Actor(
        cast.officer.person, other, "officer", "subtree", cast.today, permissions=cast.officer.permissions
    )
    assert keeper_of_lists(cast.today) == cast.province
    assert keeps_lists(cast.officer) and not keeps_lists(theirs) and actors.heads_the_tree(theirs)
    with pytest.raises(NotAllowed):
        actions.begin_programme(name="Khác", short_name="Khác", starts=cast.today, pillars=["Một"], by=theirs)


def test_what_waits_for_an_answer_stands_first_then_what_was_answered_last(cast, monkeypatch):
    monkeypatch.setattr(sys.modules["lantoa.programme.pages.lists"], "SHOWN", 2)
    waiting, earlier, later = (
        actions.propose(list="fields", words=words, by=cast.secretary) for words in ("Một", "Hai", "Ba")
    )
    for one, day in ((earlier, dt.date(2026, 11, 1)), (later, cast.today)):
        actions.answer_proposal(one, agreed=True, answer="", by=replace(cast.officer, on=day))
    shown = cast.client("officer").get(HERE).context["proposals"]
    assert shown == [waiting, later]
