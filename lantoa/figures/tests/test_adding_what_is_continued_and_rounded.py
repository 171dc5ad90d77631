"""Sums against an oracle where units continue others, numbers are rounded, and wholes are told with their parts."""

import datetime as dt
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.figures import rules
from lantoa.figures.adding import Said, added, completing
from lantoa.figures.declared import _parts
from lantoa.figures.models import DeclaredFigure
from lantoa.figures.words import ABOUT, ALMOST, EXACT, MORE_THAN, OVER
from lantoa.foundation.errors import BadInput
from tests.examples import examples

FIRST, DAYS, MERGED = dt.date(2026, 1, 1), 12, 6
OLD, NEW, CHILD, OTHER = "old", "new", "child", "other"
PATHS = {OLD: "aa", NEW: "aa", CHILD: "aaaa", OTHER: "ab"}
HAPPENED = st.fixed_dictionaries(
    {(unit, day): st.integers(0, 3) for unit in PATHS for day in range(2 * DAYS)}
)
SPANS = st.tuples(st.sampled_from(list(PATHS)), st.integers(0, DAYS - 1), st.integers(1, DAYS))


def day(number):
    return FIRST + dt.timedelta(days=number)


def row(key, unit, starts, length, amount):
    ended = day(MERGED) if unit == OLD else None
    return Said(
        key,
        list(PATHS).index(unit),
        unit,
        PATHS[unit],
        day(starts),
        day(starts + length),
        (Decimal(amount),),
        EXACT,
        ended,
    )


def spoken_of(unit, starts, length):
    """What lies in a unit's word: what it did and what lies below, and, past the merger, what it continues."""
    days = range(starts, starts + length)
    units = {NEW: [NEW, CHILD], OLD: [OLD], CHILD: [CHILD], OTHER: [OTHER]}[unit]
    found = {(one, number) for one in units for number in days}
    if unit == NEW and starts + length > MERGED:
        found |= {(OLD, number) for number in days if number < MERGED}
    return {(one, number) for one, number in found if one != OLD or number < MERGED}


@settings(max_examples=examples(80), deadline=None)
@given(truth=HAPPENED, spans=st.lists(SPANS, max_size=5, unique=True))
def test_a_unit_that_continues_another_speaks_for_it_once_or_the_sum_is_refused(truth, spans):
    spans = [one for one in spans if one[0] != OLD or one[1] + one[2] <= MERGED]
    areas = [spoken_of(*one) for one in spans]
    rows = [
        row(key, *one, sum(truth[place] for place in area))
        for key, (one, area) in enumerate(zip(spans, areas, strict=True))
    ]
    total = added(rows)
    if total.amounts is None:
        assert total.why
    elif rows:
        assert total.amounts == (sum(truth[place] for place in set().union(*areas)),)


@settings(max_examples=examples(80), deadline=None)
@given(
    truths=st.lists(st.integers(1, 5000), min_size=1, max_size=6),
    steps=st.lists(st.sampled_from([1, 5, 10, 50, 100, 1000]), min_size=6, max_size=6),
)
def test_the_word_of_a_sum_of_rounded_and_exact_numbers_is_true_of_what_happened(truths, steps):
    rows = []
    for key, (truth, step) in enumerate(zip(truths, steps, strict=False)):
        value, word = rules.stated(Decimal(truth), Decimal(step))
        path = f"a{chr(97 + key)}"
        rows.append(Said(key, key, path, path, day(0), day(1), (value,), word))
    total, happened = added(rows), Decimal(sum(truths))
    assert total.amounts is not None
    said, word = total.amounts[0], total.word
    assert {
        EXACT: happened == said,
        OVER: happened > said,
        MORE_THAN: happened > said,
        ALMOST: happened < said,
    }.get(word, word == ABOUT and abs(happened - said) <= sum(steps))


@given(
    counted=st.integers(1, 100), told=st.integers(1, 200), word=st.sampled_from([EXACT, ALMOST, OVER, ABOUT])
)
def test_over_records_a_word_adds_only_what_it_says_to_be_missing(counted, told, word):
    one = Said(0, 0, "a", "a", day(0), day(1), (Decimal(told),), word)
    total, aside = completing([one], lambda _row: Decimal(counted))
    whole = counted + (total.amounts[0] if total.amounts else 0)
    assert whole == (told if word != EXACT and told > counted else counted)
    assert bool(aside) == (whole == counted)


@given(
    spans=st.lists(SPANS, max_size=6, unique=True),
    amounts=st.lists(st.integers(0, 9), min_size=6, max_size=6),
)
def test_of_a_stock_the_latest_word_of_each_place_is_the_sum(spans, amounts):
    rows = [
        row(key, *one, amount)
        for key, (one, amount) in enumerate(zip(spans, amounts, strict=False))
        if one[0] in (CHILD, OTHER)
    ]
    latest = {}
    for one in sorted(rows, key=lambda one: (one.ends, one.starts, one.key)):
        latest[one.unit] = one.amounts[0]
    total = added(rows, stock=True)
    assert total.amounts == ((sum(latest.values()),) if rows else ())


PARTS = st.lists(st.integers(0, 20), min_size=1, max_size=4)


@given(whole=st.integers(0, 60), parts=PARTS, division=st.sampled_from(["whole", "some", "nested"]))
def test_parts_that_do_not_make_their_whole_are_refused_and_only_these(whole, parts, division):
    named = [(f"phần {number}", Decimal(part)) for number, part in enumerate(parts)]
    fits = {
        "whole": sum(parts) == whole,
        "some": sum(parts) <= whole,
        "nested": [whole, *parts] == sorted([whole, *parts], reverse=True),
    }[division]
    try:
        rules.must_make_the_whole(division, Decimal(whole), named, "number")
    except BadInput as bad:
        assert not fits and "phần" in str(bad)
    else:
        assert fits


@given(
    told=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=4),
    silent=st.booleans(),
)
def test_parts_are_added_name_by_name_and_not_told_where_one_unit_keeps_them_to_itself(told, silent):
    rows = [
        DeclaredFigure(value=new + mended, parts=[["xây mới", str(new)], ["sửa chữa", str(mended)]])
        for new, mended in told
    ]
    if silent:
        rows.append(DeclaredFigure(value=5, parts=[]))
    parts = dict(_parts(rows))
    assert parts == (
        {}
        if silent
        else {"xây mới": sum(new for new, _m in told), "sửa chữa": sum(mended for _n, mended in told)}
    )
    assert silent or sum(parts.values()) == sum(one.value for one in rows)
