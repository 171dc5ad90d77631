"""A shortcoming is found, answered, mended and closed by somebody else."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.meetings.actions import record_meeting
from lantoa.people.models import Post
from lantoa.shortcomings import actions, queries, todo
from lantoa.shortcomings.models import Shortcoming
from lantoa.shortcomings.tests import stories

NEW, INDEX = reverse("shortcomings:new"), reverse("shortcomings:index")


def titles(actor) -> list[str]:
    return [task.title for task in todo.items(actor)]


def test_a_secretary_writes_the_member_mends_the_secretary_verifies(cast):
    secretary, member = cast.client("secretary"), cast.client("member")
    page = secretary.get(NEW).content.decode()
    assert f"nguoi-{cast.member.person.pk}" in page and "Tôi tự nhận" in page
    boxes = {
        "whose": f"nguoi-{cast.member.person.pk}",
        "finding": stories.FINDING,
        "source": "review",
        "source_note": "Biên bản kiểm điểm số 12-BB/CB",
        "found_on": "10/11/2026",
        "remedy": "Mở sổ theo dõi đơn.",
        "deadline": "31/3/27",
    }
    assert "Đã ghi hạn chế" in secretary.post(NEW, boxes, follow=True).content.decode()
    one = Shortcoming.objects.get()
    assert one.owner == one.person == cast.member.person and one.kept_by == cast.cell
    shown = member.get(one.get_absolute_url()).content.decode()
    assert (
        stories.FINDING in shown and "Biên bản kiểm điểm số 12-BB/CB" in shown and "Báo đã khắc phục" in shown
    )
    report = reverse("shortcomings:report", args=[one.pk])
    member.post(report, {"done": stories.DONE, "mended_on": "15/11/2026"})
    assert "Kiểm tra, xác nhận 1 hạn chế đã báo khắc phục" in titles(cast.secretary)
    assert "chờ đồng chí kiểm tra" in secretary.get(INDEX).content.decode()
    verify = reverse("shortcomings:verify", args=[one.pk])
    closed = secretary.post(verify, {"note": "Đã xem sổ đơn."}, follow=True).content.decode()
    one.refresh_from_db()
    assert one.is_verified and one.verified_by == cast.secretary.person and "Đã xem sổ đơn." in closed


def test_a_member_admits_her_own_and_her_cell_reads_it(cast):
    client = cast.client("member")
    page = client.get(NEW).content.decode()
    assert "Tự nhận hạn chế" in page and 'name="whose"' not in page
    takes = "của đơn vị thì báo cáo lấy câu này"
    assert takes not in page and takes in cast.client("secretary").get(NEW).content.decode()
    client.post(NEW, {"finding": stories.FINDING, "deadline": "31/3/27"})
    one = Shortcoming.objects.get()
    assert (one.person, one.source, one.unit) == (cast.member.person, "self", cast.cell)
    assert Shortcoming.objects.visible_to(cast.secretary).get() == one


def test_what_is_wrong_is_said_at_its_box(cast):
    page = cast.client("member").post(NEW, {"finding": "", "deadline": "31/2/27"}).content.decode()
    assert "<title>Lỗi: " in page and 'value="31/2/27"' in page
    wrong = [
        ({"finding": " "}, "Ghi rõ hạn chế"),
        ({"deadline": None}, "hạn khắc phục"),
        ({"deadline": dt.date(2026, 11, 9)}, "phải sau ngày nêu ra"),
        ({"found_on": dt.date(2026, 11, 17)}, "chưa đến"),
        ({"source": "self"}, "Chọn nơi nêu ra"),
    ]
    for rest, said in wrong:
        with pytest.raises(BadInput, match=said):
            stories.of_member(cast, **rest)


def test_it_comes_back_with_a_reason_and_is_reported_again(cast):
    one = stories.reported(stories.of_member(cast), cast.member)
    with pytest.raises(BadInput, match="Ghi rõ lý do"):
        actions.send_back(one, by=cast.secretary, why=" ")
    page = cast.client("secretary").post(
        reverse("shortcomings:verify", args=[one.pk]),
        {"tra-lai": "1", "why": "Sổ mới mở, chờ hết quý xem kết quả."},
        follow=True,
    )
    assert "Đã gửi lại, kèm lý do" in page.content.decode()
    one.refresh_from_db()
    assert one.was_sent_back
    near = replace(cast.member, on=dt.date(2027, 3, 20))
    assert [task.note for task in todo.items(near)] == [
        "Chưa được xác nhận: Sổ mới mở, chờ hết quý xem kết quả."
    ]
    assert (
        "chờ hết quý"
        in cast.client("member").get(reverse("shortcomings:report", args=[one.pk])).content.decode()
    )
    stories.reported(one, cast.member)
    actions.verify(one, by=cast.secretary)
    assert one.is_verified and not one.was_sent_back


def test_nobody_closes_what_they_mend(cast):
    one = stories.reported(stories.admitted(cast.secretary), cast.secretary, cast.today)
    assert one.kept_by == cast.commune
    with pytest.raises(NotAllowed, match="không tự xác nhận"):
        actions.verify(one, by=cast.secretary)
    actions.verify(one, by=cast.committee)
    assert one.is_verified
    for field in ("reported_by", "owner", "person"):
        with pytest.raises(IntegrityError), transaction.atomic():
            Shortcoming.objects.filter(pk=one.pk).update(verified_by=getattr(one, field))


def test_what_a_unit_has_to_mend_is_closed_by_the_level_above(cast):
    one = stories.of_unit(cast.secretary)
    assert one.kept_by == cast.commune and one.owner is None
    stories.reported(one, cast.secretary, cast.today)
    for by in (cast.secretary, cast.officer, cast.other_secretary, cast.far_secretary):
        with pytest.raises(NotAllowed):
            actions.verify(one, by=by)
    assert "Kiểm tra, xác nhận 1 hạn chế đã báo khắc phục" in titles(cast.committee)
    actions.verify(one, by=cast.committee)
    with pytest.raises(Conflict):
        actions.verify(one, by=cast.leader)


def test_only_who_mends_it_reports(cast):
    one = stories.of_member(cast)
    cast.account("member")
    for by in (cast.secretary, cast.colleague, cast.committee):
        with pytest.raises(NotAllowed):
            stories.reported(one, by)
    with pytest.raises(BadInput, match="đã làm gì"):
        actions.report_mended(one, by=cast.member, done="", mended_on=cast.today)
    with pytest.raises(BadInput, match="chưa đến"):
        stories.reported(one, cast.member, dt.date(2026, 12, 1))
    with pytest.raises(BadInput, match="phải sau ngày nêu ra"):
        stories.reported(one, cast.member, dt.date(2026, 11, 1))


def test_a_colleague_may_be_charged_with_mending(cast):
    one = stories.of_unit(cast.secretary, owner=cast.colleague.person)
    assert Shortcoming.objects.visible_to(cast.colleague).get() == one
    stories.reported(one, cast.colleague, cast.today)
    assert not Shortcoming.objects.visible_to(cast.member).exists()
    actions.verify(one, by=cast.secretary)
    assert one.is_verified


def test_who_may_write_of_whom(cast):
    for by in (cast.other_secretary, cast.officer, cast.inspector, cast.member, cast.leader):
        with pytest.raises(NotAllowed):
            stories.of_person(by, cast.colleague.person)
    with pytest.raises(NotAllowed):
        stories.of_unit(cast.secretary, unit=cast.other_cell)
    assert stories.of_unit(cast.committee, unit=cast.other_cell).unit == cast.other_cell
    head = stories.of_person(cast.committee, cast.secretary.person)
    assert (head.unit, head.kept_by) == (cast.cell, cast.commune)


def test_the_right_of_reply(cast):
    one = stories.of_member(cast)
    with pytest.raises(NotAllowed):
        actions.reply(one, by=cast.secretary, text="Không phải của tôi.")
    client = cast.client("member")
    said = "Có ba đơn chậm vì phải chờ xác minh."
    page = client.post(
        reverse("shortcomings:reply", args=[one.pk]), {"text": said}, follow=True
    ).content.decode()
    assert said in page
    for address in (one.get_absolute_url(), reverse("shortcomings:print") + "?xem=don-vi"):
        assert said in cast.client("secretary").get(address).content.decode()
    stories.reported(one, cast.member)
    assert (
        said in cast.client("secretary").get(reverse("shortcomings:verify", args=[one.pk])).content.decode()
    )


def test_what_was_written_by_mistake_is_taken_out_and_not_hidden(cast):
    one = stories.of_member(cast)
    with pytest.raises(NotAllowed):
        actions.withdraw(one, by=cast.member, why="Không đúng.")
    address = reverse("shortcomings:withdraw", args=[one.pk])
    cast.client("secretary").post(address, {"why": "Ghi nhầm sang đồng chí khác."})
    page = cast.client("member").get(one.get_absolute_url()).content.decode()
    assert "Đã rút, ghi nhầm" in page and "Ghi nhầm sang đồng chí khác." in page
    with pytest.raises(Conflict):
        actions.reply(Shortcoming.objects.get(), by=cast.member, text="Cảm ơn.")
    assert stories.FINDING not in cast.client("member").get(INDEX).content.decode()


def test_every_act_leaves_one_event(cast):
    one = stories.reported(stories.of_member(cast), cast.member)
    actions.send_back(one, by=cast.secretary, why="Chưa thấy sổ.")
    stories.reported(one, cast.member)
    actions.verify(one, by=cast.secretary)
    verbs = [event.verb.partition(".")[2] for event in queries.trail_of(one)]
    assert verbs == ["written", "reported", "not_accepted", "reported", "verified"]
    assert not Event.objects.about(one).exclude(unit_id=None).exists()


def test_a_head_without_a_cell_answers_for_herself(cast):
    one = stories.admitted(cast.committee)
    assert (one.unit, one.kept_by) == (cast.commune, cast.province)
    Post.objects.filter(person=cast.leader.person).update(ends=dt.date(2026, 11, 1))
    assert queries.keeper_of(cast.commune, cast.committee.person, cast.today) == cast.province


def test_what_was_found_points_to_the_meeting_that_found_it(cast):
    held_on = dt.date(2026, 11, 9)
    meeting = record_meeting(unit=cast.cell, kind="regular", held_on=held_on, by=cast.secretary)
    secretary = cast.client("secretary")
    boxes = {
        "whose": f"nguoi-{cast.member.person.pk}",
        "finding": stories.FINDING,
        "source": "review",
        "meeting": meeting.pk,
        "found_on": "16/11/2026",
        "deadline": "31/3/2027",
    }
    secretary.post(NEW, boxes)
    one = Shortcoming.objects.get()
    assert (one.meeting, one.found_on) == (meeting, held_on)
    assert "Nêu 1 hạn chế cần khắc phục" in secretary.get(meeting.get_absolute_url()).content.decode()
