"""What communes and cells declare makes the right number of the province, or none and the reason why."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from lantoa.figures import actions, rules
from lantoa.figures.catalogue import catalogue
from lantoa.figures.counting import Known
from lantoa.figures.declared import declared_under, figures, told_under, with_declared
from lantoa.figures.models import DeclaredFigure, Indicator
from lantoa.figures.tests.measures import CATALOGUE
from lantoa.figures.tests.test_a_figure_for_each_child import joined
from lantoa.foundation.dates import Period
from lantoa.organisation import actions as organisation

YEAR = Period.year(2026)
SIDES = ("numerator", "denominator")
MERGED_ON = dt.date(2026, 7, 1)


@pytest.fixture(autouse=True)
def _own_catalogue(monkeypatch):
    for code, measure in CATALOGUE.items():
        monkeypatch.setitem(catalogue(), code, measure)


def declare(cast, unit, value, *, period="2026", code="own.households", **more):
    words = {"precision": more.pop("precision", "chính xác")}
    defaults = {"label": "Hộ hiến đất", "unit_of_count": "hộ", "adds": "sum", "kind": "number"} | more
    kept, _new = Indicator.objects.get_or_create(unit=cast.province, code=code, defaults=defaults)
    said = {"value": Decimal(value)} if kept.kind == "number" else dict(zip(SIDES, value, strict=True))
    return actions.declare(
        kept, unit=unit, period=Period.parse(period), kind=kept.kind, by=cast.system, **said, **words
    )


def told(unit, period=YEAR):
    return [one.figure for one in told_under(unit, period, period.last_day, declared_under(unit, period))]


def counted(cast, unit=None):
    return with_declared("test.joined", unit=unit or cast.province, period=YEAR)


def test_what_several_units_declare_is_one_number_that_names_who_said_which(cast):
    declare(cast, cast.commune, 10, period="2026-Q1")
    declare(cast, cast.far, 20, precision="trên")
    declare(cast, cast.cell, 31, precision="gần", period="2026-Q2")
    (one,) = told(cast.province)
    assert one.show() == "khoảng 61 hộ" and one.added_from == 3
    page = cast.client("officer").get(one.url).content.decode()
    assert "Đảng bộ xã An Phú" in page and "trên 20 hộ" in page and "khoảng 61 hộ" in page


def test_a_year_holds_its_half_and_units_are_added(cast):
    for unit, period, value in (
        (cast.commune, "2026-H1", 300),
        (cast.commune, "2026", 1000),
        (cast.far, "2026", 500),
    ):
        declare(cast, unit, value, period=period)
    assert [one.show() for one in told(cast.province)] == ["1.500 hộ"]


def test_both_sides_of_a_ratio_are_added(cast):
    for unit, value in ((cast.commune, (12, 15)), (cast.far, (8, 10))):
        declare(cast, unit, value, kind="ratio", adds="parts")
    assert [one.bare for one in told(cast.province)] == ["20/25"]


def test_what_is_not_to_be_added_stays_apart(cast):
    for unit in (cast.commune, cast.far):
        declare(cast, unit, 5, adds="none")
    assert len(told(cast.province)) == 2


def test_a_parent_s_word_over_records_does_not_swallow_another_child(cast):
    joined(cast.cell)
    declare(cast, cast.commune, 10, code="test.joined")
    declare(cast, cast.other_cell, 4, code="test.joined")
    found = counted(cast, cast.commune)
    assert found.value == 5 and "bản ghi 1, khai báo 10" in found.note
    assert counted(cast).value == 5


def test_a_total_said_to_be_inexact_stands_over_the_few_records_there_are(cast):
    joined(cast.cell)
    declare(cast, cast.province, 3000, code="test.joined", precision="gần")
    found = counted(cast)
    assert (found.value, found.precision, found.note) == (3000, "gần", "bản ghi mới có 1")


@pytest.mark.parametrize("values", [(44, 44, 46), (120, 120, 131)])
def test_a_stock_declared_by_quarter_is_its_latest(cast, values):
    for quarter, value in enumerate(values, 1):
        declare(cast, cast.commune, value, period=f"2026-Q{quarter}", meaning="on_day")
    assert [one.value for one in told(cast.province)] == [values[-1]]


def test_periods_that_overlap_are_refused_with_both_named(cast):
    declare(cast, cast.commune, 10, period="2026-01-01..2026-04-30")
    declare(cast, cast.commune, 12, period="2026-03-01..2026-06-30")
    found = told(cast.province)
    assert {one.value for one in found} == {10, 12} and all("không cộng được" in one.note for one in found)


def test_what_a_unit_said_before_it_was_merged_lies_in_its_successor_s_year(cast):
    declare(cast, cast.far, 5, period="2026-H1")
    organisation.merge([cast.far], into=cast.commune, on=MERGED_ON, by=cast.system)
    declare(cast, cast.commune, 12)
    assert [one.value for one in told(cast.province)] == [12]


def test_two_halves_of_before_a_merger_are_added(cast):
    declare(cast, cast.far, 5, period="2026-H1")
    declare(cast, cast.commune, 8, period="2026-H1")
    organisation.merge([cast.far], into=cast.commune, on=MERGED_ON, by=cast.system)
    assert [one.value for one in told(cast.province)] == [13]


def test_another_quarter_of_a_parent_and_of_a_child_add_up(cast):
    declare(cast, cast.commune, 10, period="2026-Q1")
    declare(cast, cast.cell, 4, period="2026-Q2")
    assert [one.value for one in told(cast.province)] == [14]


def test_a_rounded_count_and_a_declared_number_are_said_truly_together(cast):
    for _number in range(13):
        joined(cast.cell)
    actions.say_rounded("test.joined", unit=cast.province, step=Decimal(10), by=cast.system)
    declare(cast, cast.far, 4, code="test.joined")
    known = Known.of(cast.province, YEAR.last_day, YEAR)
    found = with_declared("test.joined", unit=cast.province, period=YEAR, known=known)
    assert found.show(with_unit=False) == "trên 10" and found.exact == 17
    declare(cast, cast.far, 8, code="test.joined")
    assert (
        with_declared("test.joined", unit=cast.province, period=YEAR, known=known).show(with_unit=False)
        == "21"
    )


@pytest.mark.parametrize(
    ("value", "step", "word", "said"),
    [(420, 1000, "", (400, "trên")), (420, 1000, "hơn", (400, "hơn")), (300, 1000, "", (300, "chính xác")),
     (4990, 1000, "hơn", (5000, "gần")), (1037, 100, "khoảng", (1000, "khoảng"))],
)  # fmt: skip
def test_a_step_too_wide_never_silences_a_number_and_a_false_word_is_not_used(value, step, word, said):
    assert rules.stated(Decimal(value), Decimal(step), word=word) == said


@pytest.mark.parametrize(
    ("own", "asked", "label"),
    [
        ("2025-09-01..2026-05-31", "2026-H1", "01/09/2025"),
        ("2026", "2026-05-01..2027-04-30", "2026"),
    ],
)
def test_a_period_that_does_not_nest_is_told_with_its_own(cast, own, asked, label):
    declare(cast, cast.commune, 18, period=own)
    (one,) = told(cast.province, Period.parse(asked))
    assert one.value == 18 and label in one.period.label


def test_every_page_says_the_same_of_one_word(cast):
    joined(cast.cell)
    declare(cast, cast.far, 4, code="test.joined")
    alone = counted(cast)
    assert [one.show() for one in figures(["test.joined"], unit=cast.province, period=YEAR)] == [alone.show()]
    page = cast.client("officer").get("/so-lieu/test.joined/", {"ky": "2026"})
    assert page.context["figure"].show() == alone.show() == "5 lượt"
    assert "gồm 4 do đơn vị khai báo" in page.content.decode()


def test_what_is_planned_is_in_no_total_of_results(cast):
    kept = {"code": "own.spaces", "kind": "target", "adds": "parts", "unit_of_count": "không gian"}
    indicator = Indicator.objects.create(unit=cast.province, label="Không gian văn hóa", **kept)
    for unit, said in ((cast.commune, {"numerator": 2, "denominator": 3}), (cast.far, {"denominator": 4})):
        numbers = {name: Decimal(value) for name, value in said.items()}
        actions.declare(indicator, unit=unit, period=YEAR, kind="target", by=cast.system, **numbers)
    assert [one.show() for one in told(cast.province)] == [
        "2/3 không gian (chỉ tiêu)",
        "4 không gian theo chỉ tiêu",
    ]


def test_funds_are_told_apart_and_together(cast):
    kept = actions.switch_on("savings.funds", unit=cast.province, by=cast.officer)
    for unit, study, poor in ((cast.commune, 5, 10), (cast.far, 7, 20)):
        parts = [["Quỹ Khuyến học", f"{study}000000"], ["Quỹ Vì người nghèo", f"{poor}000000"]]
        whole = Decimal(study + poor) * 10**6
        actions.declare(kept, unit=unit, period=YEAR, kind="number", value=whole, parts=parts, by=cast.system)
    (one,) = told(cast.province)
    assert one.show() == "42.000.000 đồng (12.000.000 Quỹ Khuyến học, 30.000.000 Quỹ Vì người nghèo)"


def test_a_commitment_is_words_and_never_money(cast):
    kept = actions.switch_on("savings.commitment", unit=cast.province, by=cast.officer)
    said = "50.000 đồng/tháng mỗi người, 24 người"
    actions.declare(kept, unit=cast.cell, period=YEAR, kind="text", text=said, by=cast.system)
    (one,) = told(cast.province)
    assert (one.kind, one.show(), one.value) == ("text", said, None)


def test_hamlets_in_which_all_families_registered_are_a_ratio_of_hamlets(cast):
    kept = actions.switch_on("households.hamlets", unit=cast.province, by=cast.officer)
    for unit, above, below in ((cast.commune, 12, 15), (cast.far, 3, 4)):
        sides = {"numerator": Decimal(above), "denominator": Decimal(below)}
        actions.declare(kept, unit=unit, period=YEAR, kind="ratio", by=cast.system, **sides)
    (one,) = told(cast.province)
    assert one.show() == "15/19 thôn, bản, tổ"


def test_families_that_kept_all_or_all_but_one_make_the_whole(cast):
    kept = actions.switch_on("households.kept", unit=cast.province, by=cast.officer)
    parts = [["đủ các nội dung", "280"], ["thiếu một nội dung", "30"]]
    actions.declare(
        kept, unit=cast.commune, period=YEAR, kind="number", value=Decimal(310), parts=parts, by=cast.system
    )
    (one,) = told(cast.province)
    assert one.show() == "310 hộ (280 đủ các nội dung, 30 thiếu một nội dung)"


def test_a_declaration_is_found_by_who_may_view_numbers_of_its_unit(cast):
    declare(cast, cast.commune, 10)
    seen = DeclaredFigure.objects.visible_to
    assert seen(cast.committee).count() == 1
    assert not seen(replace(cast.committee, permissions=frozenset())).exists()
    assert not seen(cast.far_secretary).exists()
