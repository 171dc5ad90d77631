"""The list behind a number shows what was counted: different things once, the two sides of a ratio, who is missing."""

import datetime as dt
import io
import zipfile

import pytest
from django.utils import timezone
from lxml import etree

from lantoa.figures.catalogue import catalogue
from lantoa.foundation.dates import Period
from lantoa.organisation import actions as organisation
from lantoa.organisation.models import Unit
from lantoa.people import rules as of_people
from lantoa.registrations.models import Registration
from lantoa.study import actions as study

YEAR, BEFORE = Period.year(2026), Period.year(2025)


def page(cast, who, code, **asked):
    asked = {name.replace("_", "-"): value for name, value in asked.items()}
    return cast.client(who).get(f"/so-lieu/{code}/", asked)


def book(answer):
    """The cells of the first sheet as text; a formula with its sign."""
    with zipfile.ZipFile(io.BytesIO(answer.content)) as parts:
        texts = etree.fromstring(parts.read("xl/sharedStrings.xml"))
        sheet = etree.fromstring(parts.read("xl/worksheets/sheet1.xml"))
    strings = ["".join(one.itertext()) for one in texts]
    return [[_cell(cell, strings) for cell in row] for row in sheet.iter("{*}row")]


def _cell(cell, strings):
    formula, value = cell.find("{*}f"), cell.findtext("{*}v", "")
    if formula is not None:
        return f"={formula.text}"
    return strings[int(value)] if cell.get("t") == "s" else value


@pytest.fixture
def twice(cast):
    """One member with two papers of the year, sent; another with none."""
    person = cast.member.person
    for day in (dt.date(2026, 1, 5), dt.date(2026, 2, 6)):
        Registration.objects.create(
            code=f"ĐK-2026-{day.month}",
            person=person,
            unit=cast.cell,
            year=day.year + day.month - 1,
            submitted_at=timezone.now(),
            subject="individual",
            is_party_member=True,
            status="submitted",
            registered_on=day,
            sent_to=cast.cell,
        )
    return person


def test_a_person_with_two_papers_is_one_row_that_says_two(cast, twice):
    seen = page(cast, "secretary", "registrations.people", ky="2026")
    rows = seen.context["rows"]
    assert [row["n"] for row in rows if row["cells"][1] == twice] == [2]
    assert seen.context["figure"].exact == seen.context["total"] == len(rows)
    assert seen.context["of_records"] > seen.context["total"]


def test_who_has_not_registered_is_named_in_the_own_cell_and_counted_above(cast, twice):
    code, here = "registrations.share_of_members", cast.cell.code
    own = page(cast, "secretary", code, ky="2026", don_vi=here)
    named = {str(row["cells"][0]) for row in own.context["missing_rows"]}
    shown = own.context["figure"]
    assert len(named) == own.context["missing"] == shown.denominator - shown.numerator
    assert str(twice) not in named and str(cast.secretary.person) in named
    above = page(cast, "committee", code, ky="2026", don_vi=here)
    text = above.content.decode()
    assert above.context["missing"] == own.context["missing"] and "missing_rows" not in above.context
    assert not any(name in text for name in named) and "Chỉ nêu số" in text


def test_a_part_can_be_chosen_on_the_page(cast, twice):
    seen = page(cast, "officer", "registrations.registered", ky="2026", tach="party:outside")
    assert (
        "Ngoài Đảng" in seen.content.decode() and seen.context["total"] == seen.context["figure"].exact == 0
    )


def test_the_workbook_of_a_list_counts_its_rows_by_a_formula(cast, twice):
    rows = book(page(cast, "secretary", "registrations.registered", ky="2026", xuat="xlsx"))
    assert rows[0][-1] == "Đơn vị" and rows[-1][:2] == ["Số dòng", f"=SUBTOTAL(103,A2:A{len(rows) - 1})"]


def test_the_workbook_of_a_ratio_divides_by_a_formula_unit_by_unit(cast, twice):
    rows = book(
        page(
            cast,
            "officer",
            "registrations.share_of_members",
            ky="2026",
            don_vi=cast.commune.code,
            xuat="xlsx",
        )
    )
    told = {row[0]: row for row in rows}
    mine = next(n for n, row in enumerate(rows, 1) if row[0] == "Chi bộ Trường THCS Hòa Bình")
    assert told["Chi bộ Trường THCS Hòa Bình"][3] == f'=IF(C{mine}=0,"",B{mine}/C{mine})'
    assert str(told["Cộng"][1]).startswith("=SUBTOTAL(109,B2")


def test_a_workbook_names_only_what_its_reader_may_open(cast, twice):
    mine = book(page(cast, "far_secretary", "registrations.registered", ky="2026", xuat="xlsx"))
    assert len(mine) == 1
    assert (
        page(
            cast, "far_secretary", "registrations.registered", don_vi=cast.cell.code, xuat="xlsx"
        ).status_code
        == 404
    )


def test_many_persons_leave_with_a_fresh_proof_only(cast, twice, settings, monkeypatch):
    browser, asked = cast.client("secretary"), {"ky": "2026", "xuat": "xlsx"}
    browser.get("/toi/")
    monkeypatch.setattr(of_people, "MANY_PERSONS", 0)
    settings.LANTOA_NOW = "2026-11-16T08:06:00+07:00"
    assert browser.get("/so-lieu/registrations.registered/", asked)["Location"].startswith(
        "/dang-nhap/xac-nhan/"
    )
    assert browser.get("/so-lieu/meetings.held/", asked).status_code == 200, "no line of it is somebody's"


PERSONS = {"Họ và tên", "Người đứng đầu", "Tác giả", "Tập thể, cá nhân", "Tên người hoặc tập thể"}


def test_every_list_that_names_people_is_known_to():
    naming = {
        code
        for code, one in catalogue().items()
        if PERSONS & {str(heading) for _path, heading in one.columns}
    }
    assert {"commendations.individuals", "outreach.individual_donors", "outreach.prize_authors"} <= naming
    assert {code for code in naming if not catalogue()[code].names_persons} == set()
    assert catalogue()["commendations.proposed_people"].names_persons, "whom it counts once, it names"


@pytest.mark.parametrize("code", ["study.least_attendance", "outreach.donating_units", "meetings.attendance"])
def test_every_way_of_counting_has_a_page_and_a_workbook_in_an_office_without_records(cast, code):
    assert page(cast, "officer", code).status_code == 200
    assert page(cast, "officer", code, xuat="xlsx").content.startswith(b"PK")


def test_a_sum_is_read_beside_what_is_added_of_each_record(cast):
    for topic, essays in (("Nghị quyết 1", 16), ("Nghị quyết 2", 5)):
        study.record_class(
            unit=cast.commune,
            by=cast.committee,
            topic=topic,
            held_on=dt.date(2026, 3, 2),
            level="grassroots",
            form="direct",
            party_summoned=20,
            party_attended=20,
            essays=essays,
        )
    asked = page(cast, "committee", "study.essays", ky="2026")
    assert [row["cells"][-1] for row in asked.context["rows"]] == [16, 5]
    assert asked.context["figure"].exact == 21 and asked.context["columns"][-1][1] == "Bài"


# As of a day


@pytest.fixture
def moved(cast):
    """The cell goes over to the other commune after the year is over."""
    organisation.move(cast.cell, parent=cast.far, on=dt.date(2026, 3, 1), decision="7-QĐ/TU", by=cast.system)


def members(cast, unit, **asked):
    return page(cast, "officer", "registrations.members", don_vi=unit.code, **asked)


def test_a_year_is_counted_by_the_tree_of_its_end_or_of_today_and_the_page_says_the_difference(cast, moved):
    then = members(cast, cast.commune, ky="2025")
    now = members(cast, cast.commune, ky="2025", ngay="2026-11-16")
    lost = then.context["figure"].exact - now.context["figure"].exact
    assert lost > 0 and "Tính theo tổ chức hiện nay" in then.content.decode()
    (row,) = now.context["difference"]
    assert row["name"] == "Chi bộ Trường THCS Hòa Bình" and row["more"] == -lost
    assert "không còn đơn vị này" in now.content.decode()
    assert now.context["total"] == now.context["figure"].exact


def test_a_day_inside_the_period_tells_what_had_happened_by_then(cast, twice):
    code = "registrations.registered"
    before = page(cast, "secretary", code, ky="2026", ngay="31/01/2026").context["figure"]
    assert before.exact == page(cast, "secretary", code, ky="2026").context["figure"].exact - 1
    assert before.period == Period.parse("2026-01")


def test_the_day_is_carried_by_every_link_from_the_pages_of_numbers(cast, moved):
    for address in (
        "/so-lieu/?nhom=registrations&ky=2025&ngay=2026-11-16",
        "/tong-quan/?nam=2025&ngay=2026-11-16",
    ):
        seen = cast.client("officer").get(address)
        found = (
            seen.context["figures"]
            if "figures" in seen.context
            else [card.figure for card in seen.context["found"].cards]
        )
        assert found and all("ngay=2026-11-16" in one.url for one in found)
        opened = cast.client("officer").get(found[0].url)
        assert opened.context["figure"].show() == found[0].show()


@pytest.mark.parametrize(
    ("day", "why"), [("2024-12-31", "trước"), ("2027-01-01", "chưa đến"), ("mai", "Không đọc")]
)
def test_a_day_that_cannot_be_asked_is_said_in_words(cast, day, why):
    answer = page(cast, "officer", "registrations.members", ky="2026", ngay=day)
    assert answer.status_code == 400 and why in answer.content.decode()


def test_the_overview_by_the_tree_of_today_has_the_units_of_today(cast, moved):
    seen = cast.client("officer").get(f"/tong-quan/?nam=2025&don-vi={cast.far.code}&ngay=2026-11-16")
    names = {row.placement.name for row in seen.context["page"]}
    assert "Chi bộ Trường THCS Hòa Bình" in names and Unit.objects.filter(pk=cast.cell.pk).exists()


def test_of_every_record_that_is_counted_somebody_may_be_shown_her_own(cast):
    counted = [one.records(cast.today) for one in catalogue().values() if one.records]
    assert len(counted) > 50
    without = {found.model.__name__ for found in counted if not hasattr(found.model.objects, "visible_to")}
    assert not without
