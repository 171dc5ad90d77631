"""From a draft to the day it stops: what each step writes and what it refuses."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from lantoa.foundation.attachments import judge
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.practices import actions
from lantoa.practices.models import Practice
from lantoa.practices.tests.stories import SEEN, of_a_member, of_the_cell, proposed, registered, running


def verbs(practice):
    return [event.verb.removeprefix("practice.") for event in Event.objects.about(practice)]


def test_a_practice_from_draft_to_its_end(cast):
    ours = of_the_cell(cast)
    assert (ours.status, ours.subject_name) == ("draft", "Chi bộ Trường THCS Hòa Bình")
    proposed(ours, cast.secretary)
    assert ours.judging_unit == cast.commune
    actions.return_for_changes(ours, by=cast.committee, reason="chưa có chỉ tiêu cụ thể")
    actions.edit(ours, by=cast.secretary, target="30 lượt dân mỗi tháng")
    proposed(ours, cast.secretary)
    actions.accept(ours, by=cast.committee, seen=SEEN, note="Nhớ treo lịch trực.")
    assert ours.registered_on == cast.today
    actions.start(ours, by=cast.secretary)
    actions.recognise(
        ours, level="province", decision_number="214-QĐ/TU", decided_on=dt.date(2026, 11, 2), by=cast.leader
    )
    actions.stop(ours, by=cast.secretary, reason="Hai đồng chí trực chuyển công tác")
    ours.refresh_from_db()
    assert (ours.status, ours.stopped_on) == ("stopped", cast.today)
    assert verbs(ours) == (
        [
            "written",
            "proposed",
            "returned",
            "edited",
            "proposed",
            "approved",
            "started",
            "recognised",
            "stopped",
        ]
    )


def test_what_was_proposed_before_stays_readable_after_a_rewrite(cast):
    ours = proposed(of_the_cell(cast), cast.secretary)
    actions.return_for_changes(ours, by=cast.committee, reason="chưa rõ")
    actions.edit(ours, by=cast.secretary, target="30 lượt")
    proposed(ours, cast.secretary)
    first, second = Event.objects.about(ours).filter(verb="practice.proposed")
    assert first.after["target"].startswith("Mọi việc") and second.after["target"] == "30 lượt"


@pytest.mark.parametrize("missing", ["field", "content_of_uncle", "reason", "how", "target"])
def test_what_others_need_to_learn_from_it_is_asked_before_proposing(cast, missing):
    ours = of_the_cell(cast, **{missing: None if missing == "field" else ""})
    with pytest.raises(BadInput) as refused:
        proposed(ours, cast.secretary)
    assert refused.value.field == missing
    ours.refresh_from_db()
    assert (ours.status, ours.judging_unit) == ("draft", None)


def test_a_draft_needs_only_a_name_and_whose_it_is(cast):
    with pytest.raises(BadInput, match="Đặt tên"):
        of_the_cell(cast, name=" ")
    with pytest.raises(BadInput, match="họ tên"):
        of_the_cell(cast, subject="individual")
    with pytest.raises(BadInput, match="sau ngày bắt đầu"):
        of_the_cell(cast, starts=dt.date(2026, 1, 2), ends=dt.date(2026, 1, 2))
    with pytest.raises(TypeError, match="status"):
        of_the_cell(cast, status="registered")
    assert not Practice.objects.exists()


def test_nobody_is_named_without_having_agreed(cast):
    ours = of_the_cell(cast, subject="individual", person=cast.colleague.person)
    with pytest.raises(BadInput) as refused:
        proposed(ours, cast.secretary)
    assert refused.value.field == "consent"
    actions.edit(ours, by=cast.secretary, consented=True)
    assert proposed(ours, cast.secretary).consent_on == cast.today
    with pytest.raises(IntegrityError, match="has_agreed"), transaction.atomic():
        Practice.objects.filter(pk=ours.pk).update(consent_on=None)


def test_who_proposes_about_herself_agrees_by_doing_so(cast):
    ours = proposed(of_a_member(cast), cast.member)
    assert (ours.consent_on, ours.subject_name) == (cast.today, "Đỗ Thị Hương")


def test_an_agreement_may_be_taken_back_while_it_is_a_draft(cast):
    ours = of_the_cell(cast, subject="individual", person=cast.colleague.person, consented=True)
    actions.edit(ours, by=cast.secretary, consented=False)
    with pytest.raises(BadInput):
        proposed(ours, cast.secretary)


def test_a_return_and_an_end_say_why(cast):
    ours = proposed(of_the_cell(cast), cast.secretary)
    with pytest.raises(BadInput, match="lý do"):
        actions.return_for_changes(ours, by=cast.committee, reason=" ")
    actions.accept(ours, by=cast.committee, seen=SEEN)
    with pytest.raises(BadInput, match="lý do"):
        actions.stop(ours, by=cast.secretary, reason="")


def test_days_are_days_that_have_come(cast):
    ours = registered(cast)
    with pytest.raises(BadInput, match="sau hôm nay"):
        actions.start(ours, by=cast.secretary, on=dt.date(2026, 11, 17))
    actions.start(ours, by=cast.secretary, on=dt.date(2026, 3, 1))
    with pytest.raises(BadInput, match="trước ngày bắt đầu"):
        actions.stop(ours, by=cast.secretary, reason="thôi", on=dt.date(2026, 2, 1))
    with pytest.raises(BadInput, match="sau hôm nay"):
        actions.stop(ours, by=cast.secretary, reason="thôi", on=dt.date(2026, 12, 1))


def test_what_was_proposed_is_no_longer_rewritten(cast):
    ours = proposed(of_the_cell(cast), cast.secretary)
    with pytest.raises(Conflict, match="đã đề nghị"):
        actions.edit(ours, by=cast.secretary, target="khác")


def test_of_two_people_judging_at_once_one_wins(cast):
    ours = proposed(of_the_cell(cast), cast.secretary)
    as_another_saw_it = Practice.objects.get(pk=ours.pk)
    actions.return_for_changes(ours, by=cast.committee, reason="chưa rõ")
    with pytest.raises(Conflict), transaction.atomic():
        actions.accept(as_another_saw_it, by=cast.committee, seen=SEEN)
    ours.refresh_from_db()
    assert (ours.status, ours.registered_on) == ("returned", None)


def test_evidence_may_be_added_after_it_was_registered(cast):
    ours = running(cast)
    paper = judge(SimpleUploadedFile("so-ghi-viec.pdf", b"%PDF-1.7 612 viec"))
    actions.add_evidence(ours, files=[paper], by=cast.secretary)
    assert [file.name for file in ours.evidence.all()] == ["so-ghi-viec.pdf"]
    with pytest.raises(BadInput, match="một tệp"):
        actions.add_evidence(ours, files=[], by=cast.secretary)
    with pytest.raises(NotAllowed):
        actions.add_evidence(ours, files=[paper], by=cast.other_secretary)


def test_a_decision_is_recorded_once_and_at_every_level_that_decided(cast):
    ours = running(cast)
    decision = {"decision_number": "214-QĐ/TU", "decided_on": dt.date(2026, 11, 2)}
    actions.recognise(ours, level="province", by=cast.leader, **decision)
    with pytest.raises(BadInput, match="214-QĐ/TU"):
        actions.recognise(ours, level="province", by=cast.officer, **decision)
    local = {"decision_number": "9-QĐ/ĐU", "decided_on": dt.date(2026, 5, 19)}
    actions.recognise(ours, level="grassroots", by=cast.committee, **local)
    assert {got.level: got.body for got in ours.recognitions.all()} == {
        "grassroots": "Đảng bộ xã An Phú",
        "province": "Đảng bộ tỉnh Sơn Hà",
    }


def test_a_recognition_is_a_decision_with_a_number_and_a_day(cast):
    ours = running(cast)
    for wrong, said in [
        ({"decision_number": "", "decided_on": cast.today}, "số quyết định"),
        ({"decision_number": "1-QĐ", "decided_on": None}, "ngày quyết định"),
        ({"decision_number": "1-QĐ", "decided_on": dt.date(2026, 11, 17)}, "sau hôm nay"),
    ]:
        with pytest.raises(BadInput, match=said):
            actions.recognise(ours, level="province", by=cast.leader, **wrong)


def test_typical_is_a_mark_that_can_be_taken_away(cast):
    ours = running(cast)
    actions.mark_typical(ours, by=cast.committee)
    actions.mark_typical(ours, by=cast.committee, typical=False)
    assert not Practice.objects.get().is_typical and verbs(ours)[-2:] == ["marked", "unmarked"]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"status": "running"}, "has_begun"),
        ({"status": "stopped"}, "when_and_why"),
        ({"stopped_on": dt.date(2026, 1, 1)}, "when_and_why"),
        ({"status": "returned"}, "says_why"),
        ({"registered_on": None}, "has_a_day"),
        ({"subject_name": ""}, "whose_it_is"),
        ({"cost": -1}, "not_negative"),
    ],
)
def test_the_database_refuses_what_cannot_be(cast, wrong, sentence):
    ours = registered(cast)
    with pytest.raises(IntegrityError, match=sentence), transaction.atomic():
        Practice.objects.filter(pk=ours.pk).update(**wrong)


def test_a_collective_names_no_person(cast):
    ours = of_the_cell(cast, person=cast.member.person)
    assert ours.person is None
    with pytest.raises(IntegrityError, match="names_no_person"), transaction.atomic():
        Practice.objects.filter(pk=ours.pk).update(person=cast.member.person)
