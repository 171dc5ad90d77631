"""Records of meetings are kept by who reaches the unit; a member of the cell who keeps another's reads only."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from django.urls import reverse

from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.tables import read_file
from lantoa.meetings import actions, queries, todo
from lantoa.meetings.actions.merging import merge
from lantoa.meetings.models import Appointment, Conclusion, Meeting, ScoreSheet
from lantoa.meetings.tests.access import prepare
from lantoa.people.models import Membership, Post
from lantoa.readings import actions as readings

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 12, 4)


def test_who_keeps_another_cells_records_keeps_none_here(cast):
    prepare(cast)
    far, cell = cast.far_secretary, cast.cell
    for act in (
        lambda: actions.assign(cast.task, owner=None, due=None, by=far),
        lambda: merge(cast.meeting, by=far, absent=None),
        lambda: actions.choose(cast.answer, by=far),
        lambda: actions.drop(cast.answer, by=far),
        lambda: actions.appoint(unit=cell, kind="regular", held_on=DAY, by=far),
        lambda: actions.appoint_the_year(unit=cell, day=4, by=far),
        lambda: actions.reappoint(cast.planned, held_on=DAY, by=far),
        lambda: actions.cancel(cast.planned, by=far),
        lambda: actions.agree(cast.planned, by=far),
        lambda: actions.score(cast.meeting, points={}, note="", by=far),
    ):
        with pytest.raises(NotAllowed):
            act()
    powerless = replace(cast.secretary, permissions=frozenset())
    points = {line["code"]: Decimal(1) for line in queries.score_rule(cast.today).lines}
    actions.score(cast.meeting, points=points, note="", by=cast.secretary)
    assert Appointment.objects.visible_to(cast.secretary) and ScoreSheet.objects.visible_to(cast.secretary)
    for nobody in (powerless, far):
        assert not Appointment.objects.visible_to(nobody).exists()
        assert not ScoreSheet.objects.visible_to(nobody).exists()
    assert not Meeting.objects.visible_to(replace(cast.member, permissions=frozenset())).exists()


def test_what_another_cell_met_for_and_planned_is_not_there(cast):
    prepare(cast)
    client = cast.client("far_secretary")
    for name in ("score", "edit"):
        assert client.get(reverse(f"meetings:{name}", args=[cast.meeting.pk])).status_code == 404
    for name in ("prepare", "reappoint", "attendance_sheet", "read_sheet"):
        assert client.get(reverse(f"meetings:{name}", args=[cast.planned.pk])).status_code == 404


def test_who_keeps_her_own_unit_only_reads_no_meeting_of_those_below(cast):
    prepare(cast)
    client, addresses = (
        cast.client("committee"),
        [reverse(f"meetings:{one}") for one in ("everywhere", "calendar")],
    )

    def rows() -> list[int]:
        return [
            len(read_file("a.xlsx", client.get(f"{one}?xuat=xlsx").content).rows) - 1 for one in addresses
        ]

    assert all(rows())
    Post.objects.filter(person=cast.committee.person).update(reach="unit")
    assert rows() == [0, 0]


def test_what_the_committee_discussed_stands_in_no_members_list(cast):
    prepare(cast)
    shown = cast.client("member").get(reverse("meetings:mine")).context["page"]
    assert cast.meeting in shown and cast.board not in shown


def test_who_told_a_story_is_said_only_of_units_in_sight(cast):
    prepare(cast)
    told = {"kind": "regular", "held_on": dt.date(2026, 11, 4), "story": cast.story.title}
    actions.record_meeting(unit=cast.far_cell, by=cast.far_secretary, **told)
    address = reverse("meetings:tellings", args=[cast.story.pk])
    rows = {who: len(cast.client(who).get(address).context["rows"]) for who in ("officer", "secretary")}
    assert rows == {"officer": 1, "secretary": 0}
    local = {"kind": "story", "title": "Chuyện ở Nậm Khao", "source": "Sách của xã"}
    theirs = readings.enter(unit=cast.far, by=cast.officer, **local)
    assert cast.client("secretary").get(reverse("meetings:tellings", args=[theirs.pk])).status_code == 404


def test_a_member_here_who_is_secretary_elsewhere_reads_and_writes_nothing(cast):
    prepare(cast)
    Membership.objects.filter(person=cast.far_secretary.person).update(unit=cast.cell)
    client, here = cast.client("far_secretary"), [cast.meeting.pk]
    assert client.get(reverse("meetings:show", args=here)).status_code == 200
    for name in ("file", "minutes", "resolution"):
        assert client.get(reverse(f"meetings:{name}", args=here)).status_code == 404
    for name, pk in (("edit", here), ("score", here), ("task", [cast.task.pk])):
        assert client.get(reverse(f"meetings:{name}", args=pk)).status_code == 403


def test_what_a_second_phone_said_is_told_where_the_record_is_kept(cast):
    prepare(cast)
    told = [len(queries.other_answers(cast.meeting, who)) for who in (cast.secretary, cast.far_secretary)]
    assert told == [1, 0]


def test_who_left_the_cell_is_asked_for_nothing_that_its_meeting_gave_her(cast):
    prepare(cast)
    Conclusion.objects.update(owner=cast.member.person)
    given = "Sửa sân trường"
    assert given in str([one.title for one in todo.items(cast.member)])
    Membership.objects.filter(person=cast.member.person).update(unit=cast.far_cell)
    assert given not in str([one.title for one in todo.items(replace(cast.member, unit=cast.far_cell))])
