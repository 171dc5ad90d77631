"""Periods, groups and ratings lie with who conducts and decides: by the rights of the role, not the unit alone."""

from dataclasses import replace

import pytest

from lantoa.foundation.errors import NotAllowed
from lantoa.people.models import Post
from lantoa.reviews import actions, queries
from lantoa.reviews.models import ComparableGroup, HeadReport, Hearing, Review, ReviewPeriod
from lantoa.reviews.tests import stories
from lantoa.reviews.tests.test_heads import SAID

pytestmark = pytest.mark.django_db


def test_periods_and_groups_are_there_for_who_conducts_or_decides(cast):
    period = stories.opened(cast)
    ComparableGroup.objects.create(unit=cast.commune, year=2026, name="Giáo viên")
    nobody = replace(cast.committee, permissions=frozenset())
    for who in (cast.secretary, cast.committee):
        assert ReviewPeriod.objects.visible_to(who).get() == period
    for who in (cast.member, nobody):
        assert not ReviewPeriod.objects.visible_to(who).exists()
    assert queries.groups_of(cast.committee).exists() and not queries.groups_of(nobody).exists()


def test_a_rating_is_given_anew_by_who_decides_and_read_by_who_may_read_the_review(cast):
    period = stories.shown(cast)
    stories.all_heard(cast, period)
    assert Hearing.objects.visible_to(cast.member) and not Hearing.objects.visible_to(cast.far_secretary)
    one = stories.rated(stories.of(period, cast.member), cast.committee)
    for nobody in (cast.secretary, cast.leader, replace(cast.committee, stands_for=cast.member.person.pk)):
        with pytest.raises(NotAllowed):
            actions.rerate(
                one, by=stories.later(nobody, 40), rating="done", why="Sai.", decision_number="16-QĐ/ĐU"
            )
    Review.objects.filter(pk=one.pk).update(rating="excellent")
    hers = {"person": cast.member.person, "unit": cast.cell}
    assert queries.rated_excellent(cast.member, **hers).get() == one
    for nobody in (cast.colleague, cast.far_secretary):
        assert not queries.rated_excellent(nobody, **hers).exists()


def test_who_is_a_head_and_who_speaks_of_one_is_told_by_the_role_too(cast):
    Post.objects.filter(pk=cast.secretary.post_id).update(is_head=True)
    assert queries.is_head(cast.secretary)
    assert not queries.is_head(replace(cast.secretary, permissions=frozenset()))
    one = actions.send_head(actions.save_head(by=cast.secretary, year=2026, **SAID), by=cast.secretary)
    assert queries.speaks_of(one, cast.committee) and HeadReport.objects.get() == one
    assert not queries.speaks_of(one, replace(cast.committee, permissions=frozenset()))
