"""Who signs, where, and what a period is compared with: small rules, decided without the database."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.documents import rules as papers
from lantoa.figures import rules as figures
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.text import lower_first
from lantoa.reports import actions, rules
from lantoa.reports.tests.world import YEAR


@pytest.mark.parametrize(
    ("organisation", "committee", "letters"),
    [
        ("Đảng bộ tỉnh Sơn Hà", "Tỉnh ủy Sơn Hà", "TU"),
        ("Đảng bộ thành phố Hải Phòng", "Thành ủy Hải Phòng", "TU"),
        ("Đảng bộ huyện Na Hang", "Huyện ủy Na Hang", "HU"),
        ("Đảng bộ xã An Phú", "Đảng ủy xã An Phú", "ĐU"),
        ("Đảng bộ phường Hồng Hà", "Đảng ủy phường Hồng Hà", "ĐU"),
        ("Đảng bộ Khối các cơ quan tỉnh", "Đảng ủy Khối các cơ quan tỉnh", "ĐU"),
        ("Đảng bộ Công an tỉnh", "Đảng ủy Công an tỉnh", "ĐU"),
        ("Đảng ủy UBND tỉnh", "Đảng ủy UBND tỉnh", "ĐU"),
        ("Chi bộ thôn Nà Lùng", "Chi bộ thôn Nà Lùng", "CB"),
        ("Sở Tư pháp", "Sở Tư pháp", "STP"),
    ],
)
def test_the_committee_signs_for_the_organisation(organisation, committee, letters):
    assert rules.committee_of(organisation) == committee
    assert papers.abbreviation_of(committee) == letters


def test_a_cell_signs_for_itself_and_a_committee_by_its_standing_body():
    assert rules.who_signs("Chi bộ thôn Nà Lùng") == "Chi bộ"
    assert rules.who_signs("Đảng ủy xã An Phú") == "Ban Thường vụ"


def test_the_place_is_the_nearest_territory():
    assert rules.place_of(["Đảng bộ tỉnh Sơn Hà", "Đảng bộ xã An Phú"]) == "An Phú"
    assert rules.place_of(["Đảng bộ tỉnh Sơn Hà", "Đảng bộ Sở Tư pháp", "Chi bộ Văn phòng"]) == "Sơn Hà"
    assert rules.place_of(["Đảng bộ Khối các cơ quan tỉnh Khánh Hòa"]) == "Khánh Hòa"
    assert rules.place_of(["Đảng bộ tỉnh Sơn Hà", "Đảng bộ Công an tỉnh"]) == "Sơn Hà"
    assert rules.place_of(["Đảng bộ Bộ Tài chính"]) == ""


def test_the_office_that_keeps_a_copy_is_the_committees():
    assert rules.archive_of("Tỉnh ủy Sơn Hà") == "Tỉnh ủy"
    assert rules.archive_of("Đảng ủy xã An Phú") == "Đảng ủy"
    assert rules.archive_of("Chi bộ thôn Nà Lùng") == ""


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2026", "2025"),
        ("2026-H1", "2025-H1"),
        ("2026-Q3", "2025-Q3"),
        ("2026-10", "2025-10"),
        ("2024-02-29..2024-03-31", "2023-02-28..2023-03-31"),
    ],
)
def test_a_period_is_compared_with_the_same_one_a_year_before(period, before):
    assert rules.same_period_a_year_before(Period.parse(period)) == Period.parse(before)


def test_three_years_have_no_same_period():
    assert rules.same_period_a_year_before(Period.parse("2021-01-01..2024-03-13")) is None


@pytest.mark.parametrize(
    ("day", "stage"), [("2021-01-01", 2021), ("2025-12-31", 2021), ("2026-01-01", 2026), ("2030-06-30", 2026)]
)
def test_stages_are_five_years(day, stage):
    assert figures.stage_of(dt.date.fromisoformat(day)) == dt.date(stage, 1, 1)


def test_a_period_that_began_before_its_stage_counts_from_its_own_beginning():
    assert rules.since_stage(Period.parse("2024-01-01..2026-06-30"), dt.date(2026, 1, 1)).starts == dt.date(
        2024, 1, 1
    )


@given(st.dates(dt.date(2016, 1, 1), dt.date(2040, 12, 31)), st.integers(1, 366))
def test_since_the_stage_always_holds_the_period(starts, days):
    period = Period(starts, starts + dt.timedelta(days=days))
    stage = rules.since_stage(period, figures.stage_of(period.last_day))
    assert stage.starts <= period.starts and stage.ends == period.ends


@pytest.mark.parametrize(
    ("text", "lower"),
    [
        ("Học tập, thực hành", "học tập, thực hành"),
        ("Ý kiến", "ý kiến"),
        ("PCI: hạng", "PCI: hạng"),
        ("", ""),
    ],
)
def test_names_go_into_a_sentence_in_small_letters(text, lower):
    assert lower_first(text) == lower


def test_lists_are_joined_as_people_speak():
    assert rules.joined([]) == ""
    assert rules.joined(["một"]) == "một"
    assert rules.joined(["một", "hai", "ba"]) == "một, hai và ba"


def test_refusals_say_what_to_do():
    with pytest.raises(NotAllowed, match="không soạn báo cáo"):
        rules.must_compose(True, False)
    with pytest.raises(NotAllowed, match="không ban hành"):
        rules.must_issue(False, True)
    with pytest.raises(Conflict, match="đã ban hành"):
        rules.must_be_draft(rules.ISSUED)
    with pytest.raises(BadInput, match="V. Phương hướng"):
        rules.must_be_written(
            {"proposals": "VI. Kiến nghị", "next": "V. Phương hướng"}, {"proposals": "Không"}
        )


@pytest.mark.django_db
def test_the_quarters_to_choose_from_keep_their_roman_numerals(cast):
    page = cast.client("committee").get("/bao-cao/").content.decode()
    assert "Quý IV/2026" in page and "Quý iv" not in page


def test_the_page_that_is_read_bears_the_head_and_the_end_of_the_paper(cast):
    report = actions.begin(unit=cast.commune, period=YEAR, by=cast.officer)
    page = cast.client("officer").get(report.get_absolute_url())
    edges, text = page.context["edges"], " ".join(page.content.decode().split())
    assert edges.titles == ("ĐẢNG CỘNG SẢN VIỆT NAM",) and edges.issuer == "ĐẢNG ỦY XÃ AN PHÚ"
    assert edges.number.endswith("-BC/ĐU") and edges.abstract_mark == "-----"
    assert edges.recipients[-1] == "- Lưu Văn phòng Đảng ủy." and edges.position == "BÍ THƯ"
    said = (*edges.recipients, edges.place_and_date, edges.signed_for)
    assert all(" ".join(line.split()) in text for line in said)
