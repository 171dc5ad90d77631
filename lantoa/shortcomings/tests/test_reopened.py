"""What was verified can be found again: it is reopened, and counted by unit."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.urls import reverse

from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.meetings.actions import record_meeting
from lantoa.shortcomings import actions, queries
from lantoa.shortcomings.measures import MEASURES
from lantoa.shortcomings.models import Shortcoming
from lantoa.shortcomings.tests import stories

AGAIN = dt.date(2027, 6, 30)


def verified(cast) -> Shortcoming:
    """The cell's shortcoming, mended and verified by the commune."""
    one = stories.of_unit(cast.secretary, found_on=dt.date(2026, 11, 2))
    stories.reported(one, cast.secretary, dt.date(2026, 11, 10))
    return actions.verify(one, by=cast.committee)


def test_a_later_meeting_verifies(cast):
    one = stories.of_unit(cast.secretary, found_on=dt.date(2026, 11, 2))
    stories.reported(one, cast.secretary, dt.date(2026, 11, 10))
    before, after = (
        record_meeting(
            unit=cast.commune, kind="regular", held_on=dt.date(2026, 11, day), members=9, by=cast.committee
        )
        for day in (9, 12)
    )
    with pytest.raises(BadInput, match="Chọn buổi họp sau"):
        actions.verify(one, by=cast.committee, meeting=before)
    page = cast.client("committee").post(
        reverse("shortcomings:verify", args=[one.pk]), {"meeting": after.pk}, follow=True
    )
    one.refresh_from_db()
    assert one.verified_meeting == after and "12/11/2026" in page.content.decode()


def test_it_comes_back_with_a_new_deadline_and_is_counted(cast):
    one = verified(cast)
    with pytest.raises(NotAllowed):
        actions.reopen(one, by=cast.secretary, why="Lại thiếu.", deadline=AGAIN)
    with pytest.raises(BadInput, match="hạn khắc phục mới"):
        actions.reopen(one, by=cast.committee, why="Lại thiếu.", deadline=None)
    page = cast.client("committee").post(
        reverse("shortcomings:reopen", args=[one.pk]),
        {"why": "Biên bản tháng 11 lại thiếu ý kiến.", "deadline": "30/06/2027"},
        follow=True,
    )
    assert "Biên bản tháng 11 lại thiếu ý kiến." in page.content.decode()
    one.refresh_from_db()
    assert (one.is_open, one.times_reopened, one.verified_by) == (True, 1, None)
    (age,) = queries.ages_below(cast.commune, cast.today)
    assert (age.place.unit, age.open, age.reopened, age.oldest) == (cast.cell, 1, 1, one.found_on)


def test_an_earlier_day_stays_as_it_was_and_each_time_counts_in_its_own_period(cast):
    one = verified(cast)
    for back, mended in ((1, 3), (11, 13)):
        december = cast.committee.as_of(dt.date(2026, 12, back))
        actions.reopen(one, by=december, why="Lại thiếu.", deadline=AGAIN)
        head = cast.secretary.as_of(dt.date(2026, 12, mended))
        stories.reported(one, head, head.on)
        actions.verify(one, by=december.as_of(head.on))
    still = [
        day for day in (2, 17, 29) if Shortcoming.objects.holds_on(dt.date(2026, 11, day)).filter(pk=one.pk)
    ]
    assert still == [2] and one.reopenings.count() == 2
    days = [day for day in range(1, 15) if Shortcoming.objects.holds_on(dt.date(2026, 12, day)).exists()]
    assert days == [1, 2, 11, 12]
    counted = {measure.code: measure for measure in MEASURES}
    both = [counted[f"shortcomings.{name}"].records(cast.today) for name in ("reopened", "reopenings")]
    assert [rows.count() for rows in both] == [2, 2] and both[0].visible_to(cast.committee).count() == 2


def test_what_comes_back_is_followed_where_it_was_before_it_was_reported_for_her(cast):
    one = stories.of_member(cast)
    stories.reported(one, cast.secretary, dt.date(2026, 11, 10))
    assert one.kept_by == cast.commune
    actions.verify(one, by=cast.committee)
    actions.reopen(one, by=cast.committee, why="Lại quên.", deadline=AGAIN)
    assert one.kept_by == cast.cell


def test_who_stands_in_for_its_owner_does_not_verify(cast):
    one = stories.of_unit(cast.secretary, found_on=dt.date(2026, 11, 2))
    one = stories.reported(one, cast.secretary, dt.date(2026, 11, 10)) or one
    deputy = replace(cast.committee, stands_for=one.owner_id or one.reported_by_id)
    assert queries.to_verify(cast.committee).exists() and not queries.to_verify(deputy).exists()
    with pytest.raises(NotAllowed):
        actions.verify(one, by=deputy)


def test_repeats_are_told_by_unit_and_persons_are_not(cast):
    stories.of_unit(cast.secretary, found_on=dt.date(2026, 11, 2))
    stories.of_unit(cast.secretary, found_on=dt.date(2026, 11, 9))
    stories.of_member(cast)
    (age,) = queries.ages_below(cast.commune, cast.today)
    assert (age.open, age.repeating) == (2, 1)
    page = cast.client("committee").get(reverse("shortcomings:by_unit")).content.decode()
    assert "Chi bộ Trường THCS Hòa Bình" in page and "14 ngày" in page
    assert stories.FINDING not in page
