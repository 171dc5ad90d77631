"""Declarations in a tree are added rightly or refused: against an oracle that knows what happened where and when."""

import datetime as dt
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.figures.adding import Said, added, completing
from tests.examples import examples

LEAVES = ["aaaa", "aaab", "aabb", "abbb"]
PATHS = ["a", "aa", "aaa", *LEAVES, "ab"]
FIRST, DAYS = dt.date(2026, 1, 1), 12


def said(path, starts, length, amount, key=0, word="chính xác"):
    first = FIRST + dt.timedelta(days=starts)
    return Said(
        key, PATHS.index(path), path, path, first, first + dt.timedelta(days=length), (Decimal(amount),), word
    )


def area(row):
    """The (leaf, day) pairs it speaks of; an inner unit does something of its own too."""
    days = range((row.starts - FIRST).days, (row.ends - FIRST).days)
    return {(path, day) for path in PATHS if path.startswith(row.path) for day in days}


ROWS = st.lists(
    st.tuples(st.sampled_from(PATHS), st.integers(0, DAYS - 1), st.integers(1, DAYS)), max_size=6, unique=True
)
TRUTH = st.fixed_dictionaries({(path, day): st.integers(0, 3) for path in PATHS for day in range(2 * DAYS)})


@settings(max_examples=examples(60), deadline=None)
@given(truth=TRUTH, asked=ROWS)
def test_truthful_declarations_add_up_to_what_happened_or_are_refused(truth, asked):
    rows = []
    for key, (path, starts, length) in enumerate(asked):
        row = said(path, starts, length, 0, key)
        amount = sum(truth[place] for place in area(row))
        rows.append(said(path, starts, length, amount, key))
    total = added(rows)
    areas = [area(row) for row in rows]
    crossing = any(a & b and not a <= b and not b <= a for a in areas for b in areas)
    if total.amounts is None:
        assert crossing and total.why
    elif rows:
        assert total.amounts == (sum(truth[place] for place in set().union(*areas)),)
    if not crossing:
        assert not total.why
    assert sorted(row.key for row in (*total.parts, *(held for held, _by in total.held))) == [
        row.key for row in rows
    ]


@settings(max_examples=examples(60), deadline=None)
@given(truth=TRUTH, asked=ROWS, recorded=st.sets(st.sampled_from(LEAVES)))
def test_records_and_declarations_never_count_a_thing_twice(truth, asked, recorded):
    """Some leaves keep records; the others declare, or somebody above declares for them."""
    rows = []
    for key, (path, starts, length) in enumerate(asked):
        row = said(path, starts, length, 0, key)
        rows.append(said(path, starts, length, sum(truth[place] for place in area(row)), key))

    def counted(row):
        return Decimal(sum(truth[place] for place in area(row) if place[0] in recorded))

    total, aside = completing(rows, counted)
    told = set().union(*(area(row) for row in total.parts)) if total.parts else set()
    if total.amounts:
        everything = sum(number for place, number in truth.items() if place in told or place[0] in recorded)
        in_records = sum(number for place, number in truth.items() if place[0] in recorded)
        assert in_records + total.amounts[0] == everything
    assert all(number > 0 for _row, number in aside)


@given(asked=ROWS, amounts=st.lists(st.integers(0, 9), min_size=6, max_size=6))
def test_of_a_stock_the_latest_of_each_unit_stands_and_nobody_is_counted_twice(asked, amounts):
    rows = [said(*one, amount, key) for key, (one, amount) in enumerate(zip(asked, amounts, strict=False))]
    total = added(rows, stock=True)
    assert len({row.unit for row in total.parts}) == len(total.parts)
    paths = [row.path for row in total.parts]
    assert not any(a != b and a.startswith(b) for a in paths for b in paths)
