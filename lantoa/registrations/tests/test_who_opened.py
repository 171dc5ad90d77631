"""A member reads who has opened her paper; nobody is told what she reads."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.urls import reverse

from lantoa.foundation.models import Event
from lantoa.people import rules
from lantoa.portal.queries import events_for
from lantoa.registrations import actions, queries
from lantoa.registrations.tests import papers
from lantoa.registrations.told import stopped

OPENED = "registration.opened"


@pytest.mark.parametrize("name", ["show", "print", "judge"])
def test_whoever_opens_it_is_written_down_once_a_day(cast, name):
    one = papers.submitted(cast.member)
    client, address = cast.client("secretary"), reverse(f"registrations:{name}", args=[one.pk])
    client.get(address)
    client.get(address)
    client.get(reverse("registrations:word", args=[one.pk, "ban-dang-ky"]))
    assert Event.objects.filter(verb=OPENED).count() == 1
    actions.note_opening(one, by=replace(cast.secretary, on=cast.today + dt.timedelta(days=1)))
    assert Event.objects.filter(verb=OPENED).count() == 2


def test_its_owner_reads_who_and_when(cast):
    one = papers.submitted(cast.member)
    member = cast.client("member")
    assert "Chưa ai khác mở" in member.get(one.get_absolute_url()).content.decode()
    for day in range(5):
        actions.note_opening(one, by=replace(cast.committee, on=cast.today + dt.timedelta(days=day)))
    page = member.get(one.get_absolute_url()).content.decode()
    assert "Trần Quốc Hùng (Bí thư Đảng ủy xã): 20/11/2026, 19/11/2026, 18/11/2026 và 2 ngày trước đó" in page
    assert "Trần Quốc Hùng" in member.get(reverse("portal:my_year", args=[2027])).content.decode()
    assert "Ai đã mở hồ sơ này" not in cast.client("secretary").get(one.get_absolute_url()).content.decode()


def test_what_its_owner_opens_is_nobodys_business(cast):
    one = papers.submitted(cast.member)
    cast.client("member").get(one.get_absolute_url())
    assert not Event.objects.filter(verb=OPENED).exists()


def test_a_list_that_leaves_tells_each_of_them(cast):
    one = papers.submitted(cast.member)
    client = cast.client("secretary")
    client.get(reverse("registrations:index"))
    assert not Event.objects.filter(verb=OPENED).exists(), "a list on the page does not count"
    for _time in range(2):
        client.get(f"{reverse('registrations:index')}?nam=2027&xuat=xlsx")
    event = Event.objects.get(verb=OPENED)
    assert event.subject_id == str(one.pk) and event.note == "trong danh sách xuất ra"


def test_the_head_hears_of_who_was_stopped(cast, monkeypatch):
    monkeypatch.setattr(rules, "MOST_OPENED", 0)
    cast.client("inspector").get(papers.submitted(cast.member).get_absolute_url())
    [news] = stopped(Event.objects.get(verb="registration.bulk_reading_stopped"))
    assert news.to == {cast.secretary.person.pk} and "Bùi Đình Chiến" in news.note


def test_no_level_above_reads_of_who_opened(cast):
    one = papers.submitted(cast.member)
    actions.note_opening(one, by=cast.secretary)
    for actor in (cast.committee, cast.leader, cast.inspector, cast.officer):
        assert not events_for(actor).filter(verb=OPENED).exists()
    assert [reader.name for reader in queries.readers_of(one)] == ["Nguyễn Thị Lan"]


def test_a_collectives_paper_watches_nobody(cast):
    whole = actions.start_draft(by=cast.secretary, year=2027, collective=True)
    actions.save_draft(whole, by=cast.secretary, tasks=[papers.TASK])
    actions.submit(whole, by=cast.secretary)
    cast.client("committee").get(whole.get_absolute_url())
    assert not Event.objects.filter(verb=OPENED).exists()
