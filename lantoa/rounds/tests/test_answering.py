"""A unit finds its form filled, confirms or corrects it with a reason, and sends it; what is not known stays so."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.foundation.tests.forms import Form
from lantoa.meetings import actions as meetings
from lantoa.rounds import actions, todo
from lantoa.rounds.models import Answer, Bound
from lantoa.rounds.rules import Said
from lantoa.rounds.tests import stories
from lantoa.rounds.words import Amount

pytestmark = pytest.mark.django_db
MET = {"kind": "regular", "held_on": dt.date(2026, 10, 3), "members": 16, "present": 15}


@pytest.fixture
def asked(cast):
    """The cell met once in October; then the province asked."""
    meetings.record_meeting(unit=cast.cell, by=cast.system, **MET)
    return stories.opened(cast)


def mine(cast, found):
    return stories.answer_of(found, cast.cell)


def opened(cast, found, who="secretary"):
    return Form(cast.client(who), mine(cast, found).get_absolute_url())


def box(found, position, name="so"):
    return f"{name}-{found.items.all()[position].pk}"


def test_the_form_comes_filled_and_what_is_not_known_is_empty(cast, asked):
    form = opened(cast, asked)
    assert form[box(asked, 0)] == "1"
    assert (form[box(asked, 1)], form[box(asked, 1, "tren")]) == ("15", "16")
    assert not form[box(asked, 2)] and "Đếm được: chưa ghi" in form.text


def test_two_boxes_of_a_ratio_say_which_is_the_whole(cast, asked):
    assert opened(cast, asked).text.count("Ô trên trong tổng số ở ô dưới.") == 1


def test_confirmed_as_it_stands_in_one_click(cast, asked):
    page = opened(cast, asked).send()
    answer = mine(cast, asked)
    assert page.status_code == 302 and answer.status == "sent" and answer.sent_by == cast.secretary.person
    lines = answer.lines.all()
    assert [(line.total.show(), line.is_corrected) for line in lines[:3]] == [
        ("1", False),
        ("15/16", False),
        ("chưa biết", False),
    ]
    said = cast.client("secretary").get(answer.get_absolute_url()).content.decode()
    assert "15/16" in said and "chưa biết" in said


@pytest.mark.deep(slow=True)
def test_a_correction_wants_a_reason_and_stands_beside_what_was_counted(cast, asked):
    form = opened(cast, asked)
    page = form.send(**{box(asked, 0): "2"}).content.decode()
    assert "Đếm được 1, đồng chí ghi 2. Ghi lý do sửa" in page and mine(cast, asked).status == "asked"
    form.send(**{box(asked, 0): "2", box(asked, 0, "vi"): stories.WHY})
    line = mine(cast, asked).lines.first()
    assert (line.value, line.counted, line.reason) == (2, 1, stories.WHY) and line.is_corrected
    page = cast.client("committee").get(mine(cast, asked).get_absolute_url()).content.decode()
    assert stories.WHY in page and "Đếm được" in page


def test_none_may_be_said_without_a_reason_where_nothing_was_recorded(cast, asked):
    opened(cast, asked).send(**{box(asked, 2): "0"})
    assert mine(cast, asked).lines.all()[2].value == 0


def test_words_keep_their_words_and_the_part_of_a_whole_in_them(cast, asked):
    opened(cast, asked).send(**{box(asked, 3, "loi"): "12/15 đồng chí phát biểu (đạt 80%)"})
    line = mine(cast, asked).lines.last()
    assert line.text.startswith("12/15") and line.total == Amount(Decimal(12), Decimal(15))


def test_half_a_ratio_is_asked_about(cast, asked):
    page = opened(cast, asked).send(**{box(asked, 1, "tren"): ""}).content.decode()
    assert "Ghi cả hai số" in page and mine(cast, asked).status == "asked"


def test_a_rule_between_figures_quotes_both_and_is_passed_with_a_reason(cast, asked):
    """U11."""
    Bound.objects.create(unit=cast.province, part="meetings.regular", whole="registrations.people")
    form = opened(cast, asked)
    typed = {box(asked, 0): "9", box(asked, 2): "7", box(asked, 2, "vi"): stories.WHY}
    page = form.send(**typed).content.decode()
    assert "Buổi sinh hoạt thường kỳ (9) nhiều hơn người đã đăng ký (7)." in page
    form.send(**typed, **{box(asked, 0, "vi"): "Hai buổi ghép, tính cả họp bất thường."})
    line = mine(cast, asked).lines.first()
    assert line.value == 9 and any("(9) nhiều hơn" in said for said in line.warnings)


def test_a_number_far_from_the_units_own_last_one_is_asked_about(cast):
    before = stories.one_figure(cast, period=stories.SEPTEMBER, title="Số liệu tháng 9/2026")
    stories.send(before, cast.secretary, 10)
    found = stories.one_figure(cast)
    with pytest.raises(BadInput, match=r"Số này \(30\) khác kỳ trước của đơn vị \(10\) quá 50%"):
        said = {found.items.get().pk: Said(Amount(Decimal(30)))}
        actions.send(stories.answer_of(found, cast.cell), by=cast.secretary, said=said)
    assert stories.total(stories.send(found, cast.secretary, 30)) == 30


@pytest.mark.parametrize("who", ["committee", "officer", "far_secretary", "other_secretary"])
def test_nobody_answers_for_another_unit(cast, asked, who):
    with pytest.raises(NotAllowed):
        actions.send(mine(cast, asked), by=getattr(cast, who), said={})


def test_sent_once_and_not_into_a_closed_round(cast, asked):
    answer = mine(cast, asked)
    stories.send(asked, cast.secretary, 1)
    with pytest.raises(Conflict):
        actions.send(answer, by=cast.secretary, said={})
    actions.close_round(asked, by=cast.officer)
    with pytest.raises(Conflict, match="đã đóng"):
        stories.send(asked, cast.other_secretary, 1)


def test_it_stands_among_her_tasks_until_it_is_sent(cast, asked):
    (task,) = todo.items(cast.secretary)
    assert task.title == "Kiểm tra số liệu: Số liệu tháng 10/2026" and task.due == stories.DUE
    stories.send(asked, cast.secretary, 1)
    assert not list(todo.items(cast.secretary))


@pytest.mark.deep(slow=True)
def test_given_back_with_a_reason_that_she_reads_word_for_word(cast, asked):
    stories.send(asked, cast.secretary, 1)
    client = cast.client("committee")
    url = mine(cast, asked).get_absolute_url()
    client.post(f"{url}tra-lai/", {"reason": "Thiếu buổi họp chuyên đề."})
    assert mine(cast, asked).status == "given_back"
    (task,) = todo.items(cast.secretary)
    assert "Thiếu buổi họp chuyên đề." in task.note
    assert "Thiếu buổi họp chuyên đề." in cast.client("secretary").get(url).content.decode()
    opened(cast, asked).send()
    assert mine(cast, asked).status == "sent" and not mine(cast, asked).return_reason


def test_received_by_the_level_directly_above_and_by_nobody_else(cast, asked):
    answer = stories.send(asked, cast.secretary, 1)
    for by in (cast.officer, cast.secretary, cast.far_secretary):
        with pytest.raises(NotAllowed):
            actions.accept(answer, by=by)
    assert actions.accept(answer, by=cast.committee).status == "accepted"
    assert [event.verb for event in Event.objects.about(answer)] == ["answer.sent", "answer.accepted"]


def test_days_late_are_told_from_the_first_time_it_was_sent(cast, asked):
    Answer.objects.filter(pk=mine(cast, asked).pk).update(
        status="sent",
        sent_at=dt.datetime(2026, 11, 23, 3, tzinfo=dt.UTC),
        first_sent_at=dt.datetime(2026, 11, 23, 3, tzinfo=dt.UTC),
    )
    assert mine(cast, asked).days_late == 3
    assert "trễ 3 ngày" in " ".join(
        cast.client("committee").get(asked.get_absolute_url()).content.decode().split()
    )
