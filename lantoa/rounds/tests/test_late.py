"""Whoever has not sent by its day stands in Đôn đốc, is reminded before, and is listed."""

from __future__ import annotations

import datetime as dt

import pytest

from lantoa.rounds import late
from lantoa.rounds.models import Round
from lantoa.rounds.tests import stories

pytestmark = pytest.mark.django_db


@pytest.fixture
def overdue(cast):
    """The deadline was last week; one cell has sent."""
    found = stories.one_figure(cast)
    stories.send(found, cast.secretary, 3)
    Round.objects.update(due_on=dt.date(2026, 11, 12))
    return found


def test_the_officer_sees_who_is_late_and_reminds_them_in_two_clicks(cast, overdue):
    """U15, as far as clicks go: from the round to the reminder, from there to the sending."""
    client = cast.client("officer")
    page = client.get(overdue.get_absolute_url()).content.decode()
    assert "Nhắc 2 đơn vị" in " ".join(page.split()) and "/don-doc/?loai=so-lieu" in page
    urge = client.get("/don-doc/?loai=so-lieu").content.decode()
    assert "Đảng bộ xã An Phú" in urge and "đơn vị chưa gửi số liệu đã quá hạn" in urge


def test_what_is_late_is_listed_for_the_unit_and_all_below_it(cast, overdue):
    url = f"/ky-so-lieu/qua-han/?don-vi={cast.commune.code}"
    page = cast.client("officer").get(url).content.decode()
    assert "Chi bộ thôn Nà Lùng" in page and "Chi bộ Trường THCS Hòa Bình" not in page
    assert cast.client("committee").get(f"/ky-so-lieu/qua-han/?don-vi={cast.far.code}").status_code == 404


def test_a_closed_round_is_late_for_nobody(cast, overdue):
    (kind,) = late.late(cast.today)
    assert kind.things.count() == 5
    Round.objects.update(state="closed")
    assert not kind.things.all().exists()


def test_heads_of_units_that_have_not_sent_are_reminded_before_the_day(cast):
    found = stories.one_figure(cast)
    stories.send(found, cast.secretary, 3)
    dues = {one.person_id for one in late.due(stories.DUE, stories.DUE, cast.today)}
    assert cast.other_secretary.person.pk in dues and cast.secretary.person.pk not in dues
