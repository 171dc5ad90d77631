"""Sending: to whom it goes, what is kept of the day, what the sender is told."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.urls import reverse

from lantoa.foundation import heard
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.people import actors
from lantoa.people.models import Membership, Post
from lantoa.registrations import actions, queries
from lantoa.registrations.heard import LIKENESS
from lantoa.registrations.models import Registration
from lantoa.registrations.rules import Undertaking
from lantoa.registrations.tests import papers
from lantoa.writing.models import IndexedText
from tests.cast import LONG_AGO, person

CHECK, SENT = (reverse(f"registrations:{name}", args=[2027]) for name in ("check", "sent"))


def test_sending_gives_a_code_and_names_receiver_and_time(cast):
    client = cast.client("member")
    papers.drafted(cast.member)
    assert client.post(CHECK).url == SENT
    one = Registration.objects.get()
    page = client.get(SENT).content.decode()
    assert one.code == f"ĐK-2027-{one.pk:06d}"
    for said in (
        one.code,
        "Đã gửi đến đồng chí Nguyễn Thị Lan",
        "lúc 08:00, 16/11/2026",
        "đọc trước 23/11/2026",
    ):
        assert said in page


def test_pressing_twice_sends_once(cast):
    client = cast.client("member")
    papers.drafted(cast.member)
    assert client.post(CHECK).url == client.post(CHECK).url == SENT
    assert Event.objects.filter(verb="registration.submitted").count() == 1


def test_what_was_in_force_on_the_day_is_kept(cast):
    old = replace(cast.member, on=dt.date(2026, 3, 1))
    before, after = papers.submitted(old, year=2026), papers.submitted(cast.member)
    assert before.programme_name.startswith("Học tập và làm theo") and len(before.pillars) == 3
    assert after.programme_name.startswith("Học tập, thực hành") and len(after.pillars) == 4


def test_the_cell_as_it_is_on_the_day_of_sending_counts(cast):
    one = papers.drafted(cast.member)
    held = cast.member.person.memberships.get()
    held.ends = cast.today
    held.save()
    Membership.objects.create(
        person=cast.member.person, unit=cast.other_cell, status="probationary", starts=cast.today
    )
    actions.submit(one, by=cast.member)
    assert one.unit == one.sent_to == cast.other_cell


def test_someone_outside_the_party_is_marked_so(cast):
    guest = person("Lý A Páo", cast.cell, status="outside").memberships.get()
    assert not papers.submitted(actors.as_member(guest, cast.today)).is_party_member
    assert papers.submitted(cast.member).is_party_member


def test_a_members_goes_to_the_cell_and_its_secretarys_to_the_level_above(cast):
    assert papers.submitted(cast.member).sent_to == cast.cell
    assert papers.submitted(cast.secretary).sent_to == cast.commune
    assert papers.submitted(cast.committee).sent_to == cast.province


def test_where_nobody_is_left_to_judge_it_goes_up(cast):
    Post.objects.filter(person=cast.secretary.person).update(ends=cast.today)
    receiver = queries.receiver_of(cast.cell, cast.member.person, cast.today)
    assert receiver.unit == cast.commune and receiver.judge.person == cast.committee.person
    assert receiver.button == "Gửi đến cấp ủy cấp trên"


def test_the_last_one_at_the_root_waits_there_for_another(cast):
    assert papers.submitted(cast.leader).sent_to == cast.province
    assert queries.receiver_of(cast.province, cast.leader.person, cast.today).judge is None
    assert "Đã gửi đến Đảng bộ tỉnh Sơn Hà" in cast.client("leader").get(SENT).content.decode()


def test_a_collectives_paper_is_its_heads_own_and_goes_up(cast):
    one = actions.start_draft(by=cast.secretary, year=2027, collective=True)
    actions.save_draft(one, by=cast.secretary, tasks=[papers.TASK])
    actions.submit(one, by=cast.secretary)
    assert one.sent_to == cast.commune and one.person is None
    assert str(one) == "Bản đăng ký năm 2027 của Chi bộ Trường THCS Hòa Bình"
    with pytest.raises(NotAllowed):
        papers.agree(one, cast.secretary)
    assert papers.agree(one, cast.committee).is_approved


def test_after_the_deadline_it_is_still_taken_and_marked_late(cast, settings):
    settings.LANTOA_NOW = "2026-03-02T08:00:00+07:00"
    late = replace(cast.member, on=dt.date(2026, 3, 2))
    papers.drafted(late, year=2026)
    check = reverse("registrations:check", args=[2026])
    client = cast.client("member")
    assert "Hạn đăng ký là 31/01/2026" in client.get(check).content.decode()
    client.post(check, {"late_reason": "Mới chuyển sinh hoạt"})
    one = Registration.objects.get()
    assert one.submitted_late and one.late_reason == "Mới chuyển sinh hoạt"


def test_sent_again_after_a_return_it_keeps_its_code_and_its_first_day(cast):
    one = papers.submitted(cast.member)
    code, later = one.code, replace(cast.member, on=cast.today + dt.timedelta(days=80))
    actions.return_for_changes(one, by=cast.secretary, reasons=["no_target"])
    actions.save_draft(one, by=later, tasks=[papers.TASK])
    actions.submit(one, by=later)
    assert (one.code, one.registered_on, one.submitted_late) == (code, cast.today, False)


def test_nothing_is_sent_without_a_task_or_twice_or_by_another(cast):
    one = actions.start_draft(by=cast.member, year=2027)
    with pytest.raises(BadInput, match="Hãy viết việc"):
        actions.submit(one, by=cast.member)
    actions.save_draft(one, by=cast.member, tasks=[papers.TASK])
    with pytest.raises(NotAllowed):
        actions.submit(one, by=cast.secretary)
    actions.submit(one, by=cast.member)
    with pytest.raises(Conflict, match="Đồng chí Hương đã gửi lúc 08:00"):
        actions.submit(one, by=cast.member)


def test_the_words_that_were_sent_stay_in_the_history(cast):
    one = papers.submitted(cast.member)
    event = Event.objects.about(one).get(verb="registration.submitted")
    assert event.after["tasks"][0]["what"] == papers.WHAT
    assert event.unit_id == cast.cell.pk and event.person_id == cast.member.person.pk


def test_the_sent_page_of_what_was_not_sent_leads_back_to_writing(cast):
    papers.drafted(cast.member)
    assert cast.client("member").get(SENT).url == reverse("registrations:write", args=[2027])
    one = papers.submitted(cast.colleague)
    papers.agree(one, cast.secretary)
    assert cast.client("colleague").get(SENT).url == one.get_absolute_url()


def test_a_person_of_two_memberships_in_time_has_one_home(cast):
    joined = person("Vàng Thị Mỷ", cast.far_cell, starts=LONG_AGO)
    actor = actors.as_member(joined.memberships.get(), cast.today)
    assert queries.home_of(joined, actor).unit == cast.far_cell


def test_sending_asks_few_questions(cast, django_assert_max_num_queries):
    """The index of likeness, a dozen more, follows when the room has heard."""
    one = papers.drafted(cast.member)
    with django_assert_max_num_queries(15):
        actions.submit(one, by=cast.member)


def test_beginning_and_writing_down_is_one_act_of_few_questions(cast, django_assert_max_num_queries):
    by = cast.member.for_one_request()
    assert by.since is None, "the page has asked already since when the system is used"

    def begin():
        return actions.start_draft(by=by, year=2027)

    with django_assert_max_num_queries(15):
        one = actions.write_down(begin, by=by, tasks=[Undertaking(papers.WHAT)])
    again = actions.write_down(begin, by=by, tasks=[papers.TASK, papers.TASK])
    assert again == one and one.tasks.count() == 2


def test_what_cannot_be_written_down_is_not_begun_either(cast):
    with pytest.raises(BadInput):
        actions.write_down(
            lambda: actions.start_draft(by=cast.member, year=2027), by=cast.member, tasks=[Undertaking("")]
        )
    assert not Registration.objects.exists()


def test_what_was_sent_is_compared_once_the_room_has_heard_and_no_more_when_it_is_back(cast):
    one = papers.submitted(cast.member)
    assert not IndexedText.objects.exists()
    heard.hear(LIKENESS)
    assert IndexedText.objects.get().subject_id == str(one.pk)
    actions.return_for_changes(one, by=cast.secretary, reasons=["no_duty"])
    heard.hear(LIKENESS)
    assert not IndexedText.objects.exists()


def test_a_paper_that_is_gone_when_the_room_hears_is_compared_with_nothing(cast):
    papers.submitted(cast.member).delete()
    assert heard.hear(LIKENESS) == 1 and not IndexedText.objects.exists()
