"""The overview: every number opens, every unit below has its row, nothing is added that must not be."""

import datetime as dt
import io
import zipfile
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from lantoa.adoptions.tests.test_spread_pages import taken_over_twice
from lantoa.figures.actions import say_nothing
from lantoa.figures.catalogue import catalogue
from lantoa.figures.counting import figure
from lantoa.foundation.dates import Period, a_year_before
from lantoa.organisation import actions as organisation
from lantoa.outreach.models import CitizenOpinion
from lantoa.programme.models import Plan
from lantoa.statistics import queries
from lantoa.statistics.xlsx import is_added
from tests.cast import person

YEAR = Period.year(2026)
URL = reverse("statistics:overview")


def plan(unit, title="Kế hoạch năm 2026", day=dt.date(2026, 1, 10)):
    """The unit has issued a plan."""
    return Plan.objects.create(
        unit=unit,
        title=title,
        scope="year",
        starts=dt.date(day.year, 1, 1),
        ends=dt.date(day.year + 1, 1, 1),
        status="issued",
        number="12-KH/ĐU",
        issued_on=day,
    )


def heard(unit, day=dt.date(2026, 3, 2)):
    """An opinion of the people has come in."""
    return CitizenOpinion.objects.create(unit=unit, text="Đường liên thôn hỏng", received_on=day)


def text(cast, who="officer", **query):
    return cast.client(who).get(URL, query).content.decode()


def test_a_card_shows_a_figure_and_opens_its_list(cast):
    plan(cast.commune)
    page = text(cast)
    assert "Tổ chức cơ sở đảng có kế hoạch" in page
    assert "1<small>/2</small>" in page
    assert f'href="/so-lieu/programme.units_with_plan/?don-vi={cast.province.code}&amp;ky=2026"' in page


@pytest.mark.deep(slow=True)
def test_every_figure_on_the_page_opens_a_list_that_says_the_same(cast):
    heard(cast.cell)
    client = cast.client("officer")
    for card in queries.overview(cast.province, YEAR, today=cast.today).cards:
        answer = client.get(card.figure.url)
        assert answer.status_code == 200
        assert answer.context["figure"] == card.figure


def test_the_size_of_the_unit_opens_too(cast):
    page = text(cast)
    for said in ("2 tổ chức cơ sở đảng", "3 chi bộ", "6 đảng viên"):
        assert f"{said}</a>" in page
    cells = cast.client("officer").get(f"/so-lieu/statistics.cells/?don-vi={cast.province.code}&ky=2026")
    assert "Chi bộ thôn Nà Lùng" in cells.content.decode()


def test_units_below_stand_side_by_side_the_silent_ones_first(cast):
    plan(cast.commune)
    rows = queries.rows(cast.province, YEAR, [("Có kế hoạch", "programme.units_with_plan")], today=cast.today)
    assert [(row.placement.name, row.is_silent) for row in rows] == [
        ("Đảng bộ xã Nậm Khao", True),
        ("Đảng bộ xã An Phú", False),
    ]
    assert [row.cells[0].figure.bare for row in rows] == ["0/1", "1/1"]


def test_a_unit_that_has_anything_at_all_is_not_called_silent(cast):
    heard(cast.far_cell)
    rows = queries.rows(cast.province, YEAR, [("Có kế hoạch", "programme.units_with_plan")], today=cast.today)
    assert {row.placement.name: row.is_silent for row in rows} == {
        "Đảng bộ xã An Phú": True,
        "Đảng bộ xã Nậm Khao": False,
    }


def test_a_unit_in_the_table_leads_to_its_page_and_its_figures_to_their_lists(cast):
    page = text(cast)
    assert reverse("organisation:unit", args=[cast.commune.code]) in page
    assert "chưa có số liệu" in page


def test_a_child_says_in_the_table_what_it_says_on_its_own_page(cast):
    for number in range(3):
        person(f"Vàng Thị {number}", cast.far_cell)
    columns = [(title, code) for title, code in queries.COLUMNS if code in catalogue()]
    for row in queries.rows(cast.province, YEAR, columns, today=cast.today):
        for cell, (_title, code) in zip(row.cells, columns, strict=True):
            alone = figure(code, unit=row.placement.unit, period=YEAR)
            assert (cell.figure.bare, cell.figure.url) == (alone.bare, alone.url)


def test_a_nought_of_a_child_says_whether_somebody_recorded_it(cast):
    code = "commendations.collectives"
    say_nothing(code, unit=cast.commune, period=YEAR, by=cast.committee)
    found = queries.rows(cast.province, YEAR, [("Tập thể được khen", code)], today=cast.today)
    assert {row.placement.unit: row.cells[0].figure.show() for row in found} == {
        cast.commune: "không phát sinh",
        cast.far: "chưa ghi",
    }


@pytest.mark.deep(slow=True)
def test_the_year_is_chosen_in_the_address(cast):
    plan(cast.commune, day=dt.date(2025, 1, 10))
    assert "<small>/2</small>" not in text(cast)  # of this year nobody has said anything
    page = text(cast, nam="2025")
    assert "1<small>/2</small>" in page
    assert '<option value="2025" selected>' in page
    assert "ky=2025" in page


def test_a_unit_in_reach_may_be_asked_for_and_another_may_not(cast):
    assert "Tổng quan: Đảng bộ xã Nậm Khao" in text(cast, **{"don-vi": cast.far.code})
    assert cast.client("committee").get(URL, {"don-vi": cast.far.code}).status_code == 404
    assert "Tổng quan: Chi bộ Trường THCS Hòa Bình" in text(cast, "secretary")


@pytest.mark.parametrize("year", ["mùa xuân", "26", "99999", "-1", "2026.5"])
def test_a_year_that_is_none_is_refused_in_words(cast, year):
    answer = cast.client("officer").get(URL, {"nam": year})
    assert answer.status_code == 400
    assert "Không hiểu năm" in answer.content.decode()


def test_an_empty_year_says_so(cast):
    assert "Năm 2022 chưa có việc nào được ghi" in text(cast, nam="2022")
    plan(cast.commune)
    assert "chưa có việc nào được ghi" not in text(cast)


def test_the_page_says_how_old_its_numbers_are(cast):
    assert "Số liệu đến 08:00, 16/11/2026" in text(cast)


def stage(title, count):
    made = figure("outreach.opinions", unit=stage.unit, period=YEAR)
    return title, type(made)(**{**made.__dict__, "exact": Decimal(count), "value": Decimal(count)})


def test_steps_on_the_way_are_shares_of_the_first_and_never_added(cast, monkeypatch):
    stage.unit = cast.province
    counts = {"a.one": 200, "a.two": 150, "a.three": 150, "a.four": 30}
    found = {code: stage(code, count)[1] for code, count in counts.items()}
    monkeypatch.setattr(queries, "STAGES", tuple((code, code) for code in counts))
    steps = list(queries._stages(found))
    assert [(step.share, step.lost) for step in steps] == [
        (Decimal(100), None),
        (Decimal(75), Decimal(50)),
        (Decimal(75), Decimal(0)),
        (Decimal(15), Decimal(120)),
    ]


def test_a_way_whose_steps_count_different_things_is_not_drawn_and_says_why(cast, monkeypatch):
    steps = (("Lượt học", "study.attended"), ("Người được khen", "commendations.distinct_people"))
    monkeypatch.setattr(queries, "STAGES", steps)
    page = text(cast)
    assert "Không vẽ đường từ đăng ký đến kết quả." in page and "đếm người," in page and "đếm lượt:" in page


def test_without_a_first_step_there_is_no_way_to_draw(cast):
    assert queries.overview(cast.province, YEAR, today=cast.today).stages == []
    assert "Từ đăng ký đến kết quả" not in text(cast)


@pytest.mark.deep
def test_the_page_asks_the_same_number_of_questions_for_few_units_and_for_many(cast):
    client = cast.client("officer")
    plan(cast.commune)
    heard(cast.commune)
    client.get(URL)
    with CaptureQueriesContext(connection) as few:
        client.get(URL)
    for number in range(30):
        unit = organisation.found(
            name=f"Đảng bộ xã {number}",
            parent=cast.province,
            kind="party",
            level="grassroots",
            on=cast.today,
            by=cast.system,
        )
        plan(unit)
        heard(unit)
    with CaptureQueriesContext(connection) as many:
        client.get(URL)
    assert len(many) <= len(few)


def test_the_years_offered_hold_the_one_shown():
    assert queries.years_to_offer(dt.date(2026, 11, 16), 2026) == [2026, 2025, 2024, 2023, 2022]
    assert queries.years_to_offer(dt.date(2026, 11, 16), 2018)[-1] == 2018


def test_the_sheet_has_no_style_and_no_script_of_its_own(cast):
    page = text(cast)
    assert " style=" not in page and "onclick" not in page


@pytest.mark.deep(slow=True)
def test_a_year_in_which_nothing_happened_gives_way_to_the_last_that_tells_something(cast):
    heard(cast.cell, dt.date(2024, 3, 2))
    page = text(cast)
    assert "Năm 2026 chưa có việc nào được ghi." in page and "năm gần nhất có số liệu: 2024" in page
    assert "năm gần nhất có số liệu" not in text(cast, nam="2026"), "who asks for a year gets it"


def test_an_empty_office_is_told_that_nothing_is_recorded_yet(cast):
    assert "năm gần nhất có số liệu" not in text(cast)


def test_nothing_of_nothing_is_not_shown(cast):
    found, above = (
        queries.overview(unit, Period.year(2026), today=cast.today) for unit in (cast.cell, cast.commune)
    )
    shown = [card.figure.code for card in found.cards]
    assert "programme.units_with_plan" not in shown and "meetings.thematic" in shown
    assert all(card.number != "0/0" for card in found.cards)
    assert "tỷ lệ" not in " ".join(one.words for card in found.cards for one in card.beside)
    assert "programme.units_with_plan" in [card.figure.code for card in above.cards]


def test_a_card_stands_beside_the_same_days_of_the_year_before(cast):
    for day in (dt.date(2026, 3, 2), dt.date(2025, 3, 2), dt.date(2025, 3, 3), dt.date(2025, 12, 30)):
        heard(cast.cell, day)
    page = text(cast)
    assert "cùng kỳ 2025: " in page and "cùng kỳ 2024" not in page
    before = queries.before_that(cast.province, YEAR, cast.today)[0]["outreach.opinions"]
    assert (before.words, before.shown) == ("cùng kỳ 2025", "2")
    behind = cast.client("officer").get(before.url).context["figure"]
    assert behind.bare == before.shown, "the number opens the list of those days"
    whole, _as_of = queries.before_that(cast.province, Period.year(2025), cast.today)
    assert whole == {} and a_year_before(dt.date(2024, 2, 29)) == dt.date(2023, 3, 1)


@pytest.mark.deep(slow=True)
def test_who_went_farthest_is_told_generation_by_generation(cast):
    assert "Sức lan tỏa của một mô hình" not in text(cast)
    ours, _theirs, _far = taken_over_twice(cast)
    found = queries.farthest(cast.province, cast.officer, cast.today)
    assert (found.practice, found.places, found.running, found.stopped) == (ours, 2, 1, 1)
    assert [(one.number, one.places, one.running) for one in found.generations] == [(1, 1, 1), (2, 1, 0)]
    page = text(cast)
    assert "2 nơi vận dụng, 1 nơi đã dừng." in page and f"/mo-hinh/{ours.pk}/lan-toa/" in page
    assert queries.farthest(cast.far, cast.officer, cast.today) is None, "nobody learned anything there"


def test_the_workbook_adds_by_formulas_and_leaves_empty_what_nobody_recorded(cast):
    say_nothing("commendations.collectives", unit=cast.commune, period=YEAR, by=cast.committee)
    answer = cast.client("officer").get(URL, {"xuat": "xlsx", "nam": "2026"})
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert rows[0][:4] == ["Đơn vị", "Đảng viên đăng ký", "Trên tổng số", "Tỷ lệ: Đảng viên đăng ký"]
    assert {row[0]: row[-1] for row in rows[1:3]} == {"Đảng bộ xã An Phú": 0, "Đảng bộ xã Nậm Khao": ""}
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml").decode()
    assert "SUBTOTAL(109," in sheet


def test_what_is_to_be_noticed_is_fetched_for_who_may_look_into_it(cast):
    address = f"/kiem-tra-giam-sat/luu-y/tom-tat/?don-vi={cast.province.code}&amp;ky=2026"
    assert f'href="{address}"' in text(cast, "inspector") and address not in text(cast, "officer")
    assert cast.client("inspector").get(address.replace("&amp;", "&")).status_code == 200


def test_different_persons_are_never_added(cast):
    assert is_added(catalogue()["meetings.thematic"]) and not is_added(catalogue()["registrations.people"])


def test_a_nought_that_nobody_recorded_is_not_shown_as_a_nought(cast):
    cards = queries.overview(cast.cell, YEAR, today=cast.today).cards
    assert {card.number for card in cards if card.figure.exact == 0} == {"chưa ghi"}
