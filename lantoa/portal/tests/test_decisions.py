"""Chờ đồng chí cho ý kiến: everything that waits for one person's word, in one list."""

import datetime as dt
from dataclasses import replace
from types import SimpleNamespace

import pytest
from django.urls import reverse

from lantoa.breakthroughs.tests import stories as breakthroughs
from lantoa.commendations.tests import stories as commendations
from lantoa.foundation import waiting
from lantoa.foundation.gathering import gather
from lantoa.foundation.waiting import Kind, Queue, Waiting
from lantoa.organisation.models import Unit
from lantoa.people import actors
from lantoa.people.models import Post
from lantoa.portal import queries
from lantoa.practices.tests import stories as practices
from lantoa.registrations.tests import papers
from lantoa.shortcomings.tests import stories as shortcomings

ADDRESS = reverse("portal:decisions")
APPLE, PEAR = Kind("tao", "Táo"), Kind("le", "Lê")


@pytest.fixture
def waits(monkeypatch):
    """Let these things wait, for everybody: (kind, title, days)."""

    def put(cast, *things):
        told = [
            Waiting(kind, title, f"/{title}/", "Mở", cast.today - dt.timedelta(days), cast.cell.pk)
            for kind, title, days in things
        ]
        room = SimpleNamespace(queues=lambda actor: [Queue(Unit.objects.all(), lambda: told)])
        monkeypatch.setattr(waiting, "gather", lambda door: (room, SimpleNamespace()))

    return put


def everything_for_the_commune(cast):
    """One of each kind that a commune decides on, a day later each time."""
    on = [cast.today - dt.timedelta(days=days) for days in (12, 9, 6, 3, 0)]
    head = [actors.as_post(Post.objects.get(pk=cast.secretary.post_id), day) for day in on]
    papers.submitted(head[0], year=2027)
    practices.proposed(practices.of_the_cell(cast, by=head[1]), head[1])
    breakthroughs.sent(breakthroughs.of_the_cell(cast, by=head[2]), head[2])
    commendations.submitted(cast, by=head[3])
    shortcomings.reported(shortcomings.of_unit(head[4]), head[4], on[4])


@pytest.mark.deep(slow=True)
def test_every_kind_in_one_list_the_longest_waiting_first(cast):
    everything_for_the_commune(cast)
    found = queries.decisions_of(cast.committee)
    since = [one.since for one in found.everything]
    assert since == sorted(since) and {one.kind.code for one in found.everything} == {
        "dang-ky",
        "mo-hinh",
        "dot-pha",
        "khen-thuong",
        "han-che",
    }
    page = cast.client("committee").get(ADDRESS).content.decode()
    for said in ("Nhà văn hóa sáng đèn", "Số hóa hồ sơ của nhà trường", "Chi bộ Trường THCS Hòa Bình"):
        assert said in page
    assert "chờ 9 ngày, từ 07/11/2026" in page and "gửi hôm nay" in page
    for one in found.everything:
        assert cast.client("committee").get(one.url).status_code == 200, one.kind.code


def test_one_kind_at_a_time(cast, waits):
    waits(cast, (APPLE, "Một", 1), (PEAR, "Hai", 30), (APPLE, "Ba", 8))
    client = cast.client("leader")
    assert [one.title for one in queries.decisions_of(cast.leader).shown] == ["Hai", "Ba", "Một"]
    page = client.get(f"{ADDRESS}?loai=tao").content.decode()
    assert "/Ba/" in page and "/Hai/" not in page and 'aria-current="true">Táo' in page
    assert queries.decisions_of(cast.leader, "khong-co").kind == ""
    assert page.count("t-gold") == 1


def test_nothing_waits(cast):
    page = cast.client("leader").get(ADDRESS).content.decode()
    assert "Không có việc chờ đồng chí quyết." in page


def test_ones_own_never_waits_for_oneself(cast):
    everything_for_the_commune(cast)
    assert not queries.decisions_of(cast.secretary).everything
    assert not queries.decisions_of(cast.other_secretary).everything
    papers.submitted(cast.member)
    found = queries.decisions_of(cast.secretary).everything
    assert [(one.kind.code, one.who) for one in found] == [("dang-ky", "Đỗ Thị Hương")]


def test_a_member_has_no_such_page(cast):
    assert cast.client("member").get(ADDRESS).status_code == 403
    assert ADDRESS not in cast.client("member").get("/").content.decode()


@pytest.mark.deep(slow=True)
@pytest.mark.parametrize("who", ["secretary", "committee", "leader", "officer"])
def test_whoever_decides_finds_it_in_the_menu_and_on_the_first_page(cast, who):
    page = cast.client(who).get("/").content.decode()
    assert page.count(f'href="{ADDRESS}"') >= 2


def test_the_number_of_questions_does_not_grow(cast, django_assert_max_num_queries):
    everything_for_the_commune(cast)
    for year, month in ((2026, 2), (2025, 3), (2024, 4)):
        papers.submitted(replace(cast.secretary, on=dt.date(year, month, 1)), year=year)
        day = practices.on_day(cast.secretary, dt.date(year, month, 1))
        practices.proposed(practices.of_the_cell(cast, name=f"Năm {year}", by=day), day)
    client = cast.client("committee")
    client.get(ADDRESS)
    with django_assert_max_num_queries(45):
        assert "Năm 2024" in client.get(ADDRESS).content.decode()


def test_every_room_that_judges_has_the_door():
    rooms = {room.__name__.split(".")[1] for room in gather("waiting")}
    judging = {"registrations", "breakthroughs", "practices", "exemplars", "commendations", "shortcomings"}
    assert judging <= rooms
