"""How a number is said: precision words, rounding, and the arithmetic of stock figures."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.figures import rules
from lantoa.figures.figure import Figure
from lantoa.foundation.dates import Period


def figure(**parts) -> Figure:
    blank = {
        "code": "x.y",
        "label": "Chỉ tiêu",
        "kind": "number",
        "unit_of_count": "ý kiến",
        "period": Period.year(2026),
        "unit_code": "u",
        "unit_name": "Đơn vị",
        "source": "counted",
        "url": "/so-lieu/x.y/",
    }
    return Figure(**blank | parts)


@pytest.mark.parametrize(
    ("counted", "step", "said", "word"),
    [
        (2_953_000_000, 10**9, 3_000_000_000, "gần"),
        (553, 50, 550, "trên"),
        (550, 50, 550, "chính xác"),
        (3_100_000_000, 10**9, 3_000_000_000, "trên"),
    ],
)
def test_a_counted_number_is_said_to_the_nearest_step(counted, step, said, word):
    assert rules.stated(Decimal(counted), Decimal(step)) == (said, word)


def test_always_over_is_a_floor_under_the_smallest():
    assert rules.stated(Decimal("98.53"), Decimal("0.5"), least=True) == (Decimal("98.5"), "luôn đạt hơn")
    assert rules.stated(Decimal("98.5"), Decimal("0.5"), least=True) == (Decimal("98.5"), "luôn đạt")


@given(st.integers(0, 10**12), st.integers(1, 10**9))
def test_the_word_always_makes_the_said_number_true(counted, step):
    said, word = rules.stated(Decimal(counted), Decimal(step))
    assert {"gần": said > counted, "trên": said < counted, "chính xác": said == counted}[word]
    assert abs(said - counted) * 2 <= step


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ({"value": Decimal(550), "precision": "trên"}, "trên 550 ý kiến"),
        (
            {
                "kind": "ratio",
                "numerator": Decimal(56),
                "denominator": Decimal(66),
                "unit_of_count": "tổ chức đảng",
            },
            "56/66 tổ chức đảng",
        ),
        ({"kind": "percent", "value": Decimal("98.06"), "unit_of_count": "%"}, "98,06%"),
        ({"kind": "percent", "value": Decimal("98.5"), "precision": "luôn đạt hơn"}, "luôn đạt hơn 98,5%"),
        (
            {
                "kind": "range",
                "low": Decimal(50),
                "high": Decimal(83),
                "unit_of_count": "%",
                "precision": "khoảng",
            },
            "khoảng 50–83%",
        ),
        (
            {"kind": "text", "text": "hàng trăm tập thể, cá nhân", "precision": "định tính"},
            "hàng trăm tập thể, cá nhân",
        ),
        ({"kind": "identifier", "text": "Hướng dẫn số 03"}, "Hướng dẫn số 03"),
        (
            {"kind": "number", "value": Decimal(20000), "precision": "trên", "unit_of_count": "người"},
            "trên 20.000 người",
        ),
    ],
)
def test_each_kind_is_read_aloud(parts, shown):
    assert figure(**parts).show() == shown


def test_a_ratio_keeps_its_parts_and_gives_its_share():
    ratio = figure(kind="ratio", numerator=Decimal(56), denominator=Decimal(66))
    assert ratio.share == Decimal("84.85")
    assert figure(kind="ratio", numerator=Decimal(0), denominator=Decimal(0)).share is None


def test_for_programs_numbers_are_numbers_and_empty_parts_are_left_out():
    said = figure(value=Decimal(3_000_000_000), exact=Decimal(2_953_000_000), precision="gần").as_dict()
    assert said["value"] == 3_000_000_000 and said["exact"] == 2_953_000_000 and said["precision"] == "gần"
    assert "numerator" not in said and "text" not in said
    assert figure(kind="percent", value=Decimal("98.06")).as_dict()["value"] == 98.06


def test_on_time_is_a_share_of_what_was_resolved_not_of_what_came():
    stock = rules.Stock(opening=776, received=79_300, early=40_000, on_time=37_000, late=1_523, pending=1_553)
    assert stock.on_time_share == Decimal("98.06")
    assert rules.percent(77_000, 80_000) == Decimal("96.25"), "what one gets by dividing by what came"
    assert stock.gap == 0


@given(*(st.integers(0, 10**6) for _part in range(5)))
def test_a_stock_that_agrees_has_no_gap(opening, early, on_time, late, pending):
    received = early + on_time + late + pending
    assert rules.Stock(opening, received, early, on_time, late, pending + opening).gap == 0
