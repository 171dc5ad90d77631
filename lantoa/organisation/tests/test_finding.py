"""A unit is found by its name, however many there are: what an index finds is what reading all of them would."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.organisation import actions, finding, queries
from lantoa.organisation.finding import Finder, called
from lantoa.organisation.models import Placement
from lantoa.people import actors

TYPED = (
    "Chi bộ thôn 1", "thôn 1", "THON 1", "cb thôn 1", "Chi bộ thôn 1, xã An Phú", "thôn 1 (xã An Phú)",
    "Chi bộ thôn 1 - Đảng bộ xã Nậm Khao", "Đảng ủy xã An Phú", "xã An Phú", "An Phú", "Nà Lùng", "bản Nà Lùng",
    "Trường THCS Hòa Bình", "truong thcs hoa binh", "Chi bộ xóm Mới", "xóm Mới", "xã Không Có", "thôn 7, xã An Phú",
    ", ", "12",
)  # fmt: skip


@pytest.fixture
def tree(cast):
    """Two communes with a "thôn 1" each, and one that was called otherwise until the first of October."""
    by, began = actors.system(cast.today), dt.date(2026, 1, 1)
    far = queries.ancestors(cast.far_cell, cast.today)[-1].unit

    def cell(name, parent):
        return actions.found(name=name, parent=parent, kind="party", level="cell", on=began, by=by)

    for commune in (cast.commune, far):
        cell("Chi bộ thôn 1", commune)
    actions.rename(
        cell("Chi bộ xóm Mới", cast.commune), name="Chi bộ thôn 12", on=dt.date(2026, 10, 1), by=by
    )
    return cast


@pytest.mark.parametrize("typed", TYPED)
def test_one_name_finds_what_reading_every_name_finds(tree, typed):
    for top in (tree.province, tree.commune, tree.cell):
        places = queries.subtree(top, tree.today)
        assert called(typed, places, tree.today) == Finder(places, tree.today).find(typed)


def test_a_code_finds_its_unit(tree):
    [found] = called(f" {tree.commune.code} ", queries.subtree(tree.province, tree.today), tree.today)
    assert found.unit_id == tree.commune.pk


def test_the_nation_finds_a_commune_by_name_however_many_stand_before_it(tree, monkeypatch):
    """What is read into memory ends somewhere; the last commune of the country is found all the same."""
    monkeypatch.setattr(finding, "FOLDABLE", 3)
    places = queries.subtree(tree.province, tree.today).order_by("-path")
    assert [one.unit_id for one in called("xã An Phú", places, tree.today)] == [tree.commune.pk]


def test_it_asks_for_what_may_be_meant_and_for_what_stands_above(tree):
    places = queries.subtree(tree.province, tree.today)
    with CaptureQueriesContext(connection) as asked:
        called("Chi bộ thôn 1, xã An Phú", places, tree.today)
    assert len(asked) == 2


def test_every_place_is_found_by_its_name_as_it_is_written(tree):
    names = dict(Placement.objects.values_list("name", "called"))
    assert (names["Chi bộ thôn 1"], names["Chi bộ xóm Mới"], names["Đảng bộ xã An Phú"]) == (
        "thon 1",
        "moi",
        "an phu",
    )
