"""People, their places, posts and accounts are there for who may view people, where she reaches."""

import datetime as dt
from dataclasses import replace

import pytest

from lantoa.foundation.errors import NotAllowed
from lantoa.people import actions, queries, search
from lantoa.people.models import Account, Grant, Membership, PersonMerge, Post
from tests.cast import person

pytestmark = pytest.mark.django_db


def test_without_the_right_only_ones_own_and_elsewhere_nothing(cast):
    cast.account("member")
    powerless, far = replace(cast.secretary, permissions=frozenset()), cast.far_secretary
    hers = {"person": cast.member.person}
    assert Membership.objects.visible_to(cast.secretary).filter(**hers).exists()
    assert Post.objects.visible_to(cast.committee).filter(person=cast.secretary.person).exists()
    assert Account.objects.visible_to(cast.administrator).filter(**hers).exists()
    for nobody in (powerless, far):
        assert not Membership.objects.visible_to(nobody).filter(**hers).exists()
        assert not Account.objects.visible_to(nobody).filter(**hers).exists()
    assert not Post.objects.visible_to(powerless).exclude(person=cast.secretary.person).exists()
    assert not Account.objects.visible_to(cast.secretary).filter(**hers).exists()


def test_what_was_given_below_is_told_to_who_confirms_posts(cast):
    asked = actions.appoint(
        cast.member.person, unit=cast.commune, role="officer", starts=cast.today, by=cast.administrator
    )
    actions.confirm_grant(asked, by=cast.leader)
    assert queries.newly_given_below(cast.leader).exists() and Grant.objects.exists()
    assert not queries.newly_given_below(replace(cast.leader, permissions=frozenset())).exists()


def test_two_records_are_made_one_and_two_again_by_who_reaches_both(cast):
    kept, gone = cast.member.person, person("Đỗ Thị Hương", cast.far_cell)
    near = replace(cast.administrator, unit=cast.commune)
    for one, other in ((kept, gone), (gone, kept)):
        with pytest.raises(NotAllowed):
            actions.merge_people(one, other, by=near)
    actions.merge_people(kept, gone, by=cast.administrator)
    merge = PersonMerge.objects.get()
    for nobody in (replace(cast.administrator, unit=cast.far), replace(cast.administrator, person=kept)):
        with pytest.raises(NotAllowed):
            actions.undo_merge(merge, by=nobody)


def test_a_year_of_birth_and_a_way_to_others_are_shown_to_who_views_people(cast):
    someone = cast.member.person
    someone.born_on = dt.date(1985, 3, 12)
    someone.save()
    row = type("Row", (), {"key": someone.pk, "part": 0})()
    (seen,), (own,) = (search._dress([row], who).values() for who in (cast.secretary, cast.member))
    assert ("1985" in seen.note, seen.url) == (True, "") and (own.note, own.url) == ("", "/toi/")
