"""What may be done to a paper is asked of the role and of the reach, each for itself, by the act and by the page."""

from dataclasses import replace

import pytest
from django.urls import reverse

from lantoa.foundation.errors import NotAllowed
from lantoa.registrations import actions, measures, queries
from lantoa.registrations.models import Agreement, Confirmation, RegistrationYear, SlipRequest
from lantoa.registrations.tests import papers

pytestmark = pytest.mark.django_db


def powerless(actor):
    """The same post in a role without any right."""
    return replace(actor, permissions=frozenset())


def test_only_its_owner_says_how_the_year_went_and_only_a_witness_that_she_was_none(cast):
    one = papers.approved(cast.member, cast.secretary)
    for nobody in (cast.secretary, cast.colleague, cast.far_secretary):
        with pytest.raises(NotAllowed):
            papers.assessed(one, nobody)
    typed = papers.entered(cast.secretary, cast.colleague.person)
    vouching = papers.witnesses(cast)
    actions.confirm(typed, by=cast.secretary, how=Confirmation.MEETING, on=cast.today, witnesses=vouching)
    for nobody in (cast.officer, cast.colleague):
        with pytest.raises(NotAllowed):
            actions.deny_witness(Agreement.objects.get(), by=nobody)


def test_who_is_missing_is_named_to_who_views_in_her_own_cell(cast):
    assert measures._in_own_cell(cast.secretary, cast.cell)
    assert not measures._in_own_cell(powerless(cast.secretary), cast.cell)
    assert not measures._in_own_cell(cast.committee, cast.cell)


def test_judging_and_concluding_need_the_right_and_the_reach(cast):
    waiting = papers.submitted(cast.member)
    assert queries.may_judge(waiting, cast.secretary)
    assert not queries.may_judge(waiting, powerless(cast.secretary))
    assert not queries.may_judge(waiting, cast.far_secretary)
    done = papers.agree(waiting, cast.secretary)
    assert queries.may_conclude(done, cast.secretary)
    assert not queries.may_conclude(done, powerless(cast.secretary))


def test_what_is_asked_of_a_role_is_not_there_for_another(cast):
    typed = papers.entered(cast.secretary, cast.colleague.person)
    actions.ask_for_slip(typed, by=cast.secretary)
    assert queries.slips_to_print(cast.committee) and SlipRequest.objects.exists()
    assert not queries.slips_to_print(powerless(cast.committee))
    own, unit = cast.member, cast.cell
    assert queries.may_admit(own, own.person, None) and queries.may_admit(cast.secretary, None, unit)
    assert not queries.may_admit(powerless(own), own.person, None)
    assert not queries.may_admit(powerless(cast.secretary), None, unit)
    RegistrationYear.objects.create(unit=cast.commune, year=2031, opens_on=cast.today, deadline=cast.today)
    assert not RegistrationYear.objects.visible_to(cast.far_secretary).filter(year=2031).exists()


def test_pages_refuse_who_reads_a_paper_but_does_not_write_it(cast):
    family, own = papers.family(cast.secretary), papers.approved(cast.secretary, cast.committee, year=2026)
    papers.assessed(own, cast.secretary)
    household = reverse("registrations:household", args=[family.pk])
    assert cast.client("committee").get(household).status_code == 403
    assert cast.client("secretary").get(reverse("registrations:remark", args=[own.pk])).status_code == 403
    waiting = papers.submitted(cast.secretary)
    assert cast.client("secretary").get(reverse("registrations:judge", args=[waiting.pk])).status_code == 403
