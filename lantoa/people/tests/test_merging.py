"""Two cells become one: nobody is stranded, and what waits has a reader."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from lantoa.organisation import actions as organisation
from lantoa.people import actions
from lantoa.people.actors import actors_of
from lantoa.people.models import Membership, Post
from lantoa.registrations import queries as registrations

pytestmark = pytest.mark.django_db
TOMORROW = dt.date(2026, 11, 17)


def merged(cast, on=None):
    cells = [cast.cell, cast.other_cell]
    return organisation.merge(cells, name="Chi bộ Hòa Bình", on=on or cast.today, by=cast.system)


def test_members_go_on_in_the_new_cell_and_posts_end_with_the_old(cast):
    new = merged(cast)
    here = Membership.objects.on(cast.today).get(person=cast.member.person)
    assert here.unit == new and here.starts == cast.today
    assert not Post.objects.on(cast.today).filter(person=cast.secretary.person).exists()
    (only,) = actors_of(cast.account("secretary"), cast.today)
    assert (only.role, only.unit) == ("member", new)


def test_what_is_sent_goes_to_the_level_above_until_somebody_is_named(cast):
    new = merged(cast)
    receiver = registrations.receiver_of(new, cast.member.person, cast.today)
    assert receiver.unit == cast.commune
    actions.appoint(cast.secretary.person, unit=new, role="secretary", starts=cast.today, by=cast.system)
    receiver = registrations.receiver_of(new, cast.member.person, cast.today)
    assert receiver.judge.person == cast.secretary.person


def test_a_merger_of_tomorrow_holds_from_tomorrow_and_can_be_taken_back_whole(cast):
    rows = lambda: sorted(Membership.objects.values_list("pk", "unit_id", "starts", "ends"), key=str)  # noqa: E731
    before, posts = rows(), sorted(Post.objects.values_list("pk", "ends"), key=str)
    new = merged(cast, TOMORROW)
    assert Membership.objects.on(cast.today).get(person=cast.member.person).unit == cast.cell
    assert Membership.objects.on(TOMORROW).get(person=cast.member.person).unit == new
    organisation.undo(new.reorganisations.get(), by=cast.system)
    assert (rows(), sorted(Post.objects.values_list("pk", "ends"), key=str)) == (before, posts)


def test_somebody_told_for_the_day_after_follows_too(cast):
    Membership.objects.filter(person=cast.member.person).update(starts=TOMORROW)
    new = merged(cast)
    assert Membership.objects.get(person=cast.member.person).unit == new


def test_the_list_of_people_shows_the_new_cell(cast):
    merged(cast)
    page = cast.client("administrator").get(reverse("people:index")).content.decode()
    assert "Chi bộ Hòa Bình" in page and "Chi bộ thôn Nà Lùng" not in page
