"""The chart stays inside its box whatever the numbers, and says in words what it draws."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.breakthroughs import drawing, rules
from lantoa.breakthroughs.models import Breakthrough, Milestone, QuarterReport
from lantoa.breakthroughs.queries import Quarter

NUMBERS = st.decimals(min_value=-5000, max_value=90000, places=2)


def line(year: int, quarter: int, planned: Decimal | None, real: Decimal | None) -> Quarter:
    period = rules.quarter_period(year, quarter)
    marks = (Milestone(due=period.last_day, value=planned),) if planned is not None else ()
    report = QuarterReport(year=year, quarter=quarter, value=real) if real is not None else None
    return Quarter(year, quarter, period.label, period.label, marks, report, period.starts, True)


def drawn(start, target, values, year=2026):
    one = Breakthrough(
        start_value=start, target_value=target, starts=dt.date(year, 1, 1), ends=dt.date(year + 1, 1, 1)
    )
    return drawing.chart(
        one, [line(year + i // 4, i % 4 + 1, planned, real) for i, (planned, real) in enumerate(values)]
    )


def test_214_files_on_the_way_to_20():
    chart = drawn(
        Decimal(214),
        Decimal(20),
        [
            (Decimal(160), Decimal(158)),
            (Decimal(100), Decimal(121)),
            (Decimal(60), Decimal(74)),
            (Decimal(20), None),
        ],
    )
    assert chart.described == "Kế hoạch 214, 160, 100, 60, 20; thực tế 214, 158, 121, 74."
    assert [tick.said for tick in chart.ticks] == ["0", "60", "120", "180", "240"]
    assert [day.said for day in chart.days] == ["01/01/2026", "Quý I", "Quý II", "Quý III", "Quý IV"]
    assert chart.real_path.startswith("M46.0 46.3 L163.5 98.5")


def test_a_phone_gets_a_bar_for_each_quarter_and_the_table_says_the_same():
    chart = drawn(Decimal(214), Decimal(20), [(Decimal(160), Decimal(158)), (Decimal(100), None)])
    assert [(one.label, one.planned, one.real) for one in chart.steps] == [
        ("Quý I/2026", "160", "158"),
        ("Quý II/2026", "100", ""),
    ]
    assert 'class="is" x="0.0" width="65.8"' in chart.steps[0].bar, "158 of a scale that ends at 240"
    assert 'class="to"' in chart.steps[1].bar and 'class="is"' not in chart.steps[1].bar


@pytest.mark.parametrize("start", [None, Decimal(5)])
def test_nothing_is_drawn_before_there_is_something_to_draw(start):
    assert drawn(start, Decimal(9), [(None, None)]) is None
    assert (drawn(start, Decimal(9), [(None, Decimal(6))]) is None) == (start is None)


@given(
    start=NUMBERS,
    target=NUMBERS,
    values=st.lists(st.tuples(st.none() | NUMBERS, st.none() | NUMBERS), min_size=1, max_size=24),
)
def test_every_point_lies_in_the_box_and_names_fit_under_it(start, target, values):
    chart = drawn(start, target, values)
    if chart is None:
        assert all(real is None for _planned, real in values)
        return
    for point in chart.ticks + chart.planned + chart.real:
        assert drawing.LEFT <= float(point.x) <= drawing.RIGHT
        assert drawing.TOP - 0.1 <= float(point.y) <= drawing.BOTTOM + 0.1
    assert len(chart.days) <= drawing.MOST_LABELS + 1
    assert 2 <= len(chart.ticks) <= 8
    assert "," not in chart.planned_path + chart.real_path


@given(span=st.decimals(min_value="0.0001", max_value="10000000", places=4))
def test_lines_stand_at_round_distances(span):
    step = drawing.step_for(span)
    assert step * 4 >= span
    assert str((step.normalize()).as_tuple().digits[0]) in "1234568"
