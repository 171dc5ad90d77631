"""What is asked of a person today: one thing at a time, with the reason and the day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from django.urls import reverse

from lantoa.foundation.todo import DONE
from lantoa.registrations import actions, todo
from lantoa.registrations.tests import papers


def asked(actor):
    return [task for task in todo.items(actor) if task.state != DONE]


def test_a_member_who_has_nothing_is_asked_to_register(cast):
    (task,) = asked(cast.member)
    assert task.title == "Đăng ký học tập, thực hành năm 2027" and task.button == "Đăng ký"
    assert (task.due, task.minutes) == (dt.date(2027, 1, 31), 5)
    assert task.url == reverse("registrations:write", args=[2027])


def test_a_draft_is_to_be_finished(cast):
    papers.drafted(cast.member)
    (task,) = asked(cast.member)
    assert task.button == "Viết tiếp" and "bản nháp lúc 08:00, 16/11/2026, chưa gửi" in task.note


def test_what_was_sent_waits_for_someone_else(cast):
    one = papers.submitted(cast.member)
    assert asked(cast.member) == []
    (done,) = todo.items(cast.member)
    assert done.url == one.get_absolute_url() and "đang chờ duyệt" in done.title


def test_a_return_shows_the_reason_word_for_word(cast):
    one = papers.submitted(cast.member)
    actions.return_for_changes(one, by=cast.secretary, reasons=["no_target"], note="Ghi rõ bao nhiêu buổi.")
    (task,) = asked(cast.member)
    assert task.note == "Lý do: chưa có chỉ tiêu cụ thể; Ghi rõ bao nhiêu buổi."
    assert task.button == "Sửa và gửi lại"
    page = cast.client("member").get("/").content.decode()
    assert "chưa có chỉ tiêu cụ thể; Ghi rõ bao nhiêu buổi." in page


def test_ninety_silent_days_are_worth_a_question(cast):
    spring = replace(cast.member, on=dt.date(2026, 1, 10))
    one = papers.submitted(spring, year=2026)
    held, at = dt.date(2026, 1, 20), dt.datetime(2026, 1, 20, 3, tzinfo=dt.UTC)
    actions.approve(one, by=cast.secretary, meeting_on=held, minutes_number="01", at=at)

    def titles(day):
        return [task.title for task in asked(replace(cast.member, on=day)) if "Ghi kết quả" in task.title]

    assert titles(dt.date(2026, 4, 20)) == []
    assert titles(dt.date(2026, 4, 21)) == ["Ghi kết quả việc đã đăng ký năm 2026"]
    actions.record_progress(one.tasks.get(), by=cast.member, on=dt.date(2026, 4, 21), text="Một buổi")
    assert titles(dt.date(2026, 7, 20)) == []
    assert titles(dt.date(2026, 7, 21)) == ["Ghi kết quả việc đã đăng ký năm 2026"]
    assert titles(dt.date(2027, 2, 1)) == []  # the year is over


def test_a_secretary_is_asked_to_judge_what_came_to_her(cast):
    papers.submitted(cast.member)
    papers.submitted(cast.colleague)
    papers.submitted(cast.secretary)  # her own goes up
    (task,) = [t for t in asked(cast.secretary) if "Duyệt" in t.title]
    assert (task.title, task.minutes, task.due) == ("Duyệt 2 bản đăng ký", 2, dt.date(2026, 11, 23))
    assert [t.title for t in asked(cast.committee) if "Duyệt" in t.title] == ["Duyệt 1 bản đăng ký"]


def test_an_administrator_and_a_stranger_to_every_cell_are_asked_nothing(cast):
    assert list(todo.items(cast.administrator)) == []
    cast.member.person.memberships.all().delete()
    assert list(todo.items(replace(cast.member, unit=None))) == []


def test_the_home_page_asks_in_a_constant_number_of_queries(cast, django_assert_max_num_queries):
    papers.approved(cast.member, cast.secretary, year=2026)
    papers.submitted(cast.member)
    with django_assert_max_num_queries(14):
        list(todo.items(cast.member))
    with django_assert_max_num_queries(15):
        list(todo.items(cast.secretary))
