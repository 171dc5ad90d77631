"""From a measure, a unit and a period to a number, and to the list behind it: the two always agree."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db.models import Q

from lantoa.figures import actions, counting
from lantoa.figures.catalogue import catalogue
from lantoa.figures.declared import declared_under, told_under, with_declared
from lantoa.figures.measure import ON_DAY, SINCE_START, Distinct, Measure, Share, Split, Total, UnitsWith
from lantoa.figures.models import DeclaredFigure, Indicator
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.organisation import actions as organisation
from lantoa.people.models import Membership, Person

YEAR = Period.year(2026)
PARTY = Q(status__in=["official", "probationary"])


@pytest.fixture(autouse=True)
def measures(monkeypatch):
    """Measures over memberships: a small world to count in, beside those of the real rooms."""

    def joined(_on):
        return Membership.objects.all()

    made = [
        Measure("t.joined", "Người vào", "lượt", "…", joined, on_date="starts",
                splits={"party": Split("Đảng", {"member": ("đảng viên", PARTY), "other": ("quần chúng", ~PARTY)})}),
        Measure("t.since", "Lũy kế", "lượt", "…", joined, on_date="starts", meaning=SINCE_START),
        Measure("t.here", "Đang ở", "người", "…", Membership.objects.on, meaning=ON_DAY, counts=Distinct("person")),
        Measure("t.sum", "Tổng", "đơn vị", "…", joined, on_date="starts", counts=Total("person__pk")),
        Measure("t.share", "Tỷ lệ", "lượt", "…", counts=Share("t.joined", "t.since")),
        Measure("t.units", "Chi bộ có người vào", "chi bộ", "…", joined, on_date="starts", counts=UnitsWith("cell")),
        Measure("t.both", "Cả hai", "chi bộ", "…", joined, on_date="starts",
                counts=UnitsWith("cell", also=("t.since",))),
    ]  # fmt: skip
    real = catalogue()
    for one in made:
        monkeypatch.setitem(real, one.code, one)


def joins(unit, day, name="Lê Văn Vào", status="official"):
    return Membership.objects.create(
        person=Person.objects.create(full_name=name),
        unit=unit,
        starts=day,
        status=status,
        ends=dt.date(2030, 1, 1),
    )


def test_in_period_counts_what_happened_in_it_and_since_start_from_the_first_day_of_the_stage(cast):
    (
        joins(cast.cell, dt.date(2026, 1, 1)),
        joins(cast.cell, dt.date(2026, 12, 31)),
        joins(cast.cell, dt.date(2027, 1, 1)),
    )
    assert counting.figure("t.joined", unit=cast.cell, period=YEAR).value == 2
    joins(cast.cell, dt.date(2025, 12, 31))
    half = Period.parse("2026-H2")
    assert counting.figure("t.since", unit=cast.cell, period=half).value == 2


def test_the_number_is_the_length_of_the_list_behind_it(cast):
    for place in (cast.cell, cast.other_cell, cast.far_cell):
        joins(place, dt.date(2026, 3, 1))
    for unit in (cast.province, cast.commune, cast.cell, cast.far):
        number = counting.figure("t.joined", unit=unit, period=YEAR).exact
        assert number == counting.records_of(catalogue()["t.joined"], unit, YEAR).count()
    assert counting.figure("t.joined", unit=cast.province, period=YEAR).exact == 3


def test_persons_are_not_occurrences(cast):
    one = joins(cast.cell, dt.date(2026, 3, 1))
    Membership.objects.create(
        person=one.person, unit=cast.other_cell, starts=dt.date(2026, 5, 1), ends=dt.date(2029, 1, 1)
    )
    assert counting.figure("t.joined", unit=cast.commune, period=YEAR).value == 2
    here = Membership.objects.on(YEAR.last_day).filter(unit__in=[cast.cell, cast.other_cell, cast.commune])
    assert (
        counting.figure("t.here", unit=cast.commune, period=YEAR).value
        == here.values("person").distinct().count()
    )


def test_the_parts_of_a_split_add_up(cast):
    joins(cast.cell, dt.date(2026, 3, 1)), joins(cast.cell, dt.date(2026, 3, 1), status="outside")
    whole = counting.figure("t.joined", unit=cast.commune, period=YEAR).value
    parts = [
        counting.figure("t.joined", unit=cast.commune, period=YEAR, split=("party", p)).value
        for p in ("member", "other")
    ]
    assert parts == [1, 1] and sum(parts) == whole


def test_a_ratio_keeps_numerator_and_denominator_apart(cast):
    joins(cast.cell, dt.date(2026, 3, 1)), joins(cast.cell, dt.date(2026, 8, 1))
    ratio = counting.figure("t.share", unit=cast.cell, period=Period.parse("2026-H2"))
    assert (ratio.kind, ratio.numerator, ratio.denominator) == ("ratio", 1, 2)


def test_units_with_a_record_of_all_units_of_the_level(cast):
    joins(cast.cell, dt.date(2026, 3, 1))
    figure = counting.figure("t.units", unit=cast.province, period=YEAR)
    assert (figure.numerator, figure.denominator) == (1, 3)
    assert counting.figure("t.both", unit=cast.province, period=YEAR).numerator == 1
    assert figure.show() == "1/3 chi bộ"


def test_what_a_merged_cell_recorded_counts_for_the_one_that_continues_it(cast):
    joins(cast.other_cell, dt.date(2026, 3, 1))
    organisation.merge([cast.cell, cast.other_cell], into=cast.cell, on=dt.date(2026, 7, 1), by=cast.system)
    moved = Membership.objects.filter(unit=cast.cell, starts=dt.date(2026, 7, 1)).count()
    assert counting.figure("t.joined", unit=cast.cell, period=YEAR).value == 1 + moved
    figure = counting.figure("t.units", unit=cast.commune, period=YEAR)
    assert (figure.numerator, figure.denominator) == (1, 1)


def test_a_unit_may_say_a_number_rounded(cast):
    for _number in range(13):
        joins(cast.cell, dt.date(2026, 3, 1))
    actions.say_rounded("t.joined", unit=cast.commune, step=Decimal(10), by=cast.committee)
    said = counting.figure("t.joined", unit=cast.commune, period=YEAR)
    assert (said.show(), said.exact) == ("trên 10 lượt", 13)
    assert counting.figure("t.joined", unit=cast.cell, period=YEAR).show() == "13 lượt"
    with pytest.raises(BadInput):
        actions.say_rounded("t.joined", unit=cast.commune, step=Decimal(0), by=cast.committee)


@pytest.fixture
def indicator(cast):
    return Indicator.objects.create(
        code="t.joined", label="Người vào", unit_of_count="lượt", adds="sum", unit=cast.province
    )


def declare(indicator, unit, value, by, period=YEAR, **said):
    return actions.declare(
        indicator, unit=unit, period=period, kind="number", value=Decimal(value), by=by, **said
    )


def test_where_there_are_records_and_a_declaration_the_records_count_and_the_difference_is_told(
    cast, indicator
):
    joins(cast.cell, dt.date(2026, 3, 1))
    declare(indicator, cast.cell, 5, cast.secretary)
    figure = with_declared("t.joined", unit=cast.cell, period=YEAR)
    assert figure.value == 1 and "bản ghi 1, khai báo 5" in figure.note


def test_a_declaration_completes_a_total_only_where_there_are_no_records(cast, indicator):
    joins(cast.cell, dt.date(2026, 3, 1))
    declare(indicator, cast.other_cell, 7, cast.other_secretary)
    declare(indicator, cast.far, 4, cast.officer)
    declare(indicator, cast.far_cell, 4, cast.far_secretary)
    figure = with_declared("t.joined", unit=cast.province, period=YEAR)
    assert figure.value == 1 + 7 + 4, "a cell's declaration is not added to that of its commune"


def test_what_nobody_counts_is_shown_as_declared_with_its_word(cast):
    served = Indicator.objects.create(
        code="duty.patients",
        label="Bệnh nhân mỗi ngày",
        unit_of_count="bệnh nhân/ngày",
        unit=cast.province,
    )
    declare(served, cast.cell, 120, cast.secretary, precision="trung bình", source="Báo cáo của khoa")
    (told,) = told_under(cast.province, YEAR, YEAR.last_day, declared_under(cast.province, YEAR))
    figure = told.figure
    assert (
        figure.show() == "trung bình 120 bệnh nhân/ngày" and figure.unit_name == "Chi bộ Trường THCS Hòa Bình"
    )


def test_declaring_again_replaces_and_keeps_what_was_said(cast, indicator):
    first = declare(indicator, cast.cell, 5, cast.secretary)
    second = declare(indicator, cast.cell, 6, cast.secretary)
    first.refresh_from_db()
    assert first.replaced_by == second and list(DeclaredFigure.objects.in_force()) == [second]


def test_nobody_declares_for_a_unit_out_of_reach(cast, indicator):
    with pytest.raises(NotAllowed, match="ngoài phạm vi"):
        declare(indicator, cast.cell, 5, cast.other_secretary)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("number", {}),
        ("ratio", {"numerator": Decimal(1)}),
        ("ratio", {"numerator": Decimal(1), "denominator": Decimal(0)}),
        ("range", {"low": Decimal(9), "high": Decimal(3)}),
        ("text", {"text": ""}),
    ],
)
def test_a_declaration_that_says_nothing_is_refused(cast, indicator, kind, said):
    with pytest.raises(BadInput):
        actions.declare(indicator, unit=cast.cell, period=YEAR, kind=kind, by=cast.secretary, **said)
    assert not DeclaredFigure.objects.exists()
