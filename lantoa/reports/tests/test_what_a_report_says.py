"""The draft: figures in their sections, gaps named, the programme and its bases as of the period's last day."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.figures import actions as figures
from lantoa.figures.catalogue import catalogue
from lantoa.figures.counting import figure
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput
from lantoa.organisation import actions as organisation
from lantoa.outreach.models import Campaign, Donation
from lantoa.reports import paper, sentences
from lantoa.reports.forms import form_called
from lantoa.reports.tests.world import NOW, YEAR, composed, declare, furnish, in_words
from tests.cast import person

THREE_YEARS = Period.parse("2021-01-01..2024-03-13")


def lines(content, code):
    return [sentences.plain(line) for line in content.part(code).lines]


def items(content, code):
    return [sentences.plain(line) for line in content.part(code).items]


def gave(cast, unit, amount, day=dt.date(2026, 5, 1)):
    """The unit gives money."""
    campaign, _new = Campaign.objects.get_or_create(
        name="Mỗi tổ chức gắn với một địa chỉ nhân đạo", launched_by=cast.province, starts=dt.date(2021, 1, 1)
    )
    return Donation.objects.create(
        unit=unit, campaign=campaign, donor_kind="collective", amount=amount, given_on=day
    )


def test_declared_figures_stand_in_the_sentences_that_would_count_them(cast):
    furnish(cast)
    assert lines(in_words(cast.province), "outreach") == [
        "Có 56/66 tổ chức đảng và 7 cá nhân ủng hộ gần 3 tỷ đồng.",
        "Đã xây mới và bàn giao 28 căn nhà.",
        "Đã tiếp nhận trên 550 ý kiến của nhân dân.",
    ]


def test_what_has_no_records_is_listed_with_its_unit_precision_and_period(cast):
    furnish(cast)
    declare(
        cast,
        "hospital.holidays",
        cast.things["hospital"],
        label="Số bệnh nhân dịp nghỉ lễ",
        count="bệnh nhân/ngày",
        value=200,
        precision="thường lên tới",
        period="2026-Q3",
    )
    said = items(in_words(cast.province), "duty")
    assert said == [
        "Tỷ lệ hồ sơ giải quyết đúng hạn và trước hạn đạt 98,06% (tính trên hồ sơ đã giải quyết);",
        "Khoa Cấp cứu, Bệnh viện Đa khoa tỉnh: số bệnh nhân dịp nghỉ lễ thường lên tới 200 bệnh nhân/ngày "
        "(quý III/2026);",
        "Khoa Cấp cứu, Bệnh viện Đa khoa tỉnh: số bệnh nhân tiếp nhận trung bình 120 bệnh nhân/ngày.",
    ]


def test_two_figures_of_one_unit_share_a_line_and_words_follow_a_colon(cast):
    declare(cast, "school.awards", cast.cell, label="Giải thưởng", count="giải", value=3)
    declare(
        cast,
        "school.praise",
        cast.cell,
        label="Tấm gương",
        kind="text",
        text="hàng trăm",
        precision="định tính",
    )
    assert items(in_words(cast.commune), "duty") == [
        "Chi bộ Trường THCS Hòa Bình: có 3 giải thưởng; tấm gương: hàng trăm."
    ]


def test_an_indicator_chooses_its_section_and_an_unknown_one_goes_to_the_duties(cast):
    declare(
        cast,
        "inspection.visits",
        cast.commune,
        label="Cuộc giám sát",
        count="cuộc",
        section="inspection",
        value=3,
    )
    declare(cast, "other.thing", cast.commune, label="Việc khác", count="việc", section="results", value=4)
    content = in_words(cast.commune)
    assert items(content, "inspection") == ["Có 3 cuộc giám sát."]
    assert items(content, "duty") == ["Có 4 việc khác."]


def test_records_are_counted_and_their_figures_open_their_lists(cast):
    gave(cast, cast.cell, 2_000_000_000)
    gave(cast, cast.far, 953_000_000)
    figures.say_rounded("outreach.money", unit=cast.province, step=1_000_000_000, by=cast.system)
    content = in_words(cast.province)
    assert lines(content, "outreach") == ["Có 2/2 tổ chức đảng ủng hộ gần 3 tỷ đồng."]
    money = content.part("outreach").lines[0][-2]
    assert money.url == f"/so-lieu/outreach.money/?don-vi={cast.province.code}&ky=2026"
    page = cast.client("officer").get(money.url)
    assert page.status_code == 200


def test_the_tree_is_told_at_the_height_of_the_unit(cast):
    assert lines(in_words(cast.province), "general") == [
        "Đảng bộ tỉnh Sơn Hà có 2 tổ chức cơ sở đảng và 3 chi bộ; danh sách đã ghi tên 6 đảng viên."
    ]
    assert lines(in_words(cast.commune), "general") == ["Đảng bộ xã An Phú có 2 chi bộ với 4 đảng viên."]
    assert lines(in_words(cast.cell), "general") == ["Chi bộ Trường THCS Hòa Bình có 3 đảng viên."]


def test_units_without_records_and_declarations_are_named(cast):
    furnish(cast)
    content = in_words(cast.province)
    assert [one.name for one in content.missing] == ["Đảng bộ xã Nậm Khao"]
    assert list(paper.gaps(content, "Đơn vị mới thành lập.")) == [
        "Có 1/2 tổ chức đảng trực thuộc có số liệu trong kỳ.",
        "Báo cáo chưa có số liệu của 1 tổ chức: Đảng bộ xã Nậm Khao. Đơn vị mới thành lập.",
    ]


def test_a_record_deep_below_speaks_for_the_unit_above_it(cast):
    gave(cast, cast.far_cell, 1_000_000)
    gave(cast, cast.cell, 1_000_000)
    assert in_words(cast.province).missing == ()


def test_a_record_of_last_year_does_not(cast):
    gave(cast, cast.far_cell, 1_000_000, dt.date(2025, 5, 1))
    assert [one.name for one in in_words(cast.province).missing] == [
        "Đảng bộ xã An Phú",
        "Đảng bộ xã Nậm Khao",
    ]


def test_members_alone_are_not_a_report(cast):
    person("Vàng Thị Mai", cast.far_cell)
    assert len(in_words(cast.province).missing) == 2


def test_nothing_is_missing_where_nothing_stands_below(cast):
    content = composed(cast.cell)
    assert (content.units_due, content.missing) == (0, ())
    assert list(paper.gaps(content)) == []


def test_the_programme_is_named_as_of_the_periods_last_day(cast):
    now, then = in_words(cast.province), in_words(cast.province, THREE_YEARS)
    assert now.programme.startswith("Học tập, thực hành") and "07-CT/TW" in now.bases
    assert then.programme.startswith("Học tập và làm theo")
    assert then.bases.startswith(
        "Chỉ thị số 05-CT/TW, ngày 15/5/2016 và Kết luận số 01-KL/TW, ngày 18/5/2021"
    )
    assert now.unverified == ("Chỉ thị 07-CT/TW",)


@pytest.mark.deep
def test_the_data_are_as_of_today_or_of_the_periods_end(cast):
    assert in_words(cast.province).data_as_of == cast.today
    assert in_words(cast.province, THREE_YEARS).data_as_of == dt.date(2024, 3, 13)
    said = paper.opening(in_words(cast.commune, Period.parse("2026-H1")), "Đảng ủy xã An Phú")
    assert said.endswith(
        "Đảng ủy xã An Phú báo cáo kết quả 6 tháng đầu năm 2026 (số liệu đến ngày 30/6/2026) như sau:"
    )


@pytest.mark.deep(slow=True)
def test_every_measure_of_the_house_is_in_the_content(cast):
    content = composed(cast.province)
    beside = set(form_called("interim").beside)  # they would point at a person
    assert {one.code for one in content.figures} == set(catalogue()) - beside
    for one in content.figures:
        assert one == figure(one.code, unit=cast.province, period=YEAR)


@pytest.mark.deep(slow=True)
def test_the_annex_sets_the_year_before_and_the_stage_beside_the_period(cast):
    gave(cast, cast.cell, 5, dt.date(2025, 8, 1))
    gave(cast, cast.cell, 7, dt.date(2026, 2, 1))
    gave(cast, cast.cell, 9, dt.date(2026, 8, 1))
    row = next(r for r in composed(cast.commune, Period.parse("2026-Q3")).annex if r.code == "outreach.money")
    assert (row.now.number, row.before.number, row.since.number) == (9, 5, 16)
    assert row.url.endswith("ky=2026-Q3")


@pytest.mark.deep(slow=True)
def test_the_annex_keeps_the_word_of_a_declared_number(cast):
    furnish(cast)
    rows = {row.code: row for row in composed(cast.province).annex}
    assert rows["outreach.money"].now.shown == "gần 3.000.000.000"
    assert rows["outreach.donating_units"].now.shown == "56/66 (84,85%)"
    assert rows["justice.on_time"].note == "tính trên hồ sơ đã giải quyết"
    assert rows["hospital.patients"].note == "Khoa Cấp cứu, Bệnh viện Đa khoa tỉnh"


@pytest.mark.deep(slow=True)
def test_units_add_up_to_the_whole_in_their_table(cast):
    content = composed(cast.province)
    members = content.columns.index("Đảng viên")
    *children, whole = content.units
    assert [row.name for row in content.units] == [
        "Đảng bộ xã An Phú",
        "Đảng bộ xã Nậm Khao",
        "Toàn đơn vị",
    ]
    assert whole.total and whole.entries[members].number == 6
    assert sum(row.entries[members].number for row in children) == 6
    assert {row.note for row in children} == {"chưa có số liệu"}


def test_a_unit_that_ended_within_the_period_reports_as_it_stood(cast):
    organisation.merge([cast.far], into=cast.commune, on=dt.date(2026, 7, 1), by=cast.system)
    assert lines(in_words(cast.far), "general") == ["Đảng bộ xã Nậm Khao có 1 chi bộ với 2 đảng viên."]


def test_a_unit_that_did_not_exist_yet_has_no_report(cast):
    with pytest.raises(BadInput, match="không hoạt động trong kỳ năm 2016"):
        composed(cast.commune, Period.year(2016))


def test_which_kinds_of_records_there_are_is_asked_once_for_all_periods(cast):
    with CaptureQueriesContext(connection) as asked:
        composed(cast.commune)
    kinds = [one["sql"] for one in asked if one["sql"].count("EXISTS(") > 20]
    assert kinds and len(kinds) == len(set(kinds))


@pytest.mark.deep
def test_the_number_of_queries_does_not_grow_with_the_units(cast):
    furnish(cast)
    gave(cast, cast.commune, 1_000)
    with CaptureQueriesContext(connection) as few:
        composed(cast.province)
    for number in range(12):
        unit = organisation.found(
            name=f"Đảng bộ xã {number}",
            parent=cast.province,
            kind="party",
            level="grassroots",
            on=NOW.date(),
            by=cast.system,
        )
        gave(cast, unit, 1_000)
    with CaptureQueriesContext(connection) as many:
        composed(cast.province)
    assert len(many) <= len(few)
