"""One meeting, written once: approvals and remarks choose it or make it in place, and it says what was decided."""

from __future__ import annotations

import datetime as dt
import importlib

import pytest
from django.apps import apps
from django.urls import reverse

from lantoa.foundation.errors import BadInput, Conflict
from lantoa.foundation.models import Event
from lantoa.meetings import actions as meetings
from lantoa.meetings.models import Meeting
from lantoa.meetings.rules import Held
from lantoa.registrations import actions
from lantoa.registrations.models import Registration
from lantoa.registrations.tests import papers

DAY = dt.date(2026, 11, 16)
OTHER = {"meeting": "", "meeting_on": "16/11/2026", "minutes_number": "11-BB/CB"}


def held(cast, number="", day=DAY):
    """A meeting of the cell that its secretary has recorded."""
    meeting = meetings.record_meeting(unit=cast.cell, kind="regular", held_on=day, by=cast.secretary)
    Meeting.objects.filter(pk=meeting.pk).update(minutes_number=number)
    return meeting


def approve(one, client, **typed):
    return client.post(reverse("registrations:approve", args=[one.pk]), {**OTHER, **typed})


def test_the_recorded_meeting_is_offered_and_chosen(cast):
    meeting, one = held(cast, "05-BB/CB"), papers.submitted(cast.member)
    client = cast.client("secretary")
    page = client.get(reverse("registrations:judge", args=[one.pk])).content.decode()
    assert "Sinh hoạt thường kỳ 16/11/2026, biên bản số 05-BB/CB" in page
    approve(one, client, meeting=meeting.pk, meeting_on="", minutes_number="")
    one.refresh_from_db()
    assert (one.meeting, one.meeting_on, one.minutes_number) == (meeting, DAY, "05-BB/CB")


def test_another_meeting_is_made_in_place_once(cast):
    client = cast.client("secretary")
    for author in (cast.member, cast.committee):
        if author.unit == cast.cell:
            approve(papers.submitted(author), client)
    meeting = Meeting.objects.get()
    assert (meeting.unit, meeting.minutes_number, meeting.members) == (cast.cell, "11-BB/CB", 0)
    assert Registration.objects.approved().filter(meeting=meeting).exists()


def test_a_meeting_without_a_number_gets_it_from_the_first_paper(cast):
    meeting = held(cast)
    approve(papers.submitted(cast.member), cast.client("secretary"))
    meeting.refresh_from_db()
    assert meeting.minutes_number == "11-BB/CB" and Meeting.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"meeting_on": ""}, "Chọn buổi họp đã ghi, hoặc nhập ngày họp"),
        ({"minutes_number": ""}, "Nhập số biên bản của buổi họp."),
        ({"meeting_on": "20/11/2026"}, "Ngày họp chưa đến"),
        ({"meeting": "999"}, "Chọn buổi họp trong danh sách."),
    ],
)
def test_without_its_meeting_nothing_is_approved(cast, typed, said):
    one = papers.submitted(cast.member)
    assert said in approve(one, cast.client("secretary"), **typed).content.decode()
    one.refresh_from_db()
    assert one.is_waiting and not Meeting.objects.exists()


def test_what_was_decided_stands_in_the_meeting_by_itself(cast):
    client, one = cast.client("secretary"), papers.submitted(cast.member)
    approve(one, client)
    meeting = Meeting.objects.get()
    page = client.get(meeting.get_absolute_url()).content.decode()
    assert "Thông qua 1 bản đăng ký năm 2027" in page
    listed = client.get(f"{reverse('registrations:index')}?nam=2027&buoi={meeting.pk}").content.decode()
    assert one.code in listed or one.owner_name in listed
    other = client.get(f"{reverse('registrations:index')}?nam=2027&buoi={meeting.pk + 1}").content.decode()
    assert one.get_absolute_url() not in other


def test_a_recorded_meeting_without_a_number_is_given_one_by_the_approval(cast):
    one, client, meeting = papers.submitted(cast.member), cast.client("secretary"), held(cast, "")
    address = reverse("registrations:approve", args=[one.pk])
    said = client.post(address, {"meeting": str(meeting.pk), "minutes_number": ""}).content.decode()
    assert "Nhập số biên bản của buổi họp." in said
    client.post(address, {"meeting": str(meeting.pk), "minutes_number": "14-BB/CB"})
    one.refresh_from_db()
    meeting.refresh_from_db()
    assert one.is_approved and one.meeting == meeting and meeting.minutes_number == "14-BB/CB"


def test_a_meeting_that_decided_is_not_removed(cast):
    approve(papers.submitted(cast.member), cast.client("secretary"))
    with pytest.raises(Conflict, match="đã thông qua giấy tờ"):
        meetings.remove_meeting(Meeting.objects.get(), reason="ghi trùng", by=cast.secretary)


def test_a_meeting_of_another_number_on_that_day_is_not_mixed_up(cast):
    held(cast, "05-BB/CB")
    made = meetings.settle(Held(DAY, "06-BB/CU"), unit=cast.cell, by=cast.secretary)
    assert made.kind == Meeting.Kind.BOARD
    with pytest.raises(BadInput, match="Chọn buổi đó"):
        meetings.settle(Held(DAY, "07-BB/CB"), unit=cast.cell, by=cast.secretary)


def test_papers_approved_before_find_their_meeting(cast):
    one = papers.approved(cast.member, cast.secretary)
    meeting = held(cast, "11-BB/CB")
    assert one.meeting is None
    importlib.import_module("lantoa.registrations.migrations.0011_approvals_find_their_meetings").link(
        apps, None
    )
    one.refresh_from_db()
    assert one.meeting == meeting


# Taking back


def take_back(one, client):
    return client.post(reverse("registrations:take_back_approval", args=[one.pk]), follow=True)


def test_an_approval_is_taken_back_within_ten_minutes(cast):
    one, client = papers.submitted(cast.member), cast.client("secretary")
    approve(one, client)
    assert "Rút lại việc duyệt" in client.get(reverse("registrations:queue")).content.decode()
    assert "Đã rút lại việc duyệt bản" in take_back(one, client).content.decode()
    one.refresh_from_db()
    assert one.is_waiting and one.approved_by is None and one.meeting is None
    assert Event.objects.filter(verb="registration.approval_withdrawn").count() == 1


@pytest.mark.parametrize("why", ["too late", "results stand on it", "somebody else"])
def test_else_an_approval_stands(cast, settings, why):
    one = papers.approved(cast.member, cast.secretary, just_now=True)
    client = cast.client("committee" if why == "somebody else" else "secretary")
    if why == "too late":
        settings.LANTOA_NOW = "2026-11-16T08:11:00+07:00"
    if why == "results stand on it":
        actions.record_progress(one.tasks.get(), by=cast.member, on=cast.today, text="Đã giúp 2 cụ.")
    assert take_back(one, client).status_code in (403, 404, 409)
    one.refresh_from_db()
    assert one.is_approved


def test_her_first_page_tells_her_after_the_ten_minutes(cast, settings):
    papers.approved(cast.member, cast.secretary, just_now=True)
    home, said = reverse("portal:todo"), "Bản đăng ký năm 2027 đã được duyệt"
    assert said not in cast.client("member").get(home).content.decode()
    settings.LANTOA_NOW = "2026-11-16T08:11:00+07:00"
    assert said in cast.client("member").get(home).content.decode()


@pytest.mark.deep(slow=True)
@pytest.mark.parametrize("page", ["registrations:mine", "registrations:show", "portal:todo"])
def test_every_page_of_hers_says_waiting_until_then(cast, settings, page):
    one = papers.submitted(cast.member)
    approve(one, cast.client("secretary"))
    address = reverse(page, args=[one.pk] if page.endswith("show") else [])
    early = cast.client("member").get(address).content.decode()
    assert "đã được duyệt" not in early and "09-BB/CB" not in early and "chờ" in early.lower()
    assert "Đã duyệt" not in early
    settings.LANTOA_NOW = "2026-11-16T08:11:00+07:00"
    assert "duyệt" in cast.client("member").get(address).content.decode()
    assert "Đã duyệt" in cast.client("secretary").get(one.get_absolute_url()).content.decode()


def test_remarks_open_one_after_the_other(cast):
    one = papers.assessed(papers.approved(cast.member, cast.secretary, year=2026), cast.member)
    client = cast.client("secretary")
    queue = reverse("registrations:remarks")
    assert client.get(f"{queue}?nam=2026").url == reverse("registrations:remark", args=[one.pk])
    remark = {"remark": "Làm đều.", "conclusion": "completed", **OTHER}
    assert client.post(reverse("registrations:remark", args=[one.pk]), remark).url == one.get_absolute_url()
    assert client.get(queue).url == reverse("registrations:index")
    page = client.get(Meeting.objects.get().get_absolute_url()).content.decode()
    assert "Nhận xét kết quả năm 2026 của 1 bản" in page
