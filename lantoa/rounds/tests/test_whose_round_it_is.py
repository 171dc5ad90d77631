"""A round of one commune is not there for the next; of a round of the province each unit finds its own answer."""

from __future__ import annotations

import pytest
from django.urls import reverse

from lantoa.consents import actions as consents
from lantoa.people import actors
from lantoa.people.models import Post
from lantoa.practices.tests.stories import running
from lantoa.rounds import printing, queries
from lantoa.rounds.tests import stories
from lantoa.rounds.tests.access import prepare
from tests.cast import LONG_AGO, person

pytestmark = pytest.mark.django_db


def test_what_the_next_commune_asks_and_rules_answers_as_if_it_were_not_there(cast):
    prepare(cast)
    held = {"unit": cast.far, "role": "committee", "reach": "subtree", "starts": LONG_AGO}
    cast.neighbour = actors.as_post(Post.objects.create(person=person("Lù A Páo", None), **held), cast.today)
    browser, asks = cast.client("neighbour"), cast.things["communes"].pk
    for name, pk in (
        ("accept_many", asks),
        ("close", asks),
        ("withdraw", asks),
        ("bound_drop", cast.things["bound"].pk),
    ):
        assert browser.post(reverse(f"rounds:{name}", args=[pk])).status_code == 404
    rules = [
        [bound for bound, _part, _whole in cast.client(who).get(reverse("rounds:bounds")).context["rows"]]
        for who in ("committee", "neighbour")
    ]
    assert rules == [[cast.things["bound"]], []]


def test_each_unit_finds_its_own_answer_of_a_round_that_asks_many(cast):
    found = stories.opened(cast)
    for who in ("secretary", "far_secretary", "committee"):
        unit = getattr(cast, who).unit
        assert queries.own_answer(found, getattr(cast, who)).unit == unit
        (row,) = cast.client(who).get(reverse("rounds:index")).context["rows"]
        assert row.mine.unit == unit


def test_a_way_of_working_that_names_who_does_not_agree_is_read_by_its_own_unit_alone(cast):
    ours = running(cast, hardest="Một mình Lò Thị Én trực.", names=["Lò Thị Én"], consented=True)
    assert printing._practice(cast.commune, cast.committee)[0] == ours
    consents.revoke(ours.named.get(), by=cast.secretary)
    assert printing._practice(cast.commune, cast.committee)[0] is None
    assert printing._practice(cast.cell, cast.secretary)[0] == ours
