"""Proposals are written by who proposes in the unit; occasions and registers go by role and reach."""

import datetime as dt
from dataclasses import replace

import pytest

from lantoa.commendations import actions, naming, queries
from lantoa.commendations.actions import setting
from lantoa.commendations.exchange import COMMENDATIONS
from lantoa.commendations.models import Occasion
from lantoa.commendations.tests import stories
from lantoa.foundation.errors import BadInput, NotAllowed

pytestmark = pytest.mark.django_db


def powerless(actor):
    """The same post in a role without any right."""
    return replace(actor, permissions=frozenset())


def test_who_proposes_elsewhere_writes_sends_and_drops_nothing_here(cast):
    one = stories.proposed(cast)
    again = {
        "subject": "individual",
        "unit": cast.cell,
        "person": cast.member.person,
        "achievement": "Như trên.",
    }
    again |= {"proposed_form": "certificate", "proposed_level": "grassroots"}
    for nobody in (cast.far_secretary, powerless(cast.secretary)):
        for act in (
            lambda by: actions.rewrite(one, by=by, **again),
            lambda by: actions.discard(one, by=by),
            lambda by: actions.vote(one, stories.vote(), by=by),
            lambda by: actions.submit(one, by=by),
            lambda by: setting._must_state(one, by),
        ):
            with pytest.raises(NotAllowed):
                act(nobody)
    with pytest.raises(NotAllowed):
        stories.proposed(cast, by=replace(cast.secretary, unit=None))


def test_an_occasion_is_opened_in_reach_by_who_proposes_or_decides(cast):
    said = {"name": "Sơ kết 2 năm", "unit": cast.cell, "held_on": dt.date(2026, 11, 20)}
    for nobody in (
        cast.member,
        powerless(cast.secretary),
        cast.far_secretary,
        replace(cast.leader, unit=cast.far),
    ):
        with pytest.raises(NotAllowed):
            actions.open_occasion(by=nobody, **said)
    one = actions.open_occasion(by=cast.leader, **said)
    assert one in Occasion.objects.visible_to(cast.secretary)
    for nobody in (cast.far_secretary, powerless(cast.secretary)):
        assert not Occasion.objects.visible_to(nobody).exists()


def test_a_list_names_only_occasions_that_its_sender_may_read(cast):
    ours, theirs = (
        actions.open_occasion(name=name, unit=unit, held_on=dt.date(2026, 11, 20), by=cast.leader)
        for name, unit in (("Sơ kết 2 năm", cast.cell), ("Tổng kết ở Nậm Khao", cast.far_cell))
    )
    occasions = COMMENDATIONS.links(cast.cell, cast.secretary)["occasion"]
    assert occasions.read(ours.name, {}) == ours.pk
    with pytest.raises(BadInput, match="không có"):
        occasions.read(theirs.name, {})


def test_what_was_given_is_struck_out_and_answered_for_in_reach(cast):
    decision = stories.recorded(cast, stories.collective(cast.cell))
    one = decision.commendations.get()
    assert queries.is_hers(cast.secretary, one)
    for nobody in (cast.far_secretary, powerless(cast.secretary)):
        assert not queries.is_hers(nobody, one)
    with pytest.raises(NotAllowed):
        actions.strike_out(one, reason="Ghi trùng.", by=replace(cast.leader, unit=cast.far))
    decision.document_id = 1
    assert queries.may_read_register(cast.leader, decision)
    assert not queries.may_read_register(powerless(cast.leader), decision)


def test_the_system_thanks_nobody_and_a_name_leads_where_one_may_read(cast):
    practice = stories.of_a_member(cast)
    with pytest.raises(NotAllowed):
        actions.thank(practice, words="Cảm ơn đồng chí.", by=replace(cast.leader, person=None))
    stories.recorded(cast, stories.individual(cast.cell, cast.member.person))
    own, viewing = (
        next(iter(naming.places(who)))
        for who in (cast.member, replace(cast.secretary, person=cast.member.person))
    )
    assert own.url == "/khen-thuong/cua-toi/" != viewing.url
