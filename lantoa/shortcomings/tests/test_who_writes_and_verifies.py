"""A shortcoming is written by who may, verified by who keeps it, and brought to the meeting for who may see it."""

from dataclasses import replace

import pytest

from lantoa.foundation.errors import NotAllowed
from lantoa.shortcomings import actions, agenda, queries
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
