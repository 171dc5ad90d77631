"""Whatever is taken over, stopped, taken out, recognised, merged, split, moved and renamed in whatever order: the
number of adoptions is the number of edges is the number of rows behind the number."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantoa.adoptions import actions as adoptions
from lantoa.adoptions import queries
from lantoa.adoptions.models import Adoption
from lantoa.figures.catalogue import measure
from lantoa.figures.counting import figure, records_of
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import Refusal
from lantoa.organisation import actions as organisation
from lantoa.organisation import queries as tree
from lantoa.people.actors import system
from lantoa.practices import actions
from lantoa.practices.models import Practice
from lantoa.practices.tests.stories import running
from tests.examples import examples

ACTS = [
    "adopt",
    "adopt",
    "adopt",
    "stop",
    "withdraw",
    "recognise",
    "merge",
    "split",
    "move",
    "rename",
    "answer",
]
moves = st.tuples(st.sampled_from(ACTS), st.integers(0, 30), st.integers(0, 30), st.integers(1, 90))


class World:
    """A small province that goes through what is drawn, day by day."""

    def __init__(self, cast):
        self.cast, self.day, self.names, self.refused = cast, cast.today, 0, []
        self.units = [cast.cell, cast.other_cell, cast.far_cell, cast.commune]
        running(cast)
        running(cast, name="Việc hai")

    def do(self, act, first, second, days):
        """One act, by whoever may; a refusal is part of life."""
        self.day += dt.timedelta(days=days)
        try:
            getattr(self, act)(first, second, system(self.day))
        except Refusal as refusal:
            self.refused.append(str(refusal))

    def _unit(self, number):
        standing = [unit for unit in self.units if tree.placement(unit, self.day)]
        return standing[number % len(standing)]

    def _edge(self, number):
        edges = list(Adoption.objects.order_by("pk").select_related("practice", "origin"))
        return edges[number % len(edges)] if edges else None

    def adopt(self, first, second, by):
        """Any unit from any practice."""
        practices = list(Practice.objects.order_by("pk"))
        adoptions.adopt(practices[first % len(practices)], by=by, unit=self._unit(second))

    def stop(self, first, second, by):
        """Any practice, taken over or not."""
        practices = list(Practice.objects.order_by("pk"))
        actions.stop(practices[first % len(practices)], by=by, reason="", cause="few_people")

    def withdraw(self, first, second, by):
        """Any adoption."""
        if edge := self._edge(first):
            adoptions.withdraw(edge, by=by)

    def answer(self, first, second, by):
        """Any adoption; half of them stop."""
        if edge := self._edge(first):
            adoptions.answer_checkup(edge, by=by, alive=bool(second % 2), cause="merged")

    def recognise(self, first, second, by):
        """At any level, with a decision of its own."""
        practices = list(Practice.objects.order_by("pk"))
        level = ("grassroots", "province", "central")[second % 3]
        decision = {"decision_number": f"{first}-{second}", "decided_on": self.day}
        actions.recognise(practices[first % len(practices)], level=level, by=by, **decision)

    def merge(self, first, second, by):
        """Two cells into the first of them."""
        one, other = self._unit(first), self._unit(second)
        if one.pk != other.pk and self.cast.commune not in (one, other):
            organisation.merge([one, other], into=one, on=self.day, by=by)

    def split(self, first, second, by):
        """A cell comes out of another one, or it ends in two."""
        unit = self._unit(first)
        if unit != self.cast.commune:
            self.names += 2
            names = [f"Chi bộ mới {self.names}", f"Chi bộ mới {self.names + 1}"]
            self.units += organisation.split(
                unit, names=names, keeps_original=bool(second % 2), on=self.day, by=by
            )

    def move(self, first, second, by):
        """To the other commune."""
        unit = self._unit(first)
        if unit != self.cast.commune:
            organisation.move(unit, parent=[self.cast.commune, self.cast.far][second % 2], on=self.day, by=by)

    def rename(self, first, second, by):
        """To a name nobody had."""
        self.names += 1
        organisation.rename(self._unit(first), name=f"Tên thứ {self.names}", on=self.day, by=by)


@settings(
    max_examples=examples(6), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=st.lists(moves, min_size=4, max_size=18))
def test_adoptions_are_edges_are_rows_behind_the_number(cast, drawn):
    with transaction.atomic():
        world = World(cast)
        for move in drawn:
            world.do(*move)
        edges = list(Adoption.objects.select_related("origin", "practice", "root"))
        period = Period(dt.date(2021, 1, 1), world.day + dt.timedelta(days=1))
        the_numbers_are_the_edges(cast.province, edges, period)
        the_graph_is_a_forest(edges)
        the_cards_add_up_to_them(edges, world.day)
        transaction.set_rollback(True)


def the_numbers_are_the_edges(province, edges, period):
    """The measure, the rows behind it, the same by child, the stopped, the ones old enough."""
    day = period.last_day

    def count(code, unit=province):
        return figure(f"practices.{code}", unit=unit, period=period).exact

    assert count("taken_over") == count("taken_over_total") == len(edges)
    behind = records_of(measure("practices.taken_over_total"), province, period)
    assert {edge.pk for edge in behind} == {edge.pk for edge in edges}
    below = [place.unit for place in tree.children(province, day)]
    assert sum(count("taken_over_total", unit) for unit in below) == len(edges)
    stopped = [edge for edge in edges if edge.practice.stopped_on]
    assert count("adoptions_stopped") == len(stopped)
    assert count("adopted_practices") == len({edge.root_id for edge in edges})
    originals = Practice.objects.originals()
    assert count("registered_total") == originals.count() == 2
    running_now = originals.filter(status="running").count() + len(edges) - len(stopped)
    assert count("running") == running_now
    old = [edge for edge in edges if edge.half_year_on <= day]
    share = figure("practices.alive_after_6_months", unit=province, period=period)
    lived = [
        edge for edge in old if not edge.practice.stopped_on or edge.practice.stopped_on > edge.half_year_on
    ]
    assert (share.numerator, share.denominator) == (len(lived), len(old))


def the_graph_is_a_forest(edges):
    """Every chain ends at its root after as many steps as its generation says, and meets nothing twice."""
    above = {edge.practice_id: edge.origin_id for edge in edges}
    for edge in edges:
        chain = [edge.practice_id]
        while chain[-1] in above:
            chain.append(above[chain[-1]])
            assert len(chain) <= len(edges) + 1
        assert (chain[-1], len(chain) - 1) == (edge.root_id, edge.generation)


def the_cards_add_up_to_them(edges, day):
    """Cards of the roots together have every edge once; a copy's card has what came from it."""
    everything = list(Practice.objects.all())
    numbers = queries.numbers_of(everything, day)
    roots = [one.pk for one in Practice.objects.originals()]
    assert sum(numbers[pk].taken_over for pk in roots) == len(edges)
    for practice in everything:
        assert numbers[practice.pk].taken_over == queries.adopters_of(practice).count()


@pytest.mark.deep
def test_a_long_life_refuses_what_it_must_and_still_adds_up(cast):
    """One fixed life in which every kind of act happens at least once."""
    world = World(cast)
    for number, act in enumerate(ACTS * 3):
        world.do(act, number * 7, number * 5 + 1, 40)
    edges = list(Adoption.objects.select_related("origin", "practice", "root"))
    assert edges and world.refused
    period = Period(dt.date(2021, 1, 1), world.day + dt.timedelta(days=1))
    the_numbers_are_the_edges(cast.province, edges, period)
    the_cards_add_up_to_them(edges, world.day)
