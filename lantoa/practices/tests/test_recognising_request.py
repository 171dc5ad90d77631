"""Its owner asks that it be recognised; the level asked decides, or says why not."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.foundation.waiting import waiting_in
from lantoa.practices import actions, todo
from lantoa.practices.models import Practice, RecognitionRequest
from lantoa.practices.tests.stories import SEEN, of_the_cell, on_day, proposed, running
from lantoa.practices.waiting import queues


def with_a_result(cast):
    return actions.report_result(running(cast), by=cast.secretary, text="40 hộ làm theo")


def asked(cast, level="grassroots"):
    return actions.ask_recognition(with_a_result(cast), level=level, by=cast.secretary)


def decide(practice, by, level="grassroots"):
    return actions.recognise(practice, level=level, decision_number="7-QĐ", decided_on=by.on, by=by)


def titles(actor):
    return [one.title for one in todo.items(actor)]


def test_only_what_runs_and_has_a_result_is_put_forward(cast):
    with pytest.raises(Conflict, match="Báo kết quả"):
        actions.ask_recognition(running(cast), level="grassroots", by=cast.secretary)
    stopped = actions.stop(with_a_result(cast), by=cast.secretary, reason="hết người")
    with pytest.raises(Conflict, match="đang thực hiện"):
        actions.ask_recognition(stopped, level="grassroots", by=cast.secretary)


def test_it_keeps_the_result_of_that_day_and_goes_to_who_judges_there(cast):
    request = asked(cast)
    actions.report_result(request.practice, by=cast.secretary, text="90 hộ")
    request.refresh_from_db()
    assert (request.result, request.judging_unit) == ("40 hộ làm theo", cast.commune)
    (line,) = waiting_in(queues(cast.committee))
    assert line.url == reverse("practices:answer_request", args=[request.pk])
    assert titles(cast.committee) == ["Đề nghị công nhận cấp cơ sở: Nhà văn hóa sáng đèn"]
    assert titles(cast.secretary) == ["Đề nghị công nhận “Nhà văn hóa sáng đèn” cấp cơ sở: chờ trả lời"]
    for who in (cast.officer, cast.leader, cast.other_secretary, cast.far_secretary):
        assert titles(who) == waiting_in(queues(who)) == []


def test_it_waits_once_for_each_level(cast):
    request = asked(cast)
    with pytest.raises(BadInput, match="đang chờ"):
        actions.ask_recognition(request.practice, level="grassroots", by=cast.secretary)
    above = actions.ask_recognition(request.practice, level="province", by=cast.secretary)
    assert above.judging_unit == cast.province
    with pytest.raises(BadInput, match="Chọn cấp khác"):
        actions.ask_recognition(request.practice, level="central", by=cast.secretary)
    with pytest.raises(IntegrityError), transaction.atomic():
        RecognitionRequest.objects.filter(pk=above.pk).update(level="grassroots")


def test_a_decision_answers_the_request_of_its_level_and_no_other(cast):
    request = asked(cast)
    above = actions.ask_recognition(request.practice, level="province", by=cast.secretary)
    decide(request.practice, cast.committee)
    request.refresh_from_db()
    above.refresh_from_db()
    assert (request.state, request.decided_by) == ("recognised", cast.committee.person)
    assert above.state == "waiting" and not waiting_in(queues(cast.committee))
    with pytest.raises(BadInput, match="đã được công nhận"):
        actions.ask_recognition(request.practice, level="grassroots", by=cast.secretary)


def test_a_refusal_says_why_and_it_may_be_asked_again(cast):
    request = asked(cast)
    with pytest.raises(BadInput, match="lý do"):
        actions.refuse_recognition(request, by=cast.committee, reason=" ")
    actions.refuse_recognition(request, by=cast.committee, reason="mới làm ba tháng")
    with pytest.raises(Conflict):
        actions.refuse_recognition(request, by=cast.committee, reason="lần nữa")
    (news,) = todo.items(cast.secretary)
    assert news.title.endswith("không công nhận") and news.note == "mới làm ba tháng"
    assert titles(on_day(cast.secretary, cast.today + dt.timedelta(days=31))) == []
    verbs = Event.objects.about(request.practice).values_list("verb", flat=True)
    assert "practice.recognition_refused" in verbs
    again = actions.ask_recognition(request.practice, level="grassroots", by=cast.secretary)
    assert again.state == "waiting"


@pytest.mark.parametrize("who", ["member", "secretary", "other_secretary", "officer", "leader", "inspector"])
def test_only_the_unit_that_was_asked_refuses(cast, who):
    with pytest.raises(NotAllowed):
        actions.refuse_recognition(asked(cast), by=getattr(cast, who), reason="không")


def test_strangers_do_not_ask(cast):
    for who in (cast.member, cast.other_secretary, cast.committee, cast.leader):
        with pytest.raises(NotAllowed):
            actions.ask_recognition(with_a_result(cast), level="grassroots", by=who)


def test_who_asked_does_not_answer(cast):
    """An officer wrote it for the cell and asks for it: another one in the province answers."""
    ours = actions.accept(
        proposed(of_the_cell(cast, by=cast.officer), cast.secretary), by=cast.committee, seen=SEEN
    )
    actions.start(ours, by=cast.secretary)
    actions.report_result(ours, by=cast.secretary, text="40 hộ")
    request = actions.ask_recognition(ours, level="superior", by=cast.officer)
    practice = Practice.objects.get(pk=ours.pk)
    if request.judging_unit == cast.province:
        assert waiting_in(queues(cast.officer)) == []
    with pytest.raises(NotAllowed):
        actions.refuse_recognition(request, by=cast.officer, reason="không")
    with pytest.raises(NotAllowed, match="người đề nghị"):
        decide(practice, cast.officer, "superior")
    assert not practice.recognitions.exists()


def test_the_pages_lead_from_the_request_to_its_answer(cast):
    practice = with_a_result(cast)
    owner, judge = cast.client("secretary"), cast.client("committee")
    shown = reverse("practices:show", args=[practice.pk])
    ask = reverse("practices:ask_recognition", args=[practice.pk])
    assert ask in owner.get(shown).content.decode()
    assert "40 hộ làm theo" in owner.get(ask).content.decode()
    assert owner.post(ask, {"level": "grassroots"}).status_code == 302
    assert "đang chờ" in owner.post(ask, {"level": "grassroots"}).content.decode()
    request = RecognitionRequest.objects.get()
    answer = reverse("practices:answer_request", args=[request.pk])
    assert answer in judge.get(shown).content.decode()
    page = judge.get(answer).content.decode()
    assert reverse("practices:recognise", args=[practice.pk]) + "?cap=grassroots" in page
    assert judge.post(answer, {"reason": ""}).status_code == 200
    assert judge.post(answer, {"reason": "mới làm ba tháng"}).status_code == 302
    assert judge.get(answer).status_code == 409
    assert "mới làm ba tháng" in owner.get(shown).content.decode()
    assert "mới làm ba tháng" not in cast.client("far_secretary").get(shown).content.decode()
