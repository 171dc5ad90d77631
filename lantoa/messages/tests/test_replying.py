"""A unit answers a reminder; it is told by letter too where there is a server; the table goes out as a workbook."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.urls import reverse

from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.models import Event
from lantoa.foundation.tables import read_file
from lantoa.foundation.tests.forms import Form
from lantoa.messages import actions
from lantoa.messages.models import Message, Sending, Urged
from lantoa.messages.queries import late_below
from lantoa.messages.tests.test_urging import somebody_at
from lantoa.messages.tests.told import message_for, told_to, urge, urged
from lantoa.people import actors

pytestmark = pytest.mark.django_db


def test_what_the_unit_says_reaches_who_reminded_it_and_stands_in_the_log(cast):
    one = urged(cast)
    client = cast.client("committee")
    answer = Form(client, one.get_absolute_url()).send(text="Còn 2 đồng chí đi học, xong ngày 19/11.")
    assert "Đã gửi trả lời" in client.get(answer["Location"]).content.decode()
    assert told_to(cast.officer)[0] == "Đảng bộ xã An Phú trả lời lời nhắc"
    log = cast.client("officer").get(one.urging.get_absolute_url()).content.decode()
    assert "Còn 2 đồng chí đi học" in log and "chưa trả lời" not in log
    assert Event.objects.filter(verb="urging.answered").count() == 1


def test_a_reply_can_be_set_right_and_the_last_one_stands(cast):
    one = urged(cast)
    for text in ("Mai xong", "Ngày kia xong"):
        actions.reply(one, by=cast.committee, text=text)
    assert Urged.objects.get().reply == "Ngày kia xong"
    assert Message.objects.filter(person=cast.officer.person).count() == 2


def test_of_two_who_answer_at_once_the_second_sees_what_the_first_said(cast):
    cast.second = actors.as_post(somebody_at(cast.commune), cast.committee.on)
    one, head, other = urged(cast), cast.client("committee"), cast.client("second")
    hers, his = Form(head, one.get_absolute_url()), Form(other, one.get_absolute_url())
    hers.send(text="Mai xong")
    both = his.send(text="Tuần sau xong")
    assert both.status_code == 409 and "Mai xong" in both.content.decode()
    assert Urged.objects.get().reply == "Mai xong"


@pytest.mark.parametrize("who", ["officer", "leader", "secretary"])
def test_only_the_unit_itself_replies(cast, who):
    one = urged(cast)
    with pytest.raises(NotAllowed):
        actions.reply(one, by=getattr(cast, who), text="Xong")
    assert Urged.objects.get().reply == ""


def test_a_reply_that_says_nothing_is_sent_back_with_what_to_write(cast):
    one = urged(cast)
    with pytest.raises(BadInput, match="dự kiến xong ngày nào"):
        actions.reply(one, by=cast.committee, text="  ")
    page = cast.client("officer").get(one.get_absolute_url()).content.decode()
    assert "Gửi trả lời" not in page, "who sent it answers nothing"


def test_a_letter_says_that_there_is_a_reminder_and_by_when_and_nothing_else(cast, settings):
    settings.EMAIL_HOST = "localhost"
    type(cast.committee.person).objects.filter(pk=cast.committee.person.pk).update(email="a@example.vn")
    urge(cast, cast.commune, finish_by=dt.date(2026, 11, 20))
    [letter] = Sending.objects.all()
    assert letter.words == "Đồng chí có 1 lời nhắc của cấp trên, hạn 20/11/2026."
    assert (
        letter.person == cast.committee.person and letter.next_try_at == Urged.objects.get().urging.shows_at
    )


def test_without_a_server_nothing_is_put_for_sending(cast):
    urge(cast, cast.commune)
    assert not Sending.objects.exists()


def test_the_table_goes_out_as_it_is_filtered(cast):
    answer = cast.client("officer").get("/don-doc/?loai=buoi-hop&xuat=xlsx")
    assert "don-doc" in answer["Content-Disposition"]
    rows = [[str(cell) for cell in row] for row in read_file("a.xlsx", answer.content).rows]
    assert rows[0] == ["Đơn vị", "Họp tháng 10 (chi bộ)", "Nhắc gần nhất"]
    assert [row[:2] for row in rows[1:3]] == [["Đảng bộ xã An Phú", "2"], ["Đảng bộ xã Nậm Khao", "1"]]


def test_nobody_reads_what_was_told_to_another(cast):
    one = message_for(cast.member)
    actions.read(one, by=cast.secretary)
    assert actions.read_all(by=cast.secretary) == 0
    one.refresh_from_db()
    assert one.read_at is None


def test_a_reminder_is_read_by_who_was_told_who_sent_it_and_who_reaches_the_unit(cast):
    one = urged(cast)
    assert one in Urged.objects.visible_to(cast.committee) and one in Urged.objects.visible_to(cast.officer)
    assert not Urged.objects.visible_to(replace(cast.officer, unit=cast.far)).exists()
    bell = reverse("messages:index")
    told = {who: len(cast.client(who).get(bell).context["page"]) for who in ("committee", "leader")}
    assert told == {"committee": 1, "leader": 0}


def test_of_what_is_late_one_is_told_what_one_may_read(cast):
    assert late_below(cast.officer, cast.today).told
    only_reminds = replace(cast.officer, permissions=frozenset({"messages.urge"}))
    assert not late_below(only_reminds, cast.today).told
