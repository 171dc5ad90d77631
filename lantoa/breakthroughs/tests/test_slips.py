"""An approval names the meeting that decided, is undone by the same hand within ten minutes, and is told after them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse

from lantoa.breakthroughs import actions
from lantoa.breakthroughs.agenda import decided as decided_at
from lantoa.breakthroughs.exchange import BREAKTHROUGHS
from lantoa.breakthroughs.models import Breakthrough
from lantoa.breakthroughs.tests.stories import approved, of_the_head, running_of_the_head, sent
from lantoa.breakthroughs.tests.test_amending import decided, proposed
from lantoa.foundation.errors import Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.foundation.tests.forms import Form
from lantoa.meetings.models import Meeting
from tests.cast import Cast

LATER = "2026-11-16T08:11:00+07:00"


@pytest.fixture
def waiting(cast: Cast):
    """The commune's head waits for the province."""
    return sent(of_the_head(cast), cast.committee)


def page_of(one, page="show"):
    return reverse(f"breakthroughs:{page}", args=[one.pk])


def written_down(one, client, **more):
    form = Form(client, page_of(one, "judge"), action="/duyet/")
    form.send(document_number="31-TB/TU", approved_on="16/11/2026", **more)
    one.refresh_from_db()
    return one


def test_an_approval_names_a_meeting_made_in_place_and_the_meeting_says_so(cast, waiting):
    client = cast.client("leader")
    written_down(waiting, client, meeting_on="12/11/2026", minutes_number="08-BB/TU")
    meeting = Meeting.objects.get()
    assert waiting.meeting == meeting and meeting.unit == cast.province and meeting.present is None
    shown = client.get(meeting.get_absolute_url()).content.decode()
    assert f"Duyệt nội dung đột phá: {waiting.statement}" in shown
    assert meeting.get_absolute_url() in client.get(page_of(waiting)).content.decode()


def test_an_approval_need_name_no_meeting_but_names_it_whole(cast, waiting):
    client = cast.client("leader")
    assert written_down(waiting, client, minutes_number="08-BB/TU").status == "submitted"
    assert written_down(waiting, client, minutes_number="").status == "approved"
    assert waiting.meeting is None


def test_a_slip_is_taken_back_and_nothing_of_the_decision_stays(cast, waiting):
    client = cast.client("leader")
    written_down(waiting, client, supervising_unit=str(cast.province.pk))
    assert "Rút lại việc ghi duyệt" in client.get("/dot-pha/?cho=toi").content.decode()
    assert "Đã rút lại" in client.post(page_of(waiting, "take_back_approval"), follow=True).content.decode()
    waiting.refresh_from_db()
    assert (waiting.status, waiting.document_number, waiting.approved_on) == ("submitted", "", None)
    assert waiting.supervising_unit is None and waiting.approved_by is None
    assert Event.objects.filter(verb="breakthrough.approval_withdrawn").count() == 1


@pytest.mark.parametrize("why", ["too late", "a quarter stands on it", "somebody else"])
def test_else_the_approval_stands(cast, waiting, settings, why):
    approved(waiting, cast.leader, just_now=True)
    client = cast.client("committee" if why == "somebody else" else "leader")
    if why == "too late":
        settings.LANTOA_NOW = LATER
    if why == "a quarter stands on it":
        told = {"year": 2026, "quarter": 3, "state": "on_track", "result": "Xong."}
        actions.report_quarter(waiting, by=cast.committee, **told)
    assert client.post(page_of(waiting, "take_back_approval")).status_code in (403, 404, 409)
    waiting.refresh_from_db()
    assert waiting.approved_on == dt.date(2026, 1, 29)


@pytest.mark.deep(slow=True)
def test_the_head_hears_of_it_after_the_ten_minutes(cast, waiting, settings):
    approved(waiting, cast.leader, just_now=True)
    client, home, said = cast.client("committee"), reverse("portal:todo"), "Nội dung đột phá đã được duyệt"
    early = client.get(page_of(waiting)).content.decode()
    assert "Chờ cho ý kiến" in early and "31-TB/TU" not in early
    assert "Rút lại để sửa" not in early and said not in client.get(home).content.decode()
    settings.LANTOA_NOW = LATER
    client = cast.client("committee")
    assert "31-TB/TU" in client.get(page_of(waiting)).content.decode()
    assert said in client.get(home).content.decode()


def test_neither_its_list_nor_the_meeting_tells_the_head_early(cast, waiting):
    written_down(waiting, cast.client("leader"), meeting_on="12/11/2026", minutes_number="08-BB/TU")
    assert list(decided_at(Meeting.objects.get(), cast.committee)) == []
    assert len(list(decided_at(Meeting.objects.get(), cast.leader))) == 1
    row = next(iter(BREAKTHROUGHS.rows(cast.commune, by=cast.committee)))
    assert (row["document_number"], row["approved_on"]) == ("", "")


def test_an_amendment_names_its_meeting_and_is_taken_back_by_the_same_hand(cast):
    client, paper = cast.client("leader"), running_of_the_head(cast)
    amendment = proposed(cast, paper)
    form = Form(client, page_of(amendment, "amendment"), action="/duyet/")
    form.send(
        document_number="58-TB/TU", decided_on="12/11/2026", meeting_on="12/11/2026", minutes_number="9"
    )
    paper.refresh_from_db()
    assert paper.target_value == 35 and "Duyệt bản sửa đổi" in decided_text(client, Meeting.objects.get())
    assert "Rút lại việc ghi duyệt" in client.get(page_of(amendment, "amendment")).content.decode()
    client.post(page_of(amendment, "take_back_amendment"))
    paper.refresh_from_db()
    amendment.refresh_from_db()
    assert (paper.target_value, amendment.status, amendment.meeting) == (20, "pending", None)


def test_who_may_not_read_them_learns_from_the_meeting_only_how_many_there_were(cast, waiting):
    leader = cast.client("leader")
    said = {"meeting_on": "12/11/2026", "minutes_number": "08-BB/TU"}
    written_down(waiting, leader, **said)
    amendment = proposed(cast, running_of_the_head(cast))
    form = Form(leader, page_of(amendment, "amendment"), action="/duyet/")
    form.send(document_number="58-TB/TU", decided_on="12/11/2026", meeting=str(Meeting.objects.get().pk))
    told = [one.words for one in decided_at(Meeting.objects.get(), cast.far_secretary)]
    assert told == ["Duyệt 1 nội dung đột phá"]
    assert len(list(decided_at(Meeting.objects.get(), cast.leader))) == 2


def decided_text(client, meeting):
    return client.get(meeting.get_absolute_url()).content.decode()


def test_an_amendment_is_taken_back_neither_late_nor_by_another_nor_from_under_the_next(cast):
    first = decided(proposed(cast), cast)
    with pytest.raises(NotAllowed):
        actions.take_back_amendment(first, by=cast.committee)
    with pytest.raises(Conflict):
        actions.take_back_amendment(first, by=cast.leader, at=first.approved_at + dt.timedelta(minutes=10))
    proposed(cast, Breakthrough.objects.get(), target_value=Decimal(30))
    with pytest.raises(Conflict):
        actions.take_back_amendment(first, by=cast.leader)
