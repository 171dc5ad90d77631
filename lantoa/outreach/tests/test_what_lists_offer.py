"""A list that comes in offers what one may see; opinions and prizes are read by role."""

from dataclasses import replace

import pytest

from lantoa.outreach import queries
from lantoa.outreach.exchange import common, news, prizes
from lantoa.outreach.models import Campaign, CitizenOpinion, Prize
from lantoa.outreach.tests.access import prepare

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("offered", [common.campaigns, news._columns, prizes._prizes])
def test_a_list_offers_what_is_seen_here(cast, campaign, offered):
    prepare(cast)
    Campaign.objects.update(launched_by=cast.cell)
    assert offered(cast.cell, cast.secretary).things
    assert not offered(cast.far_cell, cast.far_secretary).things


def test_opinions_and_prizes_are_read_by_who_may_view(cast):
    prepare(cast)
    powerless = replace(cast.secretary, permissions=frozenset())
    for things in (CitizenOpinion.objects, Prize.objects):
        assert things.visible_to(cast.secretary).exists()
        assert not things.visible_to(powerless).exists()
    assert queries.may_read_opinions(cast.secretary) and not queries.may_read_opinions(powerless)
