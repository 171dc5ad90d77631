"""Whatever happens, in whatever order and however it is dated: the tables say what the oracle says."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantoa.foundation.errors import BadInput
from lantoa.foundation.models import Event
from lantoa.organisation import actions, paths, queries
from lantoa.organisation.models import Placement, Reorganisation, Unit
from lantoa.organisation.tests.oracle import DAYS
from lantoa.organisation.tests.world import DAY, STEPS, UNIT, World, date, days_of, pictures
from tests.examples import examples

pytestmark = pytest.mark.django_db
quick = settings(
    max_examples=examples(20), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
RECORDS = st.lists(st.tuples(UNIT, DAY), min_size=1, max_size=8)


@contextmanager
def played(steps) -> Iterator[World]:
    """A world after these steps; gone afterwards."""
    with transaction.atomic():
        world = World()
        for step in steps:
            world.step(*step)
        yield world
        transaction.set_rollback(True)


@quick
@given(STEPS)
def test_the_tables_say_what_the_oracle_says_on_every_day(steps):
    with played(steps) as world:
        assert pictures() == (world.oracle.tree, world.oracle.heir)
        assert_paths_continue_those_of_the_parents()


def assert_paths_continue_those_of_the_parents():
    path: list[dict] = [{} for _day in range(DAYS)]
    places = [(place, day) for place in Placement.objects.all() for day in days_of(place)]
    for place, day in places:
        path[day][place.unit_id] = place.path
    for place, day in places:
        above = path[day][place.parent_id] if place.parent_id else ""
        assert place.path[: -paths.STEP] == above
    assert all(len(set(of_day.values())) == len(of_day) for of_day in path), "each stands alone"


@quick
@given(STEPS, DAY)
def test_every_question_is_answered_as_the_oracle_would(steps, day):
    with played(steps) as world:
        oracle, on, everyone = world.oracle, date(day), Unit.objects.in_bulk()
        standing = set(oracle.tree[day])
        assert set(Unit.objects.standing(on).values_list("pk", flat=True)) == standing
        assert queries.names_of(standing, on) == {one: oracle.tree[day][one][1] for one in standing}
        for pk in standing:
            unit, below = everyone[pk], oracle.below(pk, day)
            assert {p.unit_id for p in queries.subtree(unit, on)} == below
            assert {p.unit_id for p in queries.children(unit, on)} == set(oracle.children(pk, day))
            assert [p.unit_id for p in queries.ancestors(unit, on)] == oracle.line(pk, day)[:-1]
            inherited = {one for one, heir in oracle.heir[day].items() if heir in below}
            assert set(queries.units_within(unit, on).values_list("unit_id", flat=True)) == inherited
        for pk, unit in everyone.items():
            heir, successor = oracle.heir[day].get(pk), queries.successor_of(unit, on)
            assert (successor and successor.pk) == (None if heir == pk else heir)


@quick
@given(STEPS, RECORDS, DAY, UNIT)
def test_totals_agree_by_the_tree_of_then_and_of_now_and_over_the_leaves(steps, wanted, day, asked):
    with played(steps) as world:
        oracle, on, everyone = world.oracle, date(day), Unit.objects.in_bulk()
        written = [(world.units[n % len(world.units)].pk, when) for n, when in wanted]
        written = [(unit, when) for unit, when in written if when <= day and unit in oracle.tree[when]]
        rows = records(written)

        def count(pk, **how):
            return queries.within(rows, everyone[pk], on=on, of_unit="unit_id", **how).count()

        def then(pk):
            return count(pk, tree="then", date_field="on")

        one = sorted(oracle.tree[day])[asked % len(oracle.tree[day])]
        below = oracle.below(one, day)
        assert count(one) == sum(oracle.heir[day][owner] in below for owner, _when in written)
        assert then(one) == sum(one in oracle.line(owner, when) for owner, when in written)
        (root,) = (pk for pk, (parent, _name) in oracle.tree[day].items() if parent is None)
        roots = {pk for tree in oracle.tree for pk, (parent, _name) in tree.items() if parent is None}
        leaves = sum(count(pk, only_itself=True) for pk in oracle.tree[day])
        assert count(root) == sum(map(then, roots)) == leaves == len(written)


@quick
@given(STEPS, st.lists(st.integers(0, 6), min_size=1, max_size=4))
def test_undoing_a_change_is_as_if_it_had_never_been(steps, chosen):
    with played(steps) as world:
        for number in chosen:
            latest_first = list(reversed(world.journal))
            change = Reorganisation.objects.get(pk=latest_first[number % len(latest_first)])
            try:
                actions.undo(change, by=world.by)
            except BadInput:
                assert change.pk != latest_first[0], "the latest change may always be taken back"
                continue
            world.forget(change.pk)
        assert pictures() == (world.oracle.tree, world.oracle.heir)


def records(written):
    """Dated rows, each with a unit: the room has none of its own, so that the history lends some."""
    Event.objects.bulk_create(
        Event(verb="test.written", unit_id=unit, on=date(when), subject_type="", subject_id="")
        for unit, when in written
    )
    return Event.objects.filter(verb="test.written")
