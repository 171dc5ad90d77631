"""What people are asked to do, and that they are asked only once."""

from __future__ import annotations

import datetime as dt

from lantoa.breakthroughs import actions, todo
from lantoa.breakthroughs.tests.stories import of_the_cell, of_the_head, on_day, running_of_the_head, sent


def titles(actor):
    return [one.title for one in todo.items(actor)]


def test_the_leader_is_told_how_many_wait(cast):
    sent(of_the_head(cast), cast.committee)
    sent(of_the_head(cast, statement="Việc thứ hai"), cast.committee)
    later = on_day(cast.leader, dt.date(2026, 11, 20))
    (task,) = todo.items(later)
    assert task.title == "2 nội dung đột phá chờ đồng chí cho ý kiến"
    assert task.note == "Chờ lâu nhất: 4 ngày"
    assert "cho=toi" in task.url


def test_nobody_is_asked_about_what_another_unit_decides(cast):
    sent(of_the_cell(cast), cast.secretary)
    assert titles(cast.committee) and not titles(cast.leader) and not titles(cast.officer)


def test_what_came_back_shows_its_reason_word_for_word(cast):
    ours = sent(of_the_cell(cast), cast.secretary)
    actions.return_for_changes(ours, by=cast.committee, reason="chưa có chỉ tiêu cụ thể")
    (task,) = todo.items(cast.secretary)
    assert task.note == "chưa có chỉ tiêu cụ thể"
    assert not titles(cast.other_secretary)


def test_a_quarter_is_asked_for_until_it_is_written(cast):
    ours = running_of_the_head(cast)
    (task,) = todo.items(cast.committee)
    assert task.title.startswith("Ghi kết quả quý III/2026") and task.due == dt.date(2026, 10, 10)
    told = {"year": 2026, "quarter": 3, "state": "on_track", "result": "Còn 74 hồ sơ."}
    actions.report_quarter(ours, by=cast.committee, **told)
    assert titles(cast.committee) == []


def test_what_was_approved_after_a_quarter_is_not_asked_about_it(cast):
    ours = sent(of_the_head(cast), cast.committee)
    actions.approve(ours, by=cast.leader, document_number="9-TB/TU", approved_on=cast.today)
    assert titles(cast.committee) == []


def test_a_stranger_and_a_member_are_asked_nothing(cast, django_assert_max_num_queries):
    running_of_the_head(cast)
    with django_assert_max_num_queries(2):
        assert titles(cast.member) == []
