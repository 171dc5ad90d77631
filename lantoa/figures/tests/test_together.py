"""Many measures in few questions count what each counts alone."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.figures import together
from lantoa.figures.catalogue import catalogue
from lantoa.figures.counting import Known, figure
from lantoa.figures.declared import figures
from lantoa.figures.tests.measures import CATALOGUE
from lantoa.figures.tests.test_a_figure_for_each_child import joined, said
from lantoa.foundation.dates import Period

YEAR = Period.year(2026)
FEW = 12


@pytest.fixture(autouse=True)
def _own_catalogue(monkeypatch):
    for code, measure in CATALOGUE.items():
        monkeypatch.setitem(catalogue(), code, measure)


def every_asked():
    """Each measure of the house, and each part of its splits."""
    whole = [(code, None) for code in catalogue()]
    parts = [
        (m.code, (name, part))
        for m in catalogue().values()
        for name in m.splits
        for part in m.splits[name].parts
    ]
    return whole + [key for key in parts if catalogue()[key[0]].records]


def some_records(cast):
    """One of each kind that the measures of this room count."""
    twice = joined(cast.cell)
    joined(cast.far_cell, who=twice.person)
    joined(cast.commune, dt.date(2025, 12, 31))
    said(cast.cell, "0.1", came=7, due=9)
    said(cast.far_cell, "1234567.25", came=2, due=3)


@pytest.mark.parametrize("place", ["province", "cell"])
def test_each_is_what_it_is_alone(cast, place):
    some_records(cast)
    unit, on, asked = getattr(cast, place), YEAR.last_day, every_asked()
    ahead, alone = together.known(unit, on, YEAR, asked), Known.of(unit, on, YEAR)
    mine = [key for key in asked if key[0].startswith("test.")]
    for code, split in mine:
        counted = figure(code, unit=unit, period=YEAR, split=split, known=ahead)
        assert counted == figure(code, unit=unit, period=YEAR, split=split, known=alone)
    assert ahead.ahead[unit.pk, YEAR, on, "test.joined", None] > 0


@pytest.mark.deep
def test_each_measure_and_split_of_the_house_is_what_it_is_alone(cast):
    some_records(cast)
    asked, on = every_asked(), YEAR.last_day
    ahead = together.known(cast.province, on, YEAR, asked)
    alone = Known.of(cast.province, on, YEAR)
    for code, split in asked:
        counted = figure(code, unit=cast.province, period=YEAR, split=split, known=ahead)
        assert counted == figure(code, unit=cast.province, period=YEAR, split=split, known=alone)


def test_what_was_counted_for_one_period_is_not_told_of_another(cast):
    some_records(cast)
    ahead = together.known(cast.province, YEAR.last_day, YEAR, [("test.joined", None)])
    before = Period.year(2025)
    asked = {"unit": cast.province, "period": before, "on": YEAR.last_day}
    assert figure("test.joined", known=ahead, **asked) == figure("test.joined", **asked)


def test_a_field_of_work_is_asked_in_few_questions(cast):
    codes = [code for code in catalogue() if code.startswith("registrations.")]
    with CaptureQueriesContext(connection) as asked:
        told = figures(codes, unit=cast.province, period=YEAR)
    assert len(told) == len(codes) > FEW
    assert len(asked) <= FEW
