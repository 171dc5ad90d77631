"""What becomes of it where it was taken over: the six-month question, results, whom the first one helps."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from lantoa.adoptions import actions as adoptions
from lantoa.adoptions import queries, rules, todo
from lantoa.adoptions.models import Adoption, Checkup
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.organisation import actions as organisation
from lantoa.people.models import Post
from lantoa.practices import actions
from lantoa.practices.models import Practice
from lantoa.practices.tests.stories import on_day, registered, running

APRIL = dt.date(2026, 4, 16)
HALF_A_YEAR = dt.date(2026, 10, 16)


def taken_over(cast, on=APRIL, by=None, origin=None):
    return adoptions.adopt(origin or running(cast), by=by or cast.other_secretary, on=on)


def titles(actor):
    return [one.title for one in todo.items(actor)]


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (dt.date(2024, 8, 31), 6, dt.date(2025, 2, 28)),
        (dt.date(2023, 8, 31), 6, dt.date(2024, 2, 29)),
        (dt.date(2024, 2, 29), 12, dt.date(2025, 2, 28)),
        (dt.date(2026, 12, 1), 1, dt.date(2027, 1, 1)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_the_month(day, months, then):
    assert rules.months_after(day, months) == then


def test_it_is_asked_after_six_months_twelve_and_every_year():
    start = dt.date(2024, 1, 10)
    asked = rules.questions_until(start, dt.date(2027, 1, 9))
    assert asked == [dt.date(2024, 7, 10), dt.date(2025, 1, 10), dt.date(2026, 1, 10)]
    assert rules.next_question(start, dt.date(2024, 7, 9)) == asked[0]
    assert rules.next_question(start, dt.date(2027, 1, 9)) == dt.date(2027, 1, 10)
    assert rules.question_due(start, None, dt.date(2024, 7, 9)) is None
    assert rules.question_due(start, None, dt.date(2025, 3, 1)) == asked[1]
    assert rules.question_due(start, asked[1], dt.date(2025, 3, 1)) is None


def test_the_secretary_of_the_adopter_is_asked_and_what_is_late_stays(cast):
    taken_over(cast, on=dt.date(2026, 5, 20))
    assert titles(cast.other_secretary) == []
    (task,) = todo.items(on_day(cast.other_secretary, dt.date(2026, 11, 20)))
    assert (task.title, task.due) == ("Còn duy trì “Nhà văn hóa sáng đèn”?", dt.date(2026, 11, 20))
    assert "20/05/2026" in task.note
    (late,) = todo.items(on_day(cast.other_secretary, dt.date(2027, 5, 19)))
    assert late.due == dt.date(2026, 11, 20)
    for who in (cast.secretary, cast.committee, cast.member):
        assert not [one for one in titles(who) if one.startswith("Còn duy trì")]


def test_still_running_with_a_result(cast):
    edge = taken_over(cast)
    answer = adoptions.answer_checkup(
        edge,
        by=cast.other_secretary,
        alive=True,
        text="dân đỡ đi lại",
        value=Decimal(48),
        unit_of_count="việc",
    )
    assert (answer.due_on, answer.answered_on, answer.alive) == (HALF_A_YEAR, cast.today, True)
    theirs = Practice.objects.get(pk=edge.practice_id)
    assert (theirs.result_value, theirs.result_unit, theirs.result_on) == (48, "việc", cast.today)
    event = Event.objects.about(theirs).last()
    assert (event.verb, event.note) == ("practice.checked_up", "còn duy trì; 48 việc; dân đỡ đi lại")
    assert titles(cast.other_secretary) == []
    with pytest.raises(Conflict, match="đã được trả lời"):
        adoptions.answer_checkup(edge, by=cast.other_secretary, alive=True)
    with pytest.raises(IntegrityError, match="answered_once|due_on"), transaction.atomic():
        Checkup.objects.create(adoption=edge, due_on=HALF_A_YEAR, answered_on=cast.today, alive=True)


def test_still_running_needs_no_result_but_a_number_says_what_it_counts(cast):
    edge = taken_over(cast)
    with pytest.raises(BadInput) as refused:
        adoptions.answer_checkup(edge, by=cast.other_secretary, alive=True, value=Decimal(5))
    assert refused.value.field == "unit_of_count" and not edge.checkups.exists()
    adoptions.answer_checkup(edge, by=cast.other_secretary, alive=True)
    assert Practice.objects.get(pk=edge.practice_id).result_on is None


def test_what_stopped_says_why_and_stops_the_practice_on_that_day(cast):
    edge = taken_over(cast)
    with pytest.raises(BadInput, match="lý do"):
        adoptions.answer_checkup(edge, by=cast.other_secretary, alive=False, cause="other")
    adoptions.answer_checkup(
        edge, by=cast.other_secretary, alive=False, cause="few_people", on=dt.date(2026, 9, 1)
    )
    theirs = Practice.objects.get(pk=edge.practice_id)
    assert (theirs.status, theirs.stopped_on) == ("stopped", dt.date(2026, 9, 1))
    assert (theirs.stop_cause, theirs.stop_reason) == ("few_people", "ít người tham gia")
    assert edge.checkups.get().why_stopped == "ít người tham gia"
    assert titles(cast.other_secretary) == []


def test_a_plain_stop_closes_the_question_too(cast):
    edge = taken_over(cast)
    actions.stop(edge.practice, by=cast.other_secretary, reason="hết vụ", cause="merged")
    assert edge.practice.stop_reason == "sáp nhập đơn vị; hết vụ"
    assert titles(cast.other_secretary) == []
    with pytest.raises(Conflict):
        adoptions.answer_checkup(edge, by=cast.other_secretary, alive=True)


def test_only_who_answers_for_the_adopter_answers(cast):
    edge = taken_over(cast)
    for who in (cast.secretary, cast.member, cast.committee, cast.leader):
        with pytest.raises(NotAllowed):
            adoptions.answer_checkup(edge, by=who, alive=True)


def test_a_wrong_answer_is_taken_back_and_what_it_stopped_runs_again(cast):
    edge = taken_over(cast)
    answer = adoptions.answer_checkup(edge, by=cast.other_secretary, alive=False, cause="no_money")
    late = on_day(cast.other_secretary, dt.date(2026, 12, 17))
    with pytest.raises(Conflict, match="30 ngày"):
        adoptions.take_back_answer(answer, by=late)
    for who in (cast.secretary, cast.member, cast.leader):
        with pytest.raises(NotAllowed):
            adoptions.take_back_answer(answer, by=who)
        with pytest.raises(NotAllowed):
            adoptions.adapt(edge.practice, by=who, name="Của nơi khác")
    adoptions.take_back_answer(answer, by=cast.other_secretary)
    theirs = Practice.objects.get(pk=edge.practice_id)
    assert (theirs.status, theirs.stopped_on, theirs.stop_reason) == ("running", None, "")
    assert titles(cast.other_secretary) == ["Còn duy trì “Nhà văn hóa sáng đèn”?"]


def test_an_answer_is_not_taken_back_when_the_unit_began_anew(cast):
    edge = taken_over(cast)
    answer = adoptions.answer_checkup(edge, by=cast.other_secretary, alive=False, cause="no_money")
    adoptions.adopt(edge.root, by=cast.other_secretary)
    with pytest.raises(Conflict, match="đang vận dụng"):
        adoptions.take_back_answer(answer, by=cast.other_secretary)


def test_after_a_merger_its_successor_is_asked(cast):
    taken_over(cast, by=cast.far_secretary)
    later = dt.date(2026, 12, 1)
    organisation.merge([cast.far_cell, cast.other_cell], into=cast.other_cell, on=later, by=cast.system)
    assert titles(on_day(cast.other_secretary, later)) == ["Còn duy trì “Nhà văn hóa sáng đèn”?"]


def test_the_first_cell_hears_that_its_way_helps(cast):
    ours = running(cast)
    near, far = taken_over(cast, origin=ours), taken_over(cast, origin=ours, by=cast.far_secretary)
    assert titles(cast.secretary) == []
    adoptions.answer_checkup(far, by=cast.far_secretary, alive=True, text="dân khen")
    (news,) = todo.items(cast.secretary)
    assert news.title == "Cách làm của đồng chí đang giúp 2 đơn vị: Nhà văn hóa sáng đèn"
    assert [one.practice_id for one in queries.helping(ours)] == [far.practice_id]
    assert titles(on_day(cast.secretary, dt.date(2026, 12, 16))) == []
    actions.report_result(near.practice, by=cast.other_secretary, value=Decimal(12), unit_of_count="hộ")
    assert queries.helping(ours).count() == 2


def test_a_result_is_words_or_a_counted_number_of_what_has_begun(cast):
    ours = registered(cast)
    with pytest.raises(Conflict, match="ngày bắt đầu"):
        actions.report_result(ours, by=cast.secretary, text="tốt")
    actions.start(ours, by=cast.secretary, on=APRIL)
    with pytest.raises(BadInput, match="bằng số hoặc bằng lời"):
        actions.report_result(ours, by=cast.secretary)
    with pytest.raises(NotAllowed):
        actions.report_result(ours, by=cast.other_secretary, text="tốt")
    actions.report_result(ours, by=cast.secretary, value=Decimal("612"), unit_of_count="việc")
    assert Event.objects.about(ours).last().note == "612 việc"
    with pytest.raises(IntegrityError, match="unit_and_a_day"), transaction.atomic():
        Practice.objects.filter(pk=ours.pk).update(result_unit="")


def test_cards_say_how_many_took_it_over_and_how_many_still_run(cast, django_assert_num_queries):
    ours, other = running(cast), running(cast, name="Việc khác")
    edge = taken_over(cast, origin=ours)
    taken_over(cast, on=HALF_A_YEAR, origin=edge.practice, by=cast.far_secretary)
    taken_over(cast, on=APRIL, origin=other, by=cast.far_secretary)
    actions.stop(edge.practice, by=cast.other_secretary, reason="hết người", on=dt.date(2026, 11, 1))
    with django_assert_num_queries(3):
        numbers = queries.numbers_of([ours, other, edge.practice], cast.today)
    assert numbers[ours.pk] == queries.following.LifeNumbers(taken_over=2, stopped=1, observed=1, alive=1)
    assert numbers[other.pk].running == 1
    assert numbers[edge.practice_id] == queries.following.LifeNumbers(taken_over=1)
    before = queries.numbers_of([ours], dt.date(2026, 10, 15))[ours.pk]
    assert before == queries.following.LifeNumbers(taken_over=1)


def test_what_adopters_did_with_each_part_is_counted(cast):
    ours = running(cast)
    changed = {
        1: rules.PartFate("changed", "hai tuần một tối"),
        3: rules.PartFate("dropped", "không ai giữ sổ"),
    }
    edge = adoptions.adopt(ours, by=cast.other_secretary, parts=changed)
    adoptions.adopt(edge.practice, by=cast.far_secretary, parts={3: rules.PartFate()})
    first, second, third = queries.parts_of(ours)
    assert (first.kept, first.changed, first.dropped, first.ways) == (0, 2, 0, ["hai tuần một tối"])
    assert (second.kept, second.kept_percent) == (2, 100)
    assert (third.kept, third.dropped, third.kept_percent) == (1, 1, 50)


def test_names_of_then_and_now_stand_beside_each_other(cast):
    edge = taken_over(cast)
    organisation.rename(cast.other_cell, name="Chi bộ thôn Nà Lùng mới", on=cast.today, by=cast.system)
    (row,) = queries.with_names(queries.adopters_of(edge.root), cast.today)
    assert (row.then, row.now) == ("Chi bộ thôn Nà Lùng", "Chi bộ thôn Nà Lùng mới")
    later = dt.date(2026, 12, 1)
    organisation.merge([cast.other_cell, cast.far_cell], into=cast.far_cell, on=later, by=cast.system)
    (row,) = queries.with_names(queries.adopters_of(edge.root), later)
    assert (row.then, row.now) == ("Chi bộ thôn Nà Lùng", "Chi bộ bản Pa Khao")


def test_the_adopter_writes_its_own_words_and_numbers(cast):
    edge = taken_over(cast)
    theirs = edge.practice
    adoptions.adapt(theirs, by=cast.other_secretary, name="Tối thứ Năm giúp dân", participants=4)
    theirs.refresh_from_db()
    assert (theirs.name, theirs.participants) == ("Tối thứ Năm giúp dân", 4)
    with pytest.raises(NotAllowed):
        adoptions.adapt(edge.root, by=cast.secretary, name="x")
    with pytest.raises(NotAllowed):
        adoptions.adapt(theirs, by=cast.other_secretary, level="province")
    with pytest.raises(BadInput, match="Đặt tên"):
        adoptions.adapt(theirs, by=cast.other_secretary, name=" ")


def test_who_holds_no_post_is_not_asked(cast):
    taken_over(cast)
    Post.objects.filter(pk=cast.other_secretary.post_id).update(ends=dt.date(2026, 11, 1))
    assert queries.waiting_for_an_answer(cast.member) == []


def test_who_only_inspects_in_a_unit_is_neither_asked_nor_told_whom_it_helps(cast):
    edge = taken_over(cast)
    of_the_adopter, of_the_first = (
        replace(cast.inspector, unit=unit, reach="unit") for unit in (cast.other_cell, cast.cell)
    )
    assert queries.waiting_for_an_answer(cast.other_secretary)
    assert queries.waiting_for_an_answer(of_the_adopter) == []
    adoptions.answer_checkup(edge, by=cast.other_secretary, alive=True, text="dân khen")
    assert queries.helping_lately(cast.secretary)
    assert queries.helping_lately(of_the_first) == []


def test_an_adoption_is_seen_with_the_practice_it_was_learned_from(cast):
    edge = taken_over(cast)
    assert Adoption.objects.visible_to(cast.far_secretary).get() == edge
    for nobody in (cast.administrator, cast.protector):
        assert not Adoption.objects.visible_to(nobody).exists()
