"""What came late is told in the next report; what was given, mended, praised is not silent for want of a head."""

import datetime as dt

import pytest

from lantoa.figures import actions as figures
from lantoa.foundation.dates import Period
from lantoa.outreach.models import Campaign, Donation, Work
from lantoa.reports import actions, rules, sentences
from lantoa.reports.tests.test_what_a_report_says import gave, lines
from lantoa.reports.tests.world import NOW, YEAR, every_text, in_words, open_terms

H1, H2 = Period.parse("2026-H1"), Period.parse("2026-H2")


def issued(cast):
    open_terms(cast)
    report = actions.begin(unit=cast.commune, period=H1, by=cast.committee)
    actions.write(report, texts=every_text(), heads={}, by=cast.committee, at=NOW)
    return actions.issue(report, on=cast.today, letters="ĐU", by=cast.committee, at=NOW)


def mended(cast, unit, build="repair"):
    return Work.objects.create(
        unit=unit, name="Nhà ông Páo", kind="house", build=build, handed_over_on=dt.date(2026, 5, 1)
    )


@pytest.mark.deep(slow=True)
def test_what_came_late_is_told_in_the_next_report_and_beside_the_issued_one(cast):
    mended(cast, cast.cell, "new")
    report = issued(cast)
    assert "So với" not in " ".join(lines(in_words(cast.commune, H2), "general"))
    mended(cast, cast.cell, "new"), mended(cast, cast.cell, "new")
    told = lines(in_words(cast.commune, H2), "general")
    assert told[-1] == (
        "So với số đã báo cáo của 6 tháng đầu năm 2026: bổ sung 2 căn (nhà xây mới đã bàn giao)."
    )
    page = cast.client("committee").get(f"/bao-cao/{report.pk}/thay-doi/").content.decode()
    assert "Nhà xây mới đã bàn giao" in page and page.count('<th scope="row">') == 1


def test_what_was_signed_as_not_recorded_is_not_called_nought_afterwards(cast):
    report = issued(cast)
    mended(cast, cast.cell, "new")
    page = cast.client("committee").get(f"/bao-cao/{report.pk}/thay-doi/")
    (change,) = page.context["changes"]
    assert (change.said, change.more) == ("chưa ghi", 1) and "chưa ghi" in page.content.decode()


@pytest.mark.deep(slow=True)
def test_what_was_struck_out_is_told_as_less(cast):
    first, _second = mended(cast, cast.cell, "new"), mended(cast, cast.cell, "new")
    issued(cast)
    Work.objects.filter(pk=first.pk).delete()
    assert "giảm 1 căn" in lines(in_words(cast.commune, H2), "general")[-1]


def test_money_of_a_cell_and_of_the_committee_itself_is_not_silent(cast):
    gave(cast, cast.cell, 6_500_000)
    assert lines(in_words(cast.cell), "outreach") == ["Ủng hộ 6,5 triệu đồng."]
    Donation.objects.all().delete()
    gave(cast, cast.province, 102_000_000)
    assert lines(in_words(cast.province), "outreach") == ["Ủng hộ 102 triệu đồng."]


def test_gifts_that_are_no_money_are_told_and_not_turned_into_money(cast):
    campaign = Campaign.objects.create(name="Gạo", launched_by=cast.province, starts=dt.date(2021, 1, 1))
    Donation.objects.create(
        unit=cast.cell,
        campaign=campaign,
        donor_kind="collective",
        in_kind="400 kg gạo",
        given_on=dt.date(2026, 5, 1),
    )
    assert lines(in_words(cast.commune), "outreach") == [
        "Đã nhận 1 khoản ủng hộ bằng hiện vật, không quy ra tiền."
    ]


def test_houses_that_were_only_mended_are_told(cast):
    for _number in range(6):
        mended(cast, cast.cell)
    assert lines(in_words(cast.commune), "outreach") == ["Đã sửa chữa 6 căn nhà."]


@pytest.mark.deep
def test_a_report_speaks_in_the_words_of_the_programme_of_its_period(cast):
    then = in_words(cast.commune, Period.parse("2023"))
    assert then.part("registrations").heading == "2. Đăng ký học tập và làm theo"
    assert in_words(cast.commune, H2).part("registrations").heading == "2. Đăng ký học tập, thực hành"
    assert rules.in_the_words_of("đăng ký nội dung học tập, thực hành", then.programme).endswith("làm theo")


def test_a_small_amount_said_by_the_billion_does_not_vanish(cast):
    gave(cast, cast.cell, 300_000_000)
    figures.say_rounded("outreach.money", unit=cast.province, step=10**9, by=cast.system)
    said = sentences.plain(in_words(cast.province, YEAR).part("outreach").lines[0])
    assert said == "Có 1/2 tổ chức đảng ủng hộ 300 triệu đồng."
