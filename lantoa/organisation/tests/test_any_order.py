"""Whatever happens in whatever order: one open place each, no cycles, and totals that agree in both trees."""

import datetime as dt
import itertools

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantoa.foundation.errors import BadInput
from lantoa.organisation import actions, paths, queries
from lantoa.organisation.models import Heir, Placement, Reorganisation
from lantoa.people import actors
from lantoa.people.models import Membership, Person

pytestmark = pytest.mark.django_db

START = dt.date(2021, 1, 1)
ACTS = ["found", "rename", "move", "merge", "split", "dissolve"]
STEPS = st.lists(
    st.tuples(st.sampled_from(ACTS), st.integers(0, 30), st.integers(0, 30), st.integers(0, 40)), max_size=12
)


class World:
    """A root with a few units, changed step by step; a step that is refused changes nothing."""

    def __init__(self):
        self.by = actors.system(dt.date(2020, 1, 1))
        self.units, self.day = [], START
        self.found(None, None)
        self.root = self.units[0]
        for number in range(4):
            self.found(self.units[number // 2], None)

    def found(self, one, _other):
        name = f"Đơn vị {len(self.units)}"
        self.units.append(actions.found(name=name, parent=one, kind="party", on=self.day, by=self.by))

    def step(self, act, first, second, days):
        self.day += dt.timedelta(days=days)
        one, other = (self.units[n % len(self.units)] for n in (first, second))
        try:
            with transaction.atomic():
                getattr(self, act)(one, other)
        except BadInput:
            return

    def rename(self, one, _other):
        actions.rename(one, name=f"Tên {self.day}", on=self.day, by=self.by)

    def move(self, one, other):
        actions.move(one, parent=other, on=self.day, by=self.by)

    def merge(self, one, other):
        actions.merge([one, other], into=other, on=self.day, by=self.by)

    def split(self, one, other):
        if one is not self.root:
            self.units += actions.split(one, names=["Nửa một", "Nửa hai"], on=self.day, by=self.by)

    def dissolve(self, one, other):
        actions.dissolve(one, on=self.day, by=self.by, successor=other)


def play(steps) -> World:
    world = World()
    for act, first, second, days in steps:
        world.step(act, first, second, days)
    return world


quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@quick
@given(STEPS)
def test_the_tree_is_always_a_tree(steps):
    with transaction.atomic():
        world = play(steps)
        open_now = list(Placement.objects.filter(ends__isnull=True))
        assert len({p.unit_id for p in open_now}) == len(open_now) == len({p.path for p in open_now})
        path_of = {p.unit_id: p.path for p in open_now}
        for place in open_now:
            if place.parent_id is None:
                assert place.unit_id == world.root.pk
            else:
                assert place.path[: -paths.STEP] == path_of[place.parent_id], "a path continues its parent's"
        for unit in world.units:
            life = list(unit.placements.order_by("starts"))
            assert all(a.ends == b.starts for a, b in itertools.pairwise(life)), "no gap, no overlap"
        transaction.set_rollback(True)


@quick
@given(STEPS, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 400)), max_size=10))
def test_totals_agree_by_the_tree_of_then_and_of_now_and_over_the_leaves(steps, records):
    with transaction.atomic():
        world = play(steps)
        for which, days in records:
            unit, day = world.units[which % len(world.units)], START + dt.timedelta(days=days)
            if queries.placement(unit, day):
                who = Person.objects.create(full_name="Nguyễn Văn Thử")
                Membership.objects.create(person=who, unit=unit, starts=day)
        rows, today = Membership.objects.all(), max(world.day, START + dt.timedelta(days=500))
        now = queries.within(rows, world.root, on=today).count()
        then = queries.within(rows, world.root, on=today, tree="then", date_field="starts").count()
        each = [
            queries.within(rows, place.unit, on=today, only_itself=True).count()
            for place in queries.subtree(world.root, today).select_related("unit")
        ]
        assert now == then == sum(each) == rows.count()
        transaction.set_rollback(True)


@quick
@given(STEPS, st.sampled_from(ACTS), st.integers(0, 30), st.integers(0, 30))
def test_undoing_puts_back_exactly_what_stood(steps, act, first, second):
    with transaction.atomic():
        world = play(steps)
        before = state()
        last = Reorganisation.objects.order_by("-pk").first().pk
        world.day += dt.timedelta(days=5)
        world.step(act, first, second, 0)
        for change in Reorganisation.objects.filter(pk__gt=last).order_by("-pk"):
            actions.undo(change, by=world.by)
        assert state() == before
        transaction.set_rollback(True)


def state():
    return (
        set(Placement.objects.values_list("unit", "parent", "path", "name", "starts", "ends")),
        set(Heir.objects.values_list("unit", "heir", "starts", "ends")),
    )


@given(st.integers(0, 36**4 - 1))
def test_a_child_number_reads_back_from_its_path(number):
    assert paths.child_number("0000" + paths.segment(number)) == number


@given(
    st.lists(st.integers(0, 36**4 - 1), min_size=1, max_size=4),
    st.lists(st.integers(0, 36**4 - 1), max_size=4),
)
def test_a_range_of_paths_is_a_subtree(above, other):
    here, there = ("".join(paths.segment(n) for n in parts) for parts in (above, other))
    assert (here <= there < paths.after(here)) == paths.is_inside(there, here)


def test_no_unit_has_more_children_than_a_path_can_name():
    with pytest.raises(ValueError, match="child number"):
        paths.segment(36**4)
