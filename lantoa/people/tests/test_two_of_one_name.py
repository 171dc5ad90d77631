"""Two people of one name are told apart wherever one is chosen, and nobody learns a day of birth by it."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse

from lantoa.people.models import Post, Title
from lantoa.people.queries import known_as, telling_apart
from tests.cast import LONG_AGO, person


def two(cast, other=None):
    first, second = person("Lò Văn An", cast.cell), person("Lò Văn An", other or cast.cell)
    for one, year in ((first, 1980), (second, 1991)):
        one.born_on = dt.date(year, 3, 2)
        one.save()
    return first, second


def test_a_post_tells_them_apart_first(cast):
    first, second = two(cast)
    title = Title.objects.create(name="Tổ trưởng tổ đảng")
    Post.objects.create(
        person=first, unit=cast.cell, title=title, role="member", reach="own", starts=LONG_AGO
    )
    said = known_as([first, second], by=cast.secretary)
    assert "Tổ trưởng tổ đảng" in said[first.pk] and said[first.pk] != said[second.pk]


def test_the_cell_tells_them_apart_in_a_list_of_many(cast):
    first, second = two(cast, cast.other_cell)
    said = telling_apart([first, second], by=cast.committee)
    assert said[first.pk] != said[second.pk] and "sinh" not in said[first.pk]


def test_the_day_of_birth_is_told_only_to_who_may_see_people(cast):
    first, second = two(cast)
    assert telling_apart([first, second], by=cast.secretary)[first.pk] == "sinh 02/03/1980"
    told = telling_apart([first, second], by=cast.member)
    assert told == {first.pk: f"mã {first.pk}", second.pk: f"mã {second.pk}"}


def test_who_is_alone_of_her_name_is_shown_by_it(cast):
    assert known_as([cast.member.person], by=cast.secretary) == {
        cast.member.person.pk: cast.member.person.full_name
    }


def test_the_lists_say_it(cast):
    two(cast)
    for page in (reverse("registrations:behalf"), reverse("meetings:record"), reverse("people:index")):
        assert "sinh 02/03/1980" in cast.client("secretary").get(page).content.decode(), page
