"""What the programme asks of a person today."""

import datetime as dt
from dataclasses import replace

import pytest

from lantoa.programme import actions, todo

pytestmark = pytest.mark.django_db
YEAR = {"scope": "year", "title": "Kế hoạch", "starts": dt.date(2026, 1, 1), "ends": dt.date(2027, 1, 1)}


IN_SEASON = dt.date(2026, 3, 2)


def titles(actor, on=IN_SEASON):
    return [task.title for task in todo.items(replace(actor, on=on))]


def test_the_plan_of_a_year_that_is_ending_is_no_longer_asked_for(cast):
    assert titles(cast.committee, on=dt.date(2026, 10, 31)) != []
    assert titles(cast.committee, on=dt.date(2026, 11, 1)) == []


def test_the_year_has_no_plan_yet_and_a_cell_waits_for_its_committee(cast):
    assert titles(cast.committee) == ["Lập kế hoạch học tập, thực hành năm 2026"]
    assert titles(cast.secretary) == []
    actions.record_issued_plan(
        unit=cast.commune, by=cast.committee, number="1", issued_on=dt.date(2026, 1, 5), **YEAR
    )
    assert titles(cast.secretary) == ["Lập kế hoạch học tập, thực hành năm 2026"]


@pytest.mark.parametrize("who", ["member", "leader", "inspector", "administrator", "former"])
def test_those_who_write_no_plans_are_asked_nothing(cast, who):
    assert titles(getattr(cast, who)) == []


def test_the_next_step_of_the_plan_is_asked_for(cast):
    by = cast.committee
    plan = actions.draft_plan(unit=cast.commune, by=by, **YEAR)
    assert titles(by) == ["Hoàn thiện kế hoạch năm 2026"]
    actions.submit_plan(plan, by=by)
    assert titles(by) == ["Ghi số, ngày ban hành kế hoạch năm 2026"]
    actions.issue_plan(plan, number="1", issued_on=dt.date(2026, 1, 5), by=by)
    assert titles(by) == []


def test_a_returned_draft_says_why(cast):
    plan = actions.submit_plan(
        actions.draft_plan(unit=cast.commune, by=cast.committee, **YEAR), by=cast.committee
    )
    actions.return_plan(plan, reason="Thiếu thời hạn.", by=cast.committee)
    assert next(iter(todo.items(replace(cast.committee, on=IN_SEASON)))).note == "Thiếu thời hạn."


def test_tasks_that_fall_due_within_a_fortnight(cast):
    tasks = [
        {"content": "Kiểm tra", "due": dt.date(2026, 11, 30)},
        {"content": "Sơ kết", "due": dt.date(2026, 11, 10)},
        {"content": "Tổng kết", "due": dt.date(2026, 12, 15)},
    ]
    actions.record_issued_plan(
        unit=cast.cell, by=cast.secretary, number="1", issued_on=dt.date(2026, 1, 5), tasks=tasks, **YEAR
    )
    (due,) = todo.items(cast.secretary)
    assert due.title == "2 việc trong kế hoạch đến hạn"
    assert due.due == dt.date(2026, 11, 10) and due.note == "Sơ kết"
    assert "#viec-" in due.url
