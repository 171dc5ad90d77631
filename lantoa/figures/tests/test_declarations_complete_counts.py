"""What units declare completes what is counted, keeps its word, and is never added twice."""

from decimal import Decimal

import pytest

from lantoa.figures import actions, rules
from lantoa.figures.catalogue import catalogue
from lantoa.figures.declared import with_declared
from lantoa.figures.models import Indicator
from lantoa.figures.tests.measures import CATALOGUE
from lantoa.figures.tests.test_a_figure_for_each_child import joined
from lantoa.foundation.dates import Period

YEAR = Period.year(2026)


@pytest.fixture(autouse=True)
def _own_catalogue(monkeypatch):
    # Into the catalogue itself: whoever was imported first holds the same one.
    for code, measure in CATALOGUE.items():
        monkeypatch.setitem(catalogue(), code, measure)


def indicator(cast, code="test.joined", *, addable=True, kind="number"):
    adds = ("sum" if kind == "number" else "parts") if addable else "none"
    defaults = {"label": "Lượt", "adds": adds, "kind": kind}
    return Indicator.objects.get_or_create(code=code, unit=cast.province, defaults=defaults)[0]


def declare(
    cast, unit, value=None, *, code="test.joined", period="2026", kind="number", addable=True, **said
):
    return actions.declare(
        indicator(cast, code, addable=addable, kind=kind),
        unit=unit,
        period=Period.parse(period),
        kind=kind,
        by=cast.system,
        **({"value": Decimal(value)} if value is not None else {}),
        **said,
    )


def test_where_nothing_is_counted_the_declaration_stands_with_its_word(cast):
    declare(cast, cast.province, 3_000_000_000, precision="gần")
    found = with_declared("test.joined", unit=cast.province, period=YEAR)
    assert found.show(with_unit=False) == "gần 3.000.000.000"
    assert found.source == "declared"


def test_a_declared_ratio_stands_for_a_ratio_that_has_no_records(cast):
    declare(
        cast,
        cast.province,
        code="test.cells",
        kind="ratio",
        numerator=Decimal(56),
        denominator=Decimal(66),
        addable=False,
    )
    assert with_declared("test.cells", unit=cast.province, period=YEAR).bare == "56/66"


def test_a_unit_without_records_is_added_and_named_in_the_note(cast):
    joined(cast.cell)
    declare(cast, cast.far, 10, precision="trên")
    found = with_declared("test.joined", unit=cast.province, period=YEAR)
    assert (found.value, found.precision) == (11, "trên")
    assert "gồm 10 do đơn vị khai báo" in found.note


def test_records_go_before_a_declaration_and_the_difference_is_told(cast):
    joined(cast.cell)
    declare(cast, cast.commune, 5)
    found = with_declared("test.joined", unit=cast.province, period=YEAR)
    assert found.value == 1
    assert found.note == "Đảng bộ xã An Phú: bản ghi 1, khai báo 5"


def test_a_declaration_above_covers_those_below(cast):
    declare(cast, cast.commune, 5)
    declare(cast, cast.cell, 3)
    assert with_declared("test.joined", unit=cast.province, period=YEAR).value == 5


def test_a_years_declaration_covers_its_quarters(cast):
    for period, value in (("2026-Q1", 2), ("2026-Q2", 3), ("2026", 9)):
        declare(cast, cast.far, value, period=period)
    assert with_declared("test.joined", unit=cast.province, period=YEAR).value == 9


def test_quarters_of_one_unit_add_up(cast):
    for period, value in (("2026-Q1", 2), ("2026-Q2", 3)):
        declare(cast, cast.province, value, period=period)
    assert with_declared("test.joined", unit=cast.province, period=YEAR).value == 5


@pytest.mark.parametrize(
    ("words", "word"),
    [
        ([], "chính xác"),
        (["chính xác", "chính xác"], "chính xác"),
        (["trên", "chính xác"], "trên"),
        (["gần", "gần"], "gần"),
        (["trên", "hơn"], "trên"),
        (["trên", "gần"], "khoảng"),
        (["trung bình", "trên"], "khoảng"),
    ],
)
def test_the_word_of_a_sum_is_true_of_the_sum(words, word):
    assert rules.sum_word(words) == word
