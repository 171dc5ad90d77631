"""The table of children says what each child's own page says, and asks the database a fixed number of times."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantoa.figures.catalogue import catalogue
from lantoa.figures.children import Children, by_child, heard_from
from lantoa.figures.counting import figure
from lantoa.figures.models import DeclaredFigure, Indicator
from lantoa.figures.tests.measures import CATALOGUE
from lantoa.foundation.dates import Period
from lantoa.organisation import actions as organisation
from lantoa.people.models import Membership, Person
from tests.examples import examples

YEAR = Period.year(2026)
PLACES = ["province", "commune", "cell", "other_cell", "far", "far_cell"]


@pytest.fixture(autouse=True)
def _own_catalogue(monkeypatch):
    # Into the catalogue itself: whoever was imported first holds the same one.
    for code, measure in CATALOGUE.items():
        monkeypatch.setitem(catalogue(), code, measure)


def joined(unit, day=dt.date(2026, 3, 1), who=None):
    """Someone belongs to the unit for a month."""
    who = who or Person.objects.create(full_name="Hà Thị Xuân")
    return Membership.objects.create(person=who, unit=unit, starts=day, ends=day + dt.timedelta(days=30))


def said(unit, value, came=9, due=10, day=dt.date(2026, 3, 1)):
    """The unit states an amount and an attendance."""
    indicator, _new = Indicator.objects.get_or_create(
        code="test", defaults={"label": "Số tiền", "unit": unit}
    )
    return DeclaredFigure.objects.create(
        unit=unit,
        indicator=indicator,
        starts=day,
        ends=day + dt.timedelta(days=1),
        value=value,
        numerator=came,
        denominator=due,
        declared_by_name="Nguyễn Thị Lan",
    )


def by_name(code, unit):
    return {place.name: figure for place, figure in by_child(code, unit=unit, period=YEAR).children}


def test_each_child_has_its_own_number_and_link(cast):
    joined(cast.cell)
    joined(cast.far_cell)
    joined(cast.far_cell)
    found = by_name("test.joined", cast.province)
    assert {name: f.value for name, f in found.items()} == {"Đảng bộ xã An Phú": 1, "Đảng bộ xã Nậm Khao": 2}
    assert f"don-vi={cast.far.code}" in found["Đảng bộ xã Nậm Khao"].url


def test_what_the_unit_did_itself_stands_apart_from_its_children(cast):
    said(cast.province, 5)
    said(cast.cell, 7)
    found = by_child("test.money", unit=cast.province, period=YEAR)
    assert found.own.value == 5
    assert [f.value for _place, f in found.children] == [7, 0]


def test_a_person_in_two_cells_counts_once_for_the_commune(cast):
    who = joined(cast.cell).person
    joined(cast.other_cell, dt.date(2026, 6, 1), who)
    assert by_name("test.people", cast.province)["Đảng bộ xã An Phú"].value == 1
    assert [f.value for f in by_name("test.people", cast.commune).values()] == [1, 1]


def test_units_with_records_are_a_ratio_for_each_child(cast):
    joined(cast.cell)
    found = by_name("test.cells", cast.province)
    assert found["Đảng bộ xã An Phú"].show() == "1/2 chi bộ"
    assert found["Đảng bộ xã Nậm Khao"].show() == "0/1 chi bộ"


def test_the_least_of_a_child_is_the_least_below_it(cast):
    said(cast.cell, 0, came=9, due=10)
    said(cast.other_cell, 0, came=8, due=10)
    found = by_name("test.least", cast.province)
    assert found["Đảng bộ xã An Phú"].show() == "thấp nhất đạt 80%"
    assert found["Đảng bộ xã Nậm Khao"].value is None


def test_a_dissolved_childs_records_count_for_who_continues_it(cast):
    joined(cast.far_cell)
    organisation.merge([cast.far], into=cast.commune, on=dt.date(2026, 7, 1), by=cast.system)
    found = by_name("test.joined", cast.province)
    assert {name: f.value for name, f in found.items()} == {"Đảng bộ xã An Phú": 1}


@pytest.mark.deep(slow=True)
@pytest.mark.parametrize("code", CATALOGUE)
def test_the_number_of_queries_does_not_grow_with_the_children(cast, code, django_assert_max_num_queries):
    for number in range(20):
        unit = organisation.found(
            name=f"Đảng bộ xã {number}",
            parent=cast.province,
            kind="party",
            level="grassroots",
            on=cast.today,
            by=cast.system,
        )
        joined(unit, cast.today)
        said(unit, 1, day=cast.today)
    with django_assert_max_num_queries(16):
        by_child(code, unit=cast.province, period=YEAR)


def test_one_asking_for_the_children_serves_many_measures(cast, django_assert_max_num_queries):
    joined(cast.cell)
    children = Children.of(cast.province, YEAR.last_day)
    by_child("test.joined", unit=cast.province, period=YEAR, children=children)
    with django_assert_max_num_queries(3):
        by_child("test.joined", unit=cast.province, period=YEAR, children=children)


def test_who_has_been_heard_from_has_a_record_or_a_declaration_in_the_period(cast):
    joined(cast.cell, dt.date(2025, 3, 1))
    children = Children.of(cast.province, YEAR.last_day)
    assert heard_from(children, YEAR) == set()
    joined(cast.cell)
    said(cast.far_cell, 1)
    joined(cast.province)
    assert heard_from(children, YEAR) == {place.path for place in children.placements}


@settings(
    max_examples=examples(15), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=st.lists(st.tuples(st.sampled_from(PLACES), st.integers(0, 500), st.integers(1, 9)), max_size=10))
def test_the_table_says_what_every_childs_own_page_says(cast, rows):
    with transaction.atomic():
        for number, (place, days, amount) in enumerate(rows):
            day = dt.date(2025, 12, 1) + dt.timedelta(days=days)
            joined(getattr(cast, place), day)
            said(
                getattr(cast, place), amount, came=amount, day=dt.date(2026, 1, 1) + dt.timedelta(days=number)
            )
        for code in CATALOGUE:
            found = by_child(code, unit=cast.province, period=YEAR)
            for place, child in found.children:
                alone = figure(code, unit=place.unit, period=YEAR)
                assert (child.value, child.numerator, child.denominator) == (
                    alone.value,
                    alone.numerator,
                    alone.denominator,
                ), (code, place.name)
        for code in ("test.joined", "test.money"):
            found = by_child(code, unit=cast.province, period=YEAR)
            parts = [found.own, *(child for _place, child in found.children)]
            assert (
                sum((p.exact for p in parts), Decimal(0))
                == figure(code, unit=cast.province, period=YEAR).exact
            )
        transaction.set_rollback(True)
