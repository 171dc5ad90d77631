"""Since when the system is used here: what lies before is not known, and nobody's lack."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db.models import OuterRef

from lantoa.foundation import clock
from lantoa.people import rules
from lantoa.people.models import Beginning, Post

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def begun(cast, at=None) -> Beginning:
    people = {"administrator": cast.administrator.person, "head": cast.leader.person}
    return Beginning.objects.create(unit=cast.province, begun_at=at or clock.now(), **people)


def test_where_nobody_began_through_the_pages_the_past_came_in_whole(cast):
    assert Beginning.objects.first_day() is None
    assert Beginning.objects.not_before(dt.date(2020, 1, 1)) == dt.date(2020, 1, 1)
    assert Post.objects.filter(Beginning.objects.in_use_on(dt.date(2020, 1, 1))).exists()


def test_within_one_request_since_when_is_asked_once(cast, django_assert_num_queries):
    begun(cast)
    actor = cast.secretary.for_one_request()
    with django_assert_num_queries(1):
        assert actor.since == actor.since == actor.as_of(cast.today - DAY).since == cast.today
    assert [rules.falls_due(day, actor.since) for day in (cast.today - DAY, cast.today)] == [False, True]
    assert rules.falls_due(dt.date(1990, 1, 1), None), "where the data came in whole its past came with it"


def test_from_its_first_day_on_in_vietnam_the_office_uses_it(cast):
    begun(cast, at=dt.datetime(2026, 11, 15, 23, tzinfo=dt.UTC))  # 06:00 of the sixteenth
    today = cast.today
    assert Beginning.objects.first_day() == today
    assert [Beginning.objects.not_before(day) for day in (today - DAY, today + DAY)] == [today, today + DAY]
    found = [
        Post.objects.filter(Beginning.objects.in_use_on(day)).exists()
        for day in (today - DAY, today, today + DAY)
    ]
    assert found == [False, True, True]


def test_it_is_asked_of_the_day_in_a_column_too_and_an_open_end_is_no_day_before(cast):
    begun(cast)
    Post.objects.filter(pk=cast.secretary.post_id).update(ends=cast.today - DAY)
    found = Post.objects.filter(Beginning.objects.in_use_on(OuterRef("ends")))
    assert set(Post.objects.exclude(pk__in=found).values_list("pk", flat=True)) >= {cast.secretary.post_id}
    assert cast.officer.post_id in found.values_list("pk", flat=True)
