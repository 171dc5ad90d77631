"""A slip is asked about before it stands in a report; what cannot be is refused."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from lantoa.figures import actions
from lantoa.figures.models import Indicator
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, Doubt
from lantoa.foundation.tests.asked import at_a_form

YEAR = Period.year(2026)


def declare(cast, kind="number", counted="lượt", period=YEAR, **said):
    indicator, _new = Indicator.objects.get_or_create(
        code="thu", label="Thử", unit_of_count=counted, unit=cast.province, kind=kind
    )
    told = {name: Decimal(value) for name, value in said.items()}
    return actions.declare(indicator, unit=cast.cell, period=period, kind=kind, by=cast.secretary, **told)


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ({"value": "1234.5"}, "số nguyên"),
        ({"kind": "percent", "counted": "%", "value": "-5"}, "nhỏ hơn 0"),
        ({"kind": "ratio", "numerator": "-1", "denominator": "3"}, "nhỏ hơn 0"),
        ({"counted": "xe đạp", "value": "-5"}, "Số xe đạp không thể nhỏ hơn 0"),
        (
            {"kind": "target", "counted": "nhà", "numerator": "-1", "denominator": "3"},
            "Số nhà không thể nhỏ hơn 0",
        ),
        ({"period": Period.year(2030), "value": "1"}, "chưa đến"),
    ],
)
def test_what_cannot_be_is_refused(cast, said, word):
    with pytest.raises(BadInput, match=word):
        declare(cast, **said)


@pytest.mark.parametrize(
    "said",
    [
        {"kind": "percent", "counted": "%", "value": "250"},
        {"kind": "ratio", "numerator": "5", "denominator": "3"},
        {"kind": "ratio", "numerator": "1249", "denominator": "19"},
        {"counted": "điểm phần trăm", "value": "-1.5"},
        {"counted": "tỷ đồng", "value": "-20"},
        {"kind": "change", "counted": "%/năm", "low": "-2", "high": "3"},
    ],
)
def test_what_is_rarely_meant_is_asked_once(cast, said):
    with at_a_form(), pytest.raises(Doubt):
        declare(cast, **said)
    with at_a_form(sure=True):
        assert declare(cast, **said).pk


def test_a_growth_may_be_below_nought(cast):
    with at_a_form():
        assert declare(cast, counted="điểm", value="-5").pk


def test_half_a_ton_is_a_number(cast):
    with at_a_form():
        assert declare(
            cast, counted="tấn", value="0.5", period=Period(dt.date(2026, 1, 1), dt.date(2026, 2, 1))
        )
