"""A shortcoming is written by who may, verified by who keeps it, and brought to the meeting for who may see it."""

import datetime as dt
from dataclasses import replace

import pytest

from lantoa.foundation.errors import NotAllowed
from lantoa.meetings import actions as meetings
from lantoa.shortcomings import actions, agenda, queries
from lantoa.shortcomings.models import FoundAgain, Shortcoming
from lantoa.shortcomings.tests import stories

pytestmark = pytest.mark.django_db


def powerless(actor):
    """The same post in a role without any right."""
    return replace(actor, permissions=frozenset())


def test_one_writes_of_oneself_and_of_ones_units_by_right_and_with_a_home(cast):
    homeless = replace(cast.member, person=cast.officer.person, unit=None)
    for nobody in (powerless(cast.member), homeless):
        with pytest.raises(NotAllowed):
            stories.admitted(nobody)
    assert queries.units_one_writes_of(cast.secretary) == [cast.cell]
    assert not queries.units_one_writes_of(powerless(cast.secretary))


def test_it_is_sent_back_by_who_verifies_and_brought_for_who_sees_it(cast):
    open_one = stories.of_unit(cast.secretary, found_on=cast.today)
    assert list(agenda.brings(cast.cell, cast.secretary, cast.today))
    assert not list(agenda.brings(cast.cell, cast.far_secretary, cast.today))
    reported = stories.reported(open_one, cast.secretary, cast.today)
    for nobody in (cast.secretary, cast.member, cast.far_secretary):
        with pytest.raises(NotAllowed):
            actions.send_back(reported, by=nobody, why="Chưa thấy sổ.")


def test_what_a_cell_has_to_do_is_there_for_who_leads_it_by_right(cast):
    hers, cells = stories.of_member(cast), stories.of_unit(cast.secretary, found_on=cast.today)
    waits = stories.reported(stories.of_member(cast), cast.member)
    FoundAgain.objects.create(
        shortcoming=cells, verified_on=cast.today, reopened_on=cast.today, why="Lại thiếu."
    )
    asks = {
        "whom one writes of": lambda who: cast.member.person in queries.people_one_writes_of(who),
        "what one mends": lambda who: cells in queries.to_mend(who),
        "what one verifies": lambda who: waits in queries.to_verify(who),
        "whether one leads": lambda who: queries.leads(cells, who),
        "whether one reports for her": lambda who: queries.reports_for(hers, who),
        "when it came back": lambda who: FoundAgain.objects.visible_to(who).exists(),
    }
    for ask in asks.values():
        assert ask(cast.secretary)
    for nobody in (powerless(cast.secretary), cast.far_secretary):
        told = {question for question, ask in asks.items() if ask(nobody)}
        assert not told


def test_of_a_meeting_it_is_told_how_many_were_found_that_one_may_read_of(cast):
    meeting = meetings.record_meeting(
        unit=cast.cell, kind="regular", held_on=dt.date(2026, 11, 3), members=3, present=3, by=cast.secretary
    )
    Shortcoming.objects.filter(pk=stories.of_member(cast).pk).update(meeting=meeting)
    told = [len(list(agenda.decided(meeting, who))) for who in (cast.secretary, cast.committee)]
    assert told == [1, 0], "of a member's no level above learns even that it is there"
