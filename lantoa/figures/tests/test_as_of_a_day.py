"""What was there on a day, since when "lũy kế" counts, and the last period of a unit that ended."""

import datetime as dt
from decimal import Decimal

import pytest

from lantoa.figures import actions, counting, rules, stages
from lantoa.figures.models import Stage
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.organisation import actions as organisation
from lantoa.people.models import Membership, Person

YEAR, BEFORE = Period.year(2026), Period.year(2025)


def joins(unit, day):
    Membership.objects.create(person=Person.objects.create(full_name="Lê Văn Vào"), unit=unit, starts=day)


def members(unit, period, on=None):
    return counting.figure("registrations.members", unit=unit, period=period, on=on).exact


def test_what_is_there_on_a_day_is_asked_of_that_day_by_the_tree_of_another(cast):
    joins(cast.cell, dt.date(2026, 3, 1))
    assert members(cast.cell, YEAR, on=YEAR.last_day) - members(cast.cell, BEFORE, on=YEAR.last_day) == 1


def test_a_unit_that_ended_in_the_period_is_asked_as_it_was_on_its_last_day(cast):
    was = members(cast.other_cell, BEFORE)
    organisation.merge(
        [cast.other_cell], into=cast.cell, on=dt.date(2026, 7, 1), decision="12-QĐ/ĐU", by=cast.system
    )
    assert members(cast.other_cell, YEAR) == was > 0
    behind = counting.records_of(counting.measure_called("registrations.members"), cast.other_cell, YEAR)
    assert behind.count() == was


@pytest.mark.parametrize(
    ("word", "occasions", "said"),
    [
        ("luôn đạt", 3, "thấp nhất đạt"),
        ("luôn đạt", 1, "chính xác"),
        ("luôn đạt hơn", 3, "luôn đạt hơn"),
        ("luôn đạt hơn", 1, "hơn"),
    ],
)
def test_one_occasion_is_not_always(word, occasions, said):
    assert rules.least_word(word, occasions) == said


def test_a_stage_begins_with_the_term_unless_an_office_says_otherwise(cast):
    assert stages.began(dt.date(2024, 6, 30)) == dt.date(2021, 1, 1)
    actions.keep_stage(
        name="Kết luận 01", starts=dt.date(2021, 5, 18), last_day=dt.date(2025, 12, 31), by=cast.leader
    )
    assert stages.began(dt.date(2024, 6, 30)) == dt.date(2021, 5, 18)
    assert stages.began(dt.date(2026, 6, 30)) == dt.date(2026, 1, 1)


def test_two_stages_share_no_day_and_only_the_top_keeps_them(cast):
    actions.keep_stage(name="Giai đoạn 1", starts=dt.date(2021, 5, 18), last_day=None, by=cast.leader)
    with pytest.raises(BadInput, match="chồng lên “Giai đoạn 1”"):
        actions.keep_stage(name="Khác", starts=dt.date(2022, 1, 1), last_day=None, by=cast.leader)
    with pytest.raises(NotAllowed, match="cấp cao nhất"):
        actions.drop_stage(Stage.objects.get(), by=cast.committee)


def test_the_page_of_stages_keeps_one_and_takes_it_back(cast):
    browser = cast.client("leader")
    browser.post("/so-lieu/giai-doan/", {"name": "Nhiệm kỳ 2025–2030", "starts": "15/10/2025"})
    kept = Stage.objects.get()
    assert "Từ ngày 15/10/2025, chưa có ngày cuối" in browser.get("/so-lieu/giai-doan/").content.decode()
    browser.post(f"/so-lieu/giai-doan/{kept.pk}/bo/")
    assert not Stage.objects.exists()


def test_the_value_of_a_minimum_stays(cast):
    assert rules.stated(Decimal("92.5"), Decimal("0.5"), least=True)[0] == Decimal("92.5")


def test_a_ratio_of_a_year_before_has_the_members_of_that_year(cast):
    now = counting.figure("registrations.share_of_members", unit=cast.commune, period=YEAR)
    joins(cast.cell, dt.date(2026, 3, 1))
    before = counting.figure(
        "registrations.share_of_members", unit=cast.commune, period=BEFORE, on=YEAR.last_day
    )
    assert before.denominator == now.denominator
    again = counting.figure("registrations.share_of_members", unit=cast.commune, period=YEAR)
    assert again.denominator == now.denominator + 1
