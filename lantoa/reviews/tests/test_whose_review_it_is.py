"""Periods, groups and ratings lie with who conducts and decides: by the rights of the role, not the unit alone."""

from dataclasses import replace

import pytest
from django.urls import reverse

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


def powerless(actor):
    """The same post in a role without any right."""
    return replace(actor, permissions=frozenset())


def test_a_role_without_rights_conducts_reads_and_rates_nothing(cast):
    period = stories.shown(cast, members_read=True)
    for who in (cast.secretary, cast.member):
        others = Review.objects.exclude(person=who.person)
        assert others.visible_to(who).exists() and not others.visible_to(powerless(who)).exists()
    assert queries.conducted_by(cast.secretary).get() == period
    assert queries.decides_in(period, cast.committee)
    assert not queries.decides_in(period, powerless(cast.committee))
    stories.opened(cast, "quarter")
    assert queries.to_write(cast.secretary).filter(person__isnull=True).exists()
    assert not queries.to_write(powerless(cast.secretary)).filter(person__isnull=True).exists()
    for things in (queries.conducted_by, ReviewPeriod.objects.visible_to):
        assert not things(powerless(cast.secretary)).exists()


def test_what_waits_for_a_rating_or_a_new_look_waits_for_the_body_asked_and_for_who_may(cast):
    period = stories.shown(cast)
    stories.all_heard(cast, period)
    rates = stories.later(cast.committee, 30)
    assert queries.to_decide(rates).exists()
    for nobody in (powerless(rates), stories.later(cast.far_secretary, 30)):
        assert not queries.to_decide(nobody).exists()
    one = stories.rated(stories.of(period, cast.member), cast.committee)
    complaint = actions.complain(one, by=stories.later(cast.member, 32), text="Chưa đồng ý mức này.")
    assert queries.complaints_for(cast.leader).get() == complaint
    assert not queries.complaints_for(powerless(cast.leader)).exists()


def test_who_rates_finds_on_the_page_of_a_period_what_she_may_read_and_who_conducts_whom_it_waits_for(cast):
    cast.account("member")
    writing = stories.opened(cast, "quarter")
    rows = cast.client("secretary").get(writing.get_absolute_url()).context["page"].object_list
    readable = {row.person_id: row.is_readable for row in rows}
    assert readable[cast.member.person.pk] is False and readable[cast.secretary.person.pk] is True
    shown = stories.shown(cast)
    rows = cast.client("committee").get(shown.get_absolute_url()).context["page"].object_list
    assert [row.person for row in rows] == [cast.secretary.person], "of members nothing before the meeting"


def test_what_a_head_told_the_level_above_stands_on_no_other_list(cast):
    one = actions.send_head(actions.save_head(by=cast.secretary, year=2026, **SAID), by=cast.secretary)
    assert list(HeadReport.objects.visible_to(cast.committee)) == [one]
    assert not HeadReport.objects.visible_to(powerless(cast.committee)).exists()
    for who, told in (("committee", [one]), ("far_secretary", [])):
        page = cast.client(who).get(reverse("reviews:heads")).context["page"]
        assert list(page.object_list) == told
