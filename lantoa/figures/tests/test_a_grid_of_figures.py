"""Many figures declared at once: typed in a grid, or pasted from a spreadsheet over it."""

from decimal import Decimal

import pytest

from lantoa.figures import actions
from lantoa.figures.cells import read_cell
from lantoa.figures.declared import as_figure
from lantoa.figures.models import DeclaredFigure, Indicator
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.tests.forms import Form

YEAR = Period.year(2026)
FIELDS = {
    "unit_of_count": "hộ",
    "kind": "number",
    "meaning": "in_period",
    "adds": "sum",
    "division": "whole",
    "section": "outreach",
}


@pytest.fixture
def land(cast):
    return actions.keep_indicator(unit=cast.province, by=cast.officer, label="Hộ hiến đất", **FIELDS)


def grid(cast, who, unit, indicator=None, period="2026"):
    asked = f"&chi-tieu={indicator.pk}" if indicator else ""
    return Form(cast.client(who), f"/so-lieu/khai-bao/bang/{unit.code}/?ky={period}{asked}")


def box(unit, indicator):
    return f"o-{unit.pk}-{indicator.pk}"


def said(indicator):
    rows = DeclaredFigure.objects.in_force().filter(indicator=indicator).select_related("unit", "indicator")
    return {row.unit.pk: as_figure(row, "").show(with_unit=False) for row in rows}


def test_one_indicator_is_declared_for_every_unit_below_in_one_sending(cast, land):
    form = grid(cast, "committee", cast.commune, land)
    page = form.send(**{box(cast.cell, land): "trên 20", box(cast.other_cell, land): "12 hộ"})
    assert page.status_code == 302 and said(land) == {cast.cell.pk: "trên 20", cast.other_cell.pk: "12"}
    seen = cast.client("committee").get(page["Location"]).content.decode()
    assert "Cộng lại" in seen and "trên 32 hộ" in seen


def test_many_indicators_are_declared_for_one_unit_with_their_source(cast, land):
    time = actions.keep_indicator(
        unit=cast.commune,
        by=cast.committee,
        label="Thời gian giải quyết",
        **FIELDS | {"kind": "change", "adds": "none", "unit_of_count": "ngày"},
    )
    grid(cast, "secretary", cast.cell).send(
        **{box(cast.cell, land): "7", box(cast.cell, time): "từ 12 xuống 3", "source": "Sổ của chi bộ"}
    )
    assert said(land) == {cast.cell.pk: "7"} and said(time) == {cast.cell.pk: "từ 12 xuống 3"}
    assert set(DeclaredFigure.objects.values_list("source", flat=True)) == {"Sổ của chi bộ"}


PASTED = (
    "BIỂU TỔNG HỢP\n"
    "STT\tTên chi bộ\tĐơn vị tính\tHộ hiến đất\n"
    "1\tChi bộ thôn Nà Lùng\thộ\t1.250\n"
    "2\tTrường THCS Hòa Bình\thộ\tgần 20\n"
    "3\tChi bộ thôn Xa Lạ\thộ\t4\n"
    "\tTổng cộng\t\t1.274\n"
)


def test_a_pasted_table_fills_the_boxes_and_is_looked_at_before_it_is_kept(cast, land):
    form = grid(cast, "committee", cast.commune, land)
    page = form.send(text=PASTED, viec="doc")
    assert page.status_code == 200 and not DeclaredFigure.objects.exists()
    assert "Đã đọc 2 dòng" in page.content.decode() and "Chi bộ thôn Xa Lạ" in page.content.decode()
    looked = Form(form.client, form.address, page=page)
    assert (looked[box(cast.other_cell, land)], looked[box(cast.cell, land)]) == ("1.250", "gần 20")
    looked.send(viec="luu")
    assert said(land) == {cast.other_cell.pk: "1.250", cast.cell.pk: "gần 20"}


def test_a_table_pasted_and_saved_at_once_is_first_shown(cast, land):
    page = grid(cast, "committee", cast.commune, land).send(text="Chi bộ thôn Nà Lùng\t8", viec="luu")
    assert page.status_code == 200 and "Chưa lưu" in page.content.decode() and not said(land)


def test_a_table_without_a_heading_and_in_english_is_read(cast, land):
    form = grid(cast, "committee", cast.commune, land)
    page = form.send(text="1\tChi bộ thôn Nà Lùng\t1,250\n2\tChi bộ thôn Nà Lùng\t9", style="en", viec="doc")
    looked = Form(form.client, form.address, page=page)
    assert looked[box(cast.other_cell, land)] == "1.250" and "đã có ở dòng 1" in page.content.decode()


def test_indicators_are_pasted_by_their_names(cast, land):
    form = grid(cast, "secretary", cast.cell)
    page = form.send(text="Chỉ tiêu\tKết quả\nhộ hiến đất\t31\nKhông ai đặt\t2", viec="doc")
    assert Form(form.client, form.address, page=page)[box(cast.cell, land)] == "31"
    assert "“Không ai đặt”: không có trong bảng" in page.content.decode()


def test_what_cannot_be_read_is_said_at_its_cell_and_nothing_is_kept(cast, land):
    form = grid(cast, "committee", cast.commune, land)
    page = form.send(**{box(cast.cell, land): "1,234.5", box(cast.other_cell, land): "3"})
    text = page.content.decode()
    assert "Không đọc được số “1,234.5”" in text and f'id="id_{box(cast.cell, land)}_error"' in text
    page = form.send(**{box(cast.cell, land): "2,5"})
    assert "nhập số nguyên" in page.content.decode() and not said(land)


def test_what_stands_is_shown_and_only_what_changes_is_declared_anew(cast, land):
    for value in (7, 9):
        actions.declare(
            land, unit=cast.cell, period=YEAR, kind="number", value=Decimal(value), by=cast.secretary
        )
    before = DeclaredFigure.objects.count()
    form = grid(cast, "committee", cast.commune, land)
    assert form[box(cast.cell, land)] == "9"
    form.send(**{box(cast.other_cell, land): "không phát sinh"})
    assert (
        DeclaredFigure.objects.count() == before + 1 and said(land)[cast.other_cell.pk] == "không phát sinh"
    )


def test_an_emptied_cell_takes_back_what_was_said(cast, land):
    actions.declare(land, unit=cast.cell, period=YEAR, kind="number", value=Decimal(7), by=cast.secretary)
    grid(cast, "secretary", cast.cell).send(**{box(cast.cell, land): ""})
    assert not said(land) and DeclaredFigure.objects.count() == 1


def test_a_line_that_came_after_the_form_was_opened_stays_as_it_is(cast, land):
    actions.declare(land, unit=cast.cell, period=YEAR, kind="number", value=Decimal(7), by=cast.secretary)
    form = grid(cast, "committee", cast.commune, land)
    form.data.pop(box(cast.cell, land))
    form.send(**{box(cast.other_cell, land): "3"})
    assert said(land) == {cast.cell.pk: "7", cast.other_cell.pk: "3"}


def test_what_another_role_declares_is_no_line_of_the_grid(cast, land):
    asks = {"unit": cast.province, "by": cast.officer, "role": "secretary"}
    theirs = actions.keep_indicator(label="Bí thư khai", **asks, **FIELDS)
    form = grid(cast, "committee", cast.commune)
    assert {name for name in form.data if name.startswith("o-")} == {box(cast.commune, land)}
    assert "Bí thư khai" not in form.client.get(form.address).content.decode()
    assert box(cast.cell, theirs) in grid(cast, "secretary", cast.cell).data


def test_two_at_one_grid_do_not_write_over_each_other_unseen(cast, land):
    first, second = (grid(cast, "committee", cast.commune, land) for _n in range(2))
    first.send(**{box(cast.cell, land): "5"})
    answer = second.send(**{box(cast.cell, land): "6"})
    assert answer.status_code == 409 and said(land) == {cast.cell.pk: "5"}


def test_another_units_grid_is_not_there_and_another_level_is_not_asked(cast, land):
    assert cast.client("secretary").get(f"/so-lieu/khai-bao/bang/{cast.far.code}/").status_code == 404
    actions.keep_indicator(
        unit=cast.province, by=cast.officer, indicator=land, label=land.label, level="cell", **FIELDS
    )
    form = grid(cast, "officer", cast.province, Indicator.objects.get())
    assert {name for name in form.data if name.startswith("o-")} == {
        box(unit, land) for unit in (cast.cell, cast.other_cell, cast.far_cell)
    }


def test_who_only_reads_declares_in_no_grid(cast, land):
    assert cast.client("inspector").get(f"/so-lieu/khai-bao/bang/{cast.cell.code}/").status_code == 403
    cell = actions.AtCell("o", land, cast.far_cell, read_cell("1", "number", "hộ"))
    with pytest.raises(NotAllowed):
        actions.declare_many([cell], period=YEAR, by=cast.secretary)


@pytest.mark.parametrize(
    ("kind", "counted", "text", "shown"),
    [
        ("number", "hộ", "cơ bản trên 30", "cơ bản trên 30"),
        ("number", "đồng", "gần 2,5 tỷ đồng", "gần 2.500.000.000"),
        ("number", "căn", "14 (9 xây mới, 5 sửa chữa)", "14 (9 xây mới, 5 sửa chữa)"),
        ("percent", "%", "98,06%", "98,06%"),
        ("ratio", "đảng viên", "15/15 (Đạt 100%)", "15/15"),
        ("range", "%", "từ 50 đến 83%", "50–83%"),
        ("change", "ngày", "12 → 3", "từ 12 xuống 3"),
        ("target", "nhà", "21/30", "21/30 (chỉ tiêu)"),
        ("target", "không gian", "4", "4 theo chỉ tiêu"),
        ("rank", "địa phương", "34/63", "thứ 34/63"),
        ("series", "mô hình", "năm 2024: 12; năm 2025: 14", "năm 2024: 12; năm 2025: 14"),
    ],
)
def test_each_kind_is_typed_in_one_cell_and_reads_back_as_it_is_shown(cast, kind, counted, text, shown):
    kept = actions.keep_indicator(
        unit=cast.province,
        by=cast.officer,
        label="Chỉ tiêu",
        **FIELDS | {"kind": kind, "adds": "none", "unit_of_count": counted},
    )
    grid(cast, "secretary", cast.cell).send(**{box(cast.cell, kept): text})
    assert said(kept) == {cast.cell.pk: shown}
    assert read_cell(shown, kind, counted) == read_cell(text, kind, counted)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("ratio", "mười hai"),
        ("ratio", "1/2/3"),
        ("change", "12"),
        ("series", "12"),
        ("number", "14 (chín mới)"),
    ],
)
def test_a_cell_that_cannot_be_read_shows_how_it_is_written(kind, text):
    with pytest.raises(BadInput, match="Viết"):
        read_cell(text, kind, "hộ")


@pytest.mark.parametrize("kind", ["number", "ratio", "text", "series"])
def test_a_formula_is_no_number_and_the_cell_says_how_to_paste_what_it_comes_to(kind):
    with pytest.raises(BadInput, match="công thức “=SUM.*dán giá trị"):
        read_cell("=SUM(D5:D6)", kind, "hộ")


def test_money_has_an_example_of_money(cast):
    kept = actions.keep_indicator(
        unit=cast.province, by=cast.officer, label="Tiền tiết kiệm", **FIELDS | {"unit_of_count": "đồng"}
    )
    assert "1,5 tỷ; trên 300 triệu" in grid(cast, "officer", cast.province).text
    assert read_cell("1,5 tỷ", kept.kind, kept.unit_of_count).said == {"value": Decimal(1_500_000_000)}


def test_a_table_that_was_read_is_not_read_again_over_what_was_mended_in_a_draft(cast, land):
    client = cast.client("officer")
    form = grid(cast, "officer", cast.province, land)
    read = form.send(text=f"Đơn vị\tHộ hiến đất\n{cast.commune}\tkhá nhiều", viec="doc")
    open_page = Form(client, form.address, page=read)
    open_page.save_draft(**{box(cast.commune, land): "12"})
    again = Form(client, form.address)
    assert (again[box(cast.commune, land)], "khá nhiều" in again["text"]) == ("12", True)
    again.send(viec="luu")
    assert said(land) == {cast.commune.pk: "12"}
