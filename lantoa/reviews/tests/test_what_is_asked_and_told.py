"""What a look back asks of whom on her start page, what she is told of each step, and what stays when a unit ends."""

from __future__ import annotations

import pytest

from lantoa.messages.tests.told import hear, told_to
from lantoa.reviews import actions, hangs, todo
from lantoa.reviews.tests import stories

pytestmark = pytest.mark.django_db


def asked(who):
    return [one.title for one in todo.items(who)]


def test_a_member_is_asked_to_write_and_later_to_read_what_was_said_of_her(cast):
    period = stories.opened(cast)
    (one,) = todo.items(cast.member)
    assert (one.title, one.due, one.minutes) == ("Viết bản kiểm điểm", stories.SEND_BY, 30)
    stories.sent(period, cast.member)
    assert asked(cast.member) == []
    actions.send_back(stories.of(period, cast.member), by=cast.secretary, why="Chưa nêu việc chậm")
    (one,) = todo.items(cast.member)
    assert one.note == "Trả lại để sửa: Chưa nêu việc chậm"


def test_who_conducts_is_asked_for_the_collectives_paper_and_to_send_the_drafts_round(cast):
    period = stories.opened(cast)
    assert "Viết báo cáo kiểm điểm tập thể" in asked(cast.secretary)
    stories.sent(period, cast.member)
    assert "Gửi 1 bản kiểm điểm đọc trước họp" in asked(cast.secretary)
    assert asked(cast.far_secretary) == []


def test_after_the_meeting_she_answers_and_the_level_above_rates(cast):
    period = stories.shown(cast)
    stories.all_heard(cast, period)
    assert asked(stories.later(cast.member)) == ["Đọc nhận xét, trả lời"]
    (one,) = [one for one in todo.items(stories.later(cast.committee, 30)) if "Xếp loại" in one.title]
    assert one.title == "Xếp loại 4 bản kiểm điểm"


@pytest.mark.deep(slow=True)
def test_each_is_told_of_the_steps_of_her_own_paper_and_nothing_of_what_stands_in_it(cast):
    period = stories.shown(cast)
    hear()
    assert told_to(cast.member) == [f"{period}: mời đồng chí viết, gửi trước hết ngày 20/11/2026"]
    stories.all_heard(cast, period)
    actions.reply(stories.of(period, cast.member), by=stories.later(cast.member), text=stories.REPLY)
    stories.rated(stories.of(period, None), cast.committee)
    stories.rated(stories.of(period, cast.member), cast.committee)
    hear()
    told = told_to(cast.member)
    assert f"Đã có kết quả {period} của đồng chí" in told
    assert any(one.startswith("Đã có nhận xét về đồng chí; trả lời đến hết ngày") for one in told)
    assert "Có trả lời nhận xét kiểm điểm" in told_to(cast.secretary)
    assert not any(stories.REPLY in one or "tốt" in one for one in told)
    assert told_to(cast.far_secretary) == []


def test_a_paper_that_comes_back_is_told_to_its_writer_alone(cast):
    period = stories.opened(cast)
    stories.sent(period, cast.member)
    actions.send_back(stories.of(period, cast.member), by=cast.secretary, why="Chưa nêu việc chậm")
    hear()
    said = "Bản kiểm điểm của đồng chí được trả lại để sửa"
    assert said in told_to(cast.member) and said not in told_to(cast.colleague)


def test_what_goes_on_stays_with_the_unit_that_continues_it(cast):
    stories.opened(cast)
    here, rated = hangs.hanging(cast.cell, on=cast.today)
    assert (here.count, rated.count) == (1, 0)
    assert [one.count for one in hangs.hanging(cast.commune, on=cast.today)] == [0, 1]
