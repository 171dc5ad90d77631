"""The numbers of study: occurrences and ratios kept apart, and the least of all classes."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantoa.figures import counting
from lantoa.figures.models import Rounding
from lantoa.foundation.dates import Period
from lantoa.study import actions
from lantoa.study.models import StudyClass
from tests.examples import examples

pytestmark = pytest.mark.django_db
THREE_YEARS = Period.parse("2021-05-18..2024-06-30")


def hold(unit, by, day, attended, summoned, **more):
    return actions.record_class(
        unit=unit,
        by=by,
        topic=f"Lớp {day} {attended}",
        level="superior",
        held_on=day,
        party_attended=attended,
        party_summoned=summoned,
        **more,
    )


def ask(code, unit, period=THREE_YEARS, **more):
    return counting.figure(f"study.{code}", unit=unit, period=period, **more)


def test_always_over_98_5_per_cent_is_the_least_of_the_classes(cast):
    """D01: three classes, the least of them 98,53 %; the average is not what is said."""
    by, province = cast.officer, cast.province
    hold(province, by, dt.date(2021, 7, 1), 1990, 2000)
    hold(cast.commune, by, dt.date(2022, 7, 1), 134, 136)
    hold(province, by, dt.date(2023, 7, 1), 2000, 2000)
    hold(province, by, dt.date(2025, 7, 1), 1, 2)
    least = ask("least_attendance", province)
    assert least.exact == Decimal("98.53") and least.show() == "thấp nhất đạt 98,53%"
    Rounding.objects.create(unit=province, code="study.least_attendance", step=Decimal("0.5"))
    assert ask("least_attendance", province).show() == "luôn đạt hơn 98,5%"
    assert ask("attendance", province).show() == "4.124/4.136 lượt"


def test_tay_ninh_reports_three_numbers_that_stay_apart(cast):
    hold(cast.province, cast.officer, dt.date(2022, 1, 5), 35599, 35900, outside_attended=5806, essays=100)
    year = Period.year(2022)
    assert ask("attendance", cast.province, year).share == Decimal("99.16")
    assert ask("outside_attended", cast.province, year).show() == "5.806 lượt"
    assert ask("essays", cast.province, year).show() == "100 bài"
    assert ask("made_up", cast.province, year).value == 0
    assert ask("classes", cast.province, year, split=("form", "online")).value == 0


def test_without_classes_there_is_no_least(cast):
    assert ask("least_attendance", cast.province).bare == "–"
    assert ask("attendance", cast.province).share is None


def test_every_number_opens(cast):
    hold(cast.cell, cast.secretary, dt.date(2022, 1, 5), 16, 18)
    client = cast.client("officer")
    for code in ("classes", "attended", "least_attendance", "attendance"):
        page = client.get(ask(code, cast.province).url)
        assert page.status_code == 200
        if code != "attendance":
            assert "16/18" in page.content.decode()


@settings(
    max_examples=examples(12), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["cell", "other_cell", "far_cell"]),
            st.dates(dt.date(2024, 1, 1), dt.date(2026, 11, 16)),
            st.integers(0, 30),
            st.integers(1, 30),
        ),
        max_size=8,
        unique_by=lambda row: row[:3],
    )
)
def test_totals_agree_over_units_and_quarters_and_the_least_is_least(cast, rows):
    StudyClass.objects.all().delete()
    for unit, day, attended, absent in rows:
        hold(getattr(cast, unit), cast.officer, day, attended, attended + absent)
    whole, units = Period.parse("2024-01-01..2026-12-31"), (cast.commune, cast.far)
    quarters = [Period.parse(f"{year}-Q{q}") for year in (2024, 2025, 2026) for q in range(1, 5)]
    for code in ("classes", "attended", "summoned"):
        total = ask(code, cast.province, whole).exact
        assert total == sum(ask(code, unit, whole).exact for unit in units)
        assert total == sum(ask(code, cast.province, quarter).exact for quarter in quarters)
    share, least = ask("attendance", cast.province, whole), ask("least_attendance", cast.province, whole)
    assert share.numerator == sum(row[2] for row in rows)
    if rows:
        assert least.exact <= share.share


def test_everybody_who_came_is_one_number_of_occurrences(cast):
    hold(cast.province, cast.officer, dt.date(2022, 1, 5), 40, 44, outside_attended=75)
    everybody = ask("everybody_attended", cast.province, Period.year(2022))
    assert everybody.show() == "115 lượt người"
    Rounding.objects.create(unit=cast.province, code="study.everybody_attended", step=Decimal(10), word="hơn")
    assert ask("everybody_attended", cast.province, Period.year(2022)).show() == "gần 120 lượt người"
    page = cast.client("officer").get(everybody.url)
    assert page.status_code == 200 and page.context["total"] == 1
