"""What people are asked to do about practices."""

from __future__ import annotations

import datetime as dt

from lantoa.practices import actions, todo
from lantoa.practices.tests.stories import of_a_member, of_the_cell, on_day, proposed, registered


def titles(actor):
    return [one.title for one in todo.items(actor)]


def test_who_judges_is_told_how_many_wait_and_how_long(cast):
    proposed(of_the_cell(cast), cast.secretary)
    proposed(of_the_cell(cast, name="Việc hai"), cast.secretary)
    (task,) = todo.items(on_day(cast.committee, dt.date(2026, 11, 19)))
    assert (task.title, task.note) == ("2 mô hình chờ đồng chí thẩm định", "Chờ lâu nhất: 3 ngày")
    assert titles(cast.leader) == titles(cast.other_secretary) == []


def test_what_came_back_shows_its_reason_to_who_wrote_it(cast):
    ours = proposed(of_a_member(cast), cast.member)
    actions.return_for_changes(ours, by=cast.secretary, reason="chưa gắn nhiệm vụ")
    (task,) = todo.items(cast.member)
    assert task.title.startswith("Mô hình được trả lại") and task.note == "chưa gắn nhiệm vụ"
    assert titles(cast.colleague) == []


def test_what_was_agreed_to_waits_for_its_first_day(cast):
    registered(cast)
    registered(cast, name="Việc năm sau", starts=dt.date(2027, 1, 1))
    assert titles(cast.secretary) == ["Mô hình đã được đồng ý: Nhà văn hóa sáng đèn"]
    assert len(titles(on_day(cast.secretary, dt.date(2027, 1, 1)))) == 2


def test_an_administrator_is_asked_nothing(cast, django_assert_num_queries):
    proposed(of_the_cell(cast), cast.secretary)
    with django_assert_num_queries(0):
        assert titles(cast.administrator) == []
