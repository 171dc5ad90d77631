"""What an inspection asks of whom, what each is told of it, and what stays when a unit ends."""

from __future__ import annotations

import datetime as dt

import pytest

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.messages.tests.told import hear, told_to
from lantoa.supervision import actions, hangs, todo
from lantoa.supervision.tests import stories
from lantoa.supervision.words import FilePaper

pytestmark = pytest.mark.django_db
OPENED = "Có quyết định kiểm tra, giám sát đồng chí hoặc đơn vị của đồng chí"


def asked(who):
    return [one.title for one in todo.items(who)]


def test_whoever_is_inspected_is_told_of_the_decision_and_of_the_conclusion_and_nobody_beside(cast):
    one = stories.opened(cast)
    hear()
    assert told_to(cast.committee) == [OPENED]
    stories.concluded(one, cast.inspector)
    hear()
    assert told_to(cast.committee)[0] == "Đã có kết luận kiểm tra, giám sát"
    assert told_to(cast.secretary) == told_to(cast.member) == []


def test_the_team_is_asked_for_its_papers_and_hears_of_the_units_report(cast):
    one = stories.opened(cast)
    assert any(title.startswith("Hoàn thành") for title in asked(cast.inspector))
    assert asked(cast.member) == []
    report = stories.paper(one, FilePaper.SELF_REPORT)
    actions.send_self_report(report, by=cast.committee, text="Đã rà soát 12 chi bộ.")
    hear()
    assert "Đã nhận báo cáo của nơi được kiểm tra, giám sát" in told_to(cast.inspector)


def test_a_paper_falls_due_no_earlier_than_its_decision_and_only_the_team_says_when(cast):
    paper = stories.paper(stories.opened(cast), FilePaper.PLAN)
    day = stories.DECIDED + dt.timedelta(days=10)
    assert actions.set_due(paper, by=cast.inspector, due=day).due == day
    with pytest.raises(BadInput, match="từ ngày quyết định"):
        actions.set_due(paper, by=cast.inspector, due=stories.DECIDED - dt.timedelta(days=1))
    with pytest.raises(NotAllowed):
        actions.set_due(paper, by=cast.committee, due=day)


def test_what_is_not_carried_out_says_why_and_what_was_decided_is_not_dropped(cast):
    one = stories.planned(cast)
    with pytest.raises(BadInput, match="lý do"):
        actions.drop(one, by=cast.inspector, why="")
    actions.drop(one, by=cast.inspector, why="Xã đã sáp nhập")
    with pytest.raises(Conflict):
        actions.open_inspection(one, by=cast.inspector, decision_number="57-QĐ", decided_on=stories.DECIDED)


def test_an_inspection_that_is_not_over_goes_on_with_the_unit_that_continues(cast):
    stories.opened(cast)
    assert [one.count for one in hangs.hanging(cast.commune, on=cast.today)] == [1]
    assert [one.count for one in hangs.hanging(cast.cell, on=cast.today)] == [0]
