"""Paths: a subtree is a range, and every child has its own part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.organisation import paths

NUMBER = st.integers(0, 36**paths.STEP - 1)


def path_of(numbers) -> str:
    return "".join(paths.segment(number) for number in numbers)


@given(NUMBER)
def test_a_child_number_reads_back_from_its_path(number):
    assert paths.child_number("0000" + paths.segment(number)) == number


@given(NUMBER, NUMBER)
def test_children_lie_in_the_order_of_their_numbers(one, other):
    assert (one < other) == (paths.segment(one) < paths.segment(other))


@given(st.lists(NUMBER, min_size=1, max_size=4), st.lists(NUMBER, max_size=4))
def test_a_range_of_paths_is_a_subtree(above, other):
    here, there = path_of(above), path_of(other)
    assert (here <= there < paths.after(here)) == paths.is_inside(there, here)
    below = here + there
    assert here <= below < paths.after(here) and paths.depth(below) == len(above) + len(other)


@given(st.lists(NUMBER, min_size=1, max_size=paths.MAX_DEPTH))
def test_the_line_above_a_path_goes_from_the_root_to_itself(numbers):
    line = paths.ancestor_paths(path_of(numbers))
    assert line == [path_of(numbers[:count]) for count in range(1, len(numbers) + 1)]


@pytest.mark.parametrize("number", [-1, 36**paths.STEP])
def test_no_unit_has_more_children_than_a_path_can_name(number):
    with pytest.raises(ValueError, match="child number"):
        paths.segment(number)


@given(st.lists(st.lists(st.integers(0, 2), min_size=1, max_size=4).map(path_of), max_size=5))
def test_all_stand_at_or_below_what_they_share_and_at_nothing_deeper(places):
    shared = paths.common_ancestor(places)
    assert all(paths.is_inside(one, shared) for one in places)
    below = {one[: len(shared) + paths.STEP] for one in places}
    assert not places or shared in places or len(below) > 1
