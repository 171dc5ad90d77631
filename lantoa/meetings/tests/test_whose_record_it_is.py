"""Records of meetings are kept by who reaches the unit; a member of the cell who keeps another's reads only."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from django.urls import reverse

from lantoa.foundation.errors import NotAllowed
from lantoa.meetings import actions, queries
from lantoa.meetings.actions.merging import merge
from lantoa.meetings.models import Appointment, ScoreSheet
from lantoa.meetings.tests.access import prepare
from lantoa.people.models import Membership

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
    assert not Appointment.objects.visible_to(powerless).exists()
    assert not ScoreSheet.objects.visible_to(powerless).exists()


def test_a_member_here_who_is_secretary_elsewhere_reads_and_writes_nothing(cast):
    prepare(cast)
    Membership.objects.filter(person=cast.far_secretary.person).update(unit=cast.cell)
    client, here = cast.client("far_secretary"), [cast.meeting.pk]
    assert client.get(reverse("meetings:show", args=here)).status_code == 200
    for name in ("file", "minutes", "resolution"):
        assert client.get(reverse(f"meetings:{name}", args=here)).status_code == 404
    for name, pk in (("edit", here), ("score", here), ("task", [cast.task.pk])):
        assert client.get(reverse(f"meetings:{name}", args=pk)).status_code == 403
