"""An approved text changes only by an amendment; every version stays readable."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from lantoa.breakthroughs import actions, queries, todo
from lantoa.breakthroughs.actions import Mark
from lantoa.breakthroughs.models import Amendment, Breakthrough
from lantoa.breakthroughs.pages.forms import as_typed
from lantoa.breakthroughs.tests.stories import MARKS, WORDS, running_of_the_head
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event

pytestmark = pytest.mark.django_db
WHY = "Sau sáp nhập có thêm 61 hồ sơ."


def proposed(cast, running=None, **changed):
    """The commune's head asks to raise the target, the province decides."""
    changed = {"target_value": Decimal(35), "milestones": MARKS, **changed}
    paper = running or running_of_the_head(cast)
    return actions.propose_amendment(paper, by=cast.committee, reason=WHY, **changed)


def decided(amendment, cast, **changed):
    said = {"document_number": "58-TB/TU", "decided_on": dt.date(2026, 11, 12), **changed}
    return actions.amend(amendment, by=cast.leader, **said)


def test_while_it_waits_the_old_text_is_in_force_and_afterwards_the_new_one(cast):
    amendment = proposed(cast)
    paper = amendment.breakthrough
    assert Breakthrough.objects.get().target_value == 20
    page = cast.client("committee").get(paper.get_absolute_url()).content.decode()
    assert "Một bản sửa đổi đang chờ Đảng bộ tỉnh Sơn Hà cho ý kiến" in page
    decided(amendment, cast)
    assert Breakthrough.objects.get().target_value == 35
    page = cast.client("committee").get(paper.get_absolute_url()).content.decode()
    assert "Bản đã duyệt ngày 29/01/2026" in page and "Bản sửa đổi ngày 12/11/2026" in page
    assert "58-TB/TU" in page and WHY in page
    assert WORDS["problem"] in queries.changes(Breakthrough.objects.get())[0].passages[1].before


def test_who_stands_in_for_whoever_proposed_it_is_not_asked(cast):
    amendment = proposed(cast)
    deputy = replace(cast.leader, stands_for=cast.committee.person.pk)
    assert not Amendment.objects.awaiting(deputy) and not queries.may_judge_amendment(deputy, amendment)
    assert Amendment.objects.awaiting(cast.leader).get() == amendment


def test_it_waits_with_who_judges_in_the_body_asked_and_is_read_by_who_reads_the_breakthrough(cast):
    amendment = proposed(cast)
    for nobody in (cast.officer, cast.inspector, replace(cast.leader, unit=cast.far)):
        assert not Amendment.objects.awaiting(nobody).exists()
    assert Amendment.objects.visible_to(cast.inspector).get() == amendment
    for nobody in (cast.secretary, cast.far_secretary, cast.member):
        assert not Amendment.objects.visible_to(nobody).exists()


def test_milestones_and_the_end_are_amended_with_the_rest(cast):
    marks = [
        *MARKS[:3],
        Mark(dt.date(2026, 12, 31), value=Decimal(40)),
        Mark(dt.date(2027, 3, 31), "Xong cả"),
    ]
    decided(proposed(cast, milestones=marks, horizon="dates", ends=dt.date(2027, 4, 1)), cast)
    paper = Breakthrough.objects.get()
    assert paper.last_day == dt.date(2027, 3, 31)
    assert [mark.due for mark in paper.milestones.all()][-1] == dt.date(2027, 3, 31)
    assert paper.milestones.count() == 5
    lines = {one.label: one for one in queries.changes(paper)[0].passages}
    assert lines["Các mốc"].changed and lines["Thời hạn"].changed and not lines["Cách làm"].changed
    assert "31/03/2027: Xong cả" in lines["Các mốc"].after


def test_the_third_version_is_compared_with_the_second(cast):
    first = decided(proposed(cast), cast)
    second = proposed(cast, Breakthrough.objects.get(), target_value=Decimal(30))
    changes = queries.changes(Breakthrough.objects.get())
    assert [c.before_label for c in changes] == [
        "Bản đã duyệt ngày 29/01/2026",
        "Bản sửa đổi ngày 12/11/2026",
    ]
    assert changes[1].after_label == "Bản đề nghị sửa đổi ngày 16/11/2026"
    assert second.before == first.after


def test_what_is_refused_or_taken_back_stays_with_its_words(cast):
    running = running_of_the_head(cast)
    refused = proposed(cast, running)
    with pytest.raises(BadInput, match="lý do"):
        actions.refuse_amendment(refused, by=cast.leader, reason=" ")
    actions.refuse_amendment(refused, by=cast.leader, reason="Giữ mục tiêu đã hứa với dân.")
    taken_back = proposed(cast, running, target_value=Decimal(25))
    actions.withdraw_amendment(taken_back, by=cast.committee)
    assert Breakthrough.objects.get().target_value == 20
    page = cast.client("inspector").get(running.get_absolute_url()).content.decode()
    assert "Giữ mục tiêu đã hứa với dân." in page and "không được duyệt" in page and "đã rút" in page
    verbs = [event.verb.partition(".")[2] for event in Event.objects.about(running)]
    assert verbs[-4:] == [
        "amendment_proposed",
        "amendment_refused",
        "amendment_proposed",
        "amendment_withdrawn",
    ]


def test_one_waits_at_a_time_and_nothing_closes_over_it(cast):
    running = running_of_the_head(cast)
    first = proposed(cast, running)
    with pytest.raises(Conflict, match="chờ ý kiến"):
        proposed(cast, running, target_value=Decimal(30))
    actions.assess_year(running, year=2026, result="mostly", by=cast.leader)
    with pytest.raises(Conflict, match="bản sửa đổi"):
        actions.close(running, by=cast.leader)
    actions.withdraw_amendment(first, by=cast.committee)
    assert actions.close(Breakthrough.objects.get(), by=cast.leader).status == "closed"


def test_only_its_owner_proposes_and_only_the_approving_body_decides(cast):
    running = running_of_the_head(cast)
    with pytest.raises(NotAllowed):
        actions.propose_amendment(running, by=cast.leader, reason=WHY, problem="Khác.")
    amendment = proposed(cast, running)
    for who in (cast.committee, cast.officer, cast.inspector, cast.secretary):
        with pytest.raises(NotAllowed):
            actions.amend(amendment, by=who, document_number="1", decided_on=cast.today)
        with pytest.raises(NotAllowed):
            actions.refuse_amendment(amendment, by=who, reason="Không.")
    with pytest.raises(NotAllowed):
        actions.withdraw_amendment(amendment, by=cast.leader)


def test_of_two_who_decide_at_once_one_wins(cast):
    amendment = proposed(cast)
    stale = Amendment.objects.get()
    decided(amendment, cast)
    with pytest.raises(Conflict), transaction.atomic():
        actions.refuse_amendment(stale, by=cast.leader, reason="Không.")
    assert Amendment.objects.get().status == "in_force"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"target_value": Decimal("20.0000")}, "Chưa sửa chỗ nào"),
        ({"problem": ""}, "vấn đề khó"),
        ({"ends": dt.date(2026, 4, 1), "horizon": "dates"}, "quý III/2026"),
        ({"milestones": [MARKS[0], MARKS[0]]}, "hai mốc cùng ngày"),
    ],
    ids=["nothing changed", "no problem left", "a reported quarter falls out", "two milestones a day"],
)
def test_an_amendment_that_cannot_stand_is_refused_before_it_is_sent(cast, changed, said):
    running = running_of_the_head(cast)
    told = {"year": 2026, "quarter": 3, "state": "on_track", "result": "Còn 74."}
    actions.report_quarter(running, by=cast.committee, **told)
    with pytest.raises(BadInput, match=said):
        proposed(cast, running, **changed)
    assert not Amendment.objects.exists()


def test_a_quarter_reported_meanwhile_keeps_the_time_from_shrinking(cast):
    running = running_of_the_head(cast)
    amendment = proposed(cast, running, ends=dt.date(2026, 7, 1), horizon="dates")
    told = {"year": 2026, "quarter": 3, "state": "on_track", "result": "Còn 74."}
    actions.report_quarter(running, by=cast.committee, **told)
    with pytest.raises(BadInput, match="quý III/2026"):
        decided(amendment, cast)


def test_a_reason_and_a_paper_are_asked_for(cast):
    running = running_of_the_head(cast)
    with pytest.raises(BadInput, match="vì sao"):
        actions.propose_amendment(running, by=cast.committee, reason=" ", problem="Khác.")
    with pytest.raises(BadInput, match="số văn bản"):
        decided(proposed(cast, running), cast, document_number="")
    for wrong in ({"status": "in_force"}, {"status": "refused"}, {"reason": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Amendment.objects.update(**wrong)


def test_by_hand_from_the_page_to_the_decision(cast):
    running = running_of_the_head(cast)
    committee, leader = cast.client("committee"), cast.client("leader")
    address = reverse("breakthroughs:propose_amendment", args=[running.pk])
    assert "Đề nghị sửa nội dung đã duyệt" in committee.get(address).content.decode()
    typed = {k: v for k, v in as_typed(running).items() if k not in ("is_key_task", "approving_unit", "ends")}
    typed |= {"starts": "01/01/2026", "last_day": "31/12/2026", "start_value": "214", "target_value": "35"}
    typed |= {"moc-TOTAL_FORMS": 1, "moc-INITIAL_FORMS": 0, "moc-0-due": "31/12/2026", "moc-0-value": "35"}
    refused = committee.post(address, typed)
    assert refused.status_code == 200 and "Vì sao phải sửa đổi" in refused.content.decode()
    page = committee.post(address, typed | {"reason": WHY}, follow=True).content.decode()
    assert "Bản đã duyệt vẫn có hiệu lực" in page and "Rút bản sửa đổi" in page
    assert [str(one.title) for one in todo.items(cast.leader)] == [
        "1 bản sửa đổi nội dung đột phá chờ đồng chí cho ý kiến"
    ]
    assert WHY in leader.get(reverse("breakthroughs:index") + "?cho=toi").content.decode()
    amendment = Amendment.objects.get()
    wrong = leader.post(reverse("breakthroughs:amend", args=[amendment.pk]), {"decided_on": "12/11/2026"})
    assert wrong.status_code == 200
    said = {"document_number": "58-TB/TU", "decided_on": "12/11/2026", "decided_by": "Ban Thường vụ Tỉnh ủy"}
    page = leader.post(
        reverse("breakthroughs:amend", args=[amendment.pk]), said, follow=True
    ).content.decode()
    assert "Bản sửa đổi có hiệu lực theo văn bản số 58-TB/TU, ngày 12/11/2026." in page
    assert Breakthrough.objects.get().target_value == 35


DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2027, 12, 31))
NUMBERS = st.decimals(-(10**9), 10**9, places=4, allow_nan=False)


@given(
    marks=st.lists(st.tuples(DAYS, st.text(max_size=5), st.none() | NUMBERS), unique_by=lambda m: m[0]),
    start=st.none() | NUMBERS,
)
def test_a_text_kept_and_read_again_is_the_same(marks, start):
    values = {**WORDS, "start_value": start, "product": "", "partners": "", "horizon": "year"}
    values |= {"starts": dt.date(2026, 1, 1), "ends": dt.date(2027, 1, 1)}
    text = queries.as_text(values, marks)
    back, lines = queries.from_text(text)
    assert back == values and lines == sorted(marks, key=lambda m: m[0])
    assert queries.as_text(back, lines) == text and not any(p.changed for p in queries.compared(text, text))
