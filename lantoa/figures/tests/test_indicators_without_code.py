"""An office names its own figures on a page, or switches ready ones on; whoever lies below declares them."""

from decimal import Decimal

import pytest

from lantoa.figures import actions
from lantoa.figures.declared import as_figure
from lantoa.figures.library import LIBRARY
from lantoa.figures.models import DeclaredFigure, Indicator, Rounding
from lantoa.figures.sections import SECTIONS
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, Conflict, Doubt, NotAllowed
from lantoa.foundation.tests.asked import at_a_form
from lantoa.reports.forms import form_called

YEAR = Period.year(2026)
LAND = {
    "label": "Hộ hiến đất làm đường",
    "unit_of_count": "hộ",
    "kind": "number",
    "meaning": "in_period",
    "adds": "sum",
    "division": "whole",
    "section": "outreach",
}


def keep(cast, **said):
    return actions.keep_indicator(unit=cast.province, by=cast.officer, **LAND | said)


def declare(cast, indicator, **said):
    told = {name: Decimal(value) if isinstance(value, int) else value for name, value in said.items()}
    return actions.declare(
        indicator, unit=cast.cell, period=YEAR, kind=indicator.kind, by=cast.secretary, **told
    )


def test_an_office_names_a_figure_on_a_page_and_a_cell_below_declares_it(cast):
    cast.client("officer").post("/so-lieu/chi-tieu/them/", LAND)
    kept = Indicator.objects.get()
    cast.client("secretary").post(
        f"/so-lieu/khai-bao/khai/?chi-tieu={kept.pk}",
        {"starts": "1/1/2026", "ends": "31/12/2026", "value": "12", "precision": "trên"},
    )
    said = as_figure(DeclaredFigure.objects.get(), "Chi bộ")
    assert (kept.unit, said.show()) == (cast.province, "trên 12 hộ")


def test_what_another_office_keeps_is_not_offered(cast):
    other = actions.keep_indicator(unit=cast.far, by=cast.system, **LAND)
    secretary = cast.client("secretary")
    assert secretary.get(f"/so-lieu/khai-bao/khai/?chi-tieu={other.pk}").status_code == 404
    assert "Đơn vị chưa có chỉ tiêu nào" in secretary.get("/so-lieu/khai-bao/khai/").content.decode()


def test_a_ready_one_is_switched_on_once_in_a_line_of_units(cast):
    page = cast.client("officer").post("/so-lieu/chi-tieu/co-san/land.area/bat/", follow=True)
    assert "Đã bật “Đất được hiến”" in page.content.decode()
    with pytest.raises(Conflict, match="đã được bật"):
        actions.switch_on("land.area", unit=cast.cell, by=cast.secretary)


def test_no_article_speaks_through_the_library(cast):
    told = " ".join(str(ready.label) for ready in LIBRARY)
    assert not Indicator.objects.exists() and "miến dong" not in told
    assert len({ready.code for ready in LIBRARY}) == len(LIBRARY)
    sections = {section.code for section in form_called("interim").sections}
    assert set(SECTIONS) <= sections and {ready.section for ready in LIBRARY} <= set(SECTIONS)


@pytest.mark.parametrize("words", ["phát biểu", "mẩu chuyện"])
def test_what_one_ready_indicator_counts_no_other_counts_again(words):
    assert len([ready.code for ready in LIBRARY if words in str(ready.label).lower()]) == 1


@pytest.mark.deep(each=3)
@pytest.mark.parametrize("ready", LIBRARY, ids=lambda ready: ready.code)
def test_every_ready_one_fits_together_and_has_a_form(cast, ready):
    indicator = actions.switch_on(ready.code, unit=cast.province, by=cast.officer)
    again = {name: getattr(indicator, name) for name in (*LAND, "parts")}
    actions.keep_indicator(unit=cast.province, by=cast.officer, indicator=indicator, **again)
    page = cast.client("officer").get(f"/so-lieu/khai-bao/khai/?chi-tieu={indicator.pk}")
    assert str(ready.label) in page.content.decode()


def test_a_share_is_not_summed_and_a_name_is_not_given_twice(cast):
    with pytest.raises(BadInput, match="tỷ lệ"):
        keep(cast, kind="percent", adds="sum")
    keep(cast)
    with pytest.raises(BadInput, match="đã có chỉ tiêu"):
        keep(cast, label="hộ hiến đất  làm đường")


def test_what_has_been_declared_keeps_its_kind_and_stays_when_it_is_no_longer_asked(cast):
    kept = keep(cast)
    declare(cast, kept, value=3)
    with pytest.raises(BadInput, match="giữ nguyên loại số"):
        keep(cast, indicator=kept, kind="text", adds="none")
    cast.client("officer").post(f"/so-lieu/chi-tieu/{kept.pk}/thoi/")
    assert DeclaredFigure.objects.count() == 1
    assert cast.client("secretary").get(f"/so-lieu/khai-bao/khai/?chi-tieu={kept.pk}").status_code == 404


def test_who_declares_and_at_which_level_is_kept_to(cast):
    with pytest.raises(NotAllowed, match="vai trò khác"):
        declare(cast, keep(cast, role="committee"), value=1)
    with pytest.raises(BadInput, match="cấp khác"):
        declare(cast, keep(cast, label="Việc khác", level="grassroots"), value=1)


def test_a_cell_keeps_nothing_for_the_province(cast):
    with pytest.raises(NotAllowed):
        actions.keep_indicator(unit=cast.province, by=cast.secretary, **LAND)


@pytest.mark.parametrize(
    ("kind", "counted", "said", "shown"),
    [
        ("change", "ngày", {"low": 12, "high": 3}, "từ 12 xuống 3 ngày"),
        ("change", "hội viên", {"low": 18, "high": 96}, "từ 18 lên 96 hội viên"),
        ("target", "nhà", {"numerator": 21, "denominator": 30}, "21/30 nhà (chỉ tiêu)"),
        ("target", "không gian", {"denominator": 4}, "4 không gian theo chỉ tiêu"),
        ("rank", "địa phương", {"numerator": 34, "denominator": 63}, "thứ 34/63"),
        (
            "series",
            "mô hình",
            {"parts": [["năm 2024", "12"], ["năm 2025", "14"]]},
            "năm 2024: 12; năm 2025: 14",
        ),
    ],
)
def test_each_kind_is_said_in_its_own_way(cast, kind, counted, said, shown):
    kept = keep(cast, kind=kind, unit_of_count=counted, adds="none")
    assert as_figure(declare(cast, kept, **said), "Chi bộ").show() == shown


def test_both_ends_of_a_change_can_be_read_by_a_program(cast):
    kept = keep(cast, kind="change", unit_of_count="ngày", adds="none")
    told = as_figure(declare(cast, kept, low=12, high=3), "Chi bộ").as_dict()
    assert (told["before"], told["after"]) == (12, 3) and "min" not in told


@pytest.mark.parametrize(
    ("division", "whole", "parts", "shown"),
    [
        ("whole", 14, [["xây mới", "9"], ["sửa chữa", "5"]], "14 căn (9 xây mới, 5 sửa chữa)"),
        ("whole", 6, [["xây mới", "0"], ["sửa chữa", "6"]], "6 căn (6 sửa chữa)"),
        ("some", 60, [["nông thôn mới", "35"]], "60 căn, trong đó 35 nông thôn mới"),
        (
            "nested",
            90,
            [["cấp trên", "20"], ["cấp tỉnh", "3"]],
            "90 căn, trong đó 20 cấp trên, trong đó 3 cấp tỉnh",
        ),
    ],
)
def test_parts_are_said_as_they_stand_to_the_whole(cast, division, whole, parts, shown):
    kept = keep(cast, unit_of_count="căn", division=division, parts=[name for name, _number in parts])
    assert as_figure(declare(cast, kept, value=whole, parts=parts), "Chi bộ").show() == shown


@pytest.mark.parametrize(
    ("division", "parts", "why"),
    [
        (
            "whole",
            [["cấp tỉnh", "615"], ["cấp huyện", "1565"], ["cấp cơ sở", "2608"]],
            "4.788 .* khác tổng số 4.320",
        ),
        ("some", [["cấp tỉnh", "5000"]], "lớn hơn tổng số"),
        ("nested", [["cấp huyện", "20"], ["cấp tỉnh", "30"]], "nằm trong “cấp huyện”"),
    ],
)
def test_a_published_total_that_does_not_add_up_is_refused_with_the_reason(cast, division, parts, why):
    kept = keep(cast, unit_of_count="mô hình", division=division, parts=[name for name, _n in parts])
    with pytest.raises(BadInput, match=why):
        declare(cast, kept, value=4320, parts=parts)
    assert not DeclaredFigure.objects.exists()


def test_periods_that_overlap_are_asked_about_when_they_are_declared(cast):
    kept = keep(cast)

    def said(period, value):
        return actions.declare(
            kept, unit=cast.cell, period=Period.parse(period), kind="number", value=value, by=cast.secretary
        )

    said("2026-01-01..2026-04-30", Decimal(10))
    with at_a_form(), pytest.raises(Doubt, match="không cộng được"):
        said("2026-03-01..2026-06-30", Decimal(12))


def test_what_is_counted_may_be_declared_where_nobody_records_it(cast):
    cast.client("officer").post("/so-lieu/chi-tieu/dem-duoc/", {"measure": "outreach.houses_built"})
    kept = Indicator.objects.get()
    assert (kept.code, kept.adds, kept.section) == ("outreach.houses_built", "sum", "outreach")


def test_a_unit_chooses_on_a_page_how_a_number_is_said_and_takes_it_back(cast):
    browser = cast.client("officer")
    typed = {"code": "outreach.opinions", "step": "50", "word": "hơn"}
    assert "Đã chọn cách nêu số" in browser.post("/so-lieu/cach-neu/", typed, follow=True).content.decode()
    kept = Rounding.objects.get()
    assert (kept.unit, kept.step, kept.word) == (cast.province, 50, "hơn")
    browser.post(f"/so-lieu/cach-neu/{kept.pk}/bo/")
    assert not Rounding.objects.exists()
