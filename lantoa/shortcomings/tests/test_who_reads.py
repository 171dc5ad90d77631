"""Members' shortcomings stay where they are followed; what is written of one is never hidden from her."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from lantoa.figures.counting import figure
from lantoa.foundation.dates import Period
from lantoa.portal.queries import events_for
from lantoa.shortcomings import actions, queries
from lantoa.shortcomings.models import Shortcoming
from lantoa.shortcomings.tests import stories

INDEX, PRINT = reverse("shortcomings:index"), reverse("shortcomings:print")
YEAR = Period.parse("2026")


@pytest.mark.parametrize(
    "who", ["committee", "officer", "leader", "inspector", "other_secretary", "colleague"]
)
def test_no_level_above_reads_of_a_member(cast, who):
    one = stories.of_member(cast)
    actor = getattr(cast, who)
    assert not Shortcoming.objects.visible_to(actor).exists()
    assert cast.client(who).get(one.get_absolute_url()).status_code == 404
    for address in (INDEX, PRINT):
        assert stories.FINDING not in cast.client(who).get(f"{address}?xem=don-vi").content.decode()
    assert not events_for(actor).filter(subject_type="shortcomings.shortcoming").exists()


def test_the_person_and_the_cell_read_it(cast):
    one = stories.of_member(cast)
    for who in ("member", "secretary"):
        assert Shortcoming.objects.visible_to(getattr(cast, who)).get() == one


def test_an_administrator_reads_nothing(cast):
    stories.of_unit(cast.secretary)
    assert not Shortcoming.objects.visible_to(cast.administrator).exists()
    assert cast.client("administrator").get(INDEX).status_code == 403


def test_the_number_counts_and_its_list_hides_the_persons(cast):
    stories.of_member(cast)
    stories.of_unit(cast.secretary)
    found = figure("shortcomings.found", unit=cast.commune, period=YEAR, on=cast.today)
    assert found.value == 2
    for part in ("unit", "person"):
        split = figure(
            "shortcomings.found", unit=cast.commune, period=YEAR, on=cast.today, split=("whose", part)
        )
        assert split.value == 1
    address = reverse("figures:records", args=["shortcomings.found"])
    page = cast.client("committee").get(f"{address}?don-vi={cast.commune.code}&ky=2026").content.decode()
    assert "Sổ ghi biên bản" in page and stories.FINDING not in page and "Đỗ Thị Hương" not in page


def test_the_other_numbers(cast):
    late = stories.of_unit(cast.secretary, found_on=dt.date(2026, 9, 1), deadline=dt.date(2026, 10, 1))
    timely = stories.of_member(cast)
    assert late.is_overdue(cast.today) and not timely.is_overdue(cast.today)
    codes = ("open", "mended_verified", "mended_in_time")

    def numbers():
        return [
            figure(f"shortcomings.{c}", unit=cast.commune, period=YEAR, on=cast.today).value for c in codes
        ]

    assert numbers() == [2, 0, 0]
    stories.reported(late, cast.secretary, cast.today)
    actions.verify(late, by=cast.committee)
    stories.reported(timely, cast.member)
    actions.verify(timely, by=cast.secretary)
    assert numbers() == [0, 2, 1]
    share = figure("shortcomings.share_in_time", unit=cast.commune, period=YEAR, on=cast.today)
    assert (share.numerator, share.denominator) == (1, 2)
    withdrawn = stories.of_member(cast)
    actions.withdraw(withdrawn, by=cast.secretary, why="Ghi nhầm.")
    assert figure("shortcomings.found", unit=cast.commune, period=YEAR, on=cast.today).value == 2


def test_what_other_rooms_ask(cast):
    ours = stories.of_unit(cast.secretary)
    hers = stories.of_member(cast)
    assert [(one.field, one.finding) for one in queries.open_of_unit(cast.cell, on=cast.today)] == [
        (ours.field, ours.finding)
    ]
    assert not queries.open_of_unit(cast.commune, on=cast.today).exists()
    assert queries.open_of(cast.member.person, on=cast.today).get() == hers
    assert not queries.open_of(cast.member.person, on=dt.date(2026, 11, 1)).exists()


def test_the_list_filters_by_state(cast):
    stories.of_unit(cast.secretary, found_on=dt.date(2026, 9, 1), deadline=dt.date(2026, 10, 1))
    stories.reported(stories.of_member(cast), cast.member)
    client = cast.client("secretary")

    def shown(state: str) -> tuple[bool, bool]:
        page = client.get(f"{INDEX}?xem=don-vi&loc={state}").content.decode()
        return "Sổ ghi biên bản" in page, "Trả lời đơn thư" in page

    assert shown("") == (True, True)
    assert shown("qua-han") == (True, False)
    assert shown("cho-xac-nhan") == (False, True)
    assert shown("da-khac-phuc") == (False, False)
    assert shown("khong-co") == (True, True)


def test_the_list_asks_a_fixed_number_of_questions(cast, django_assert_max_num_queries):
    for _n in range(12):
        stories.of_member(cast)
    client = cast.client("secretary")
    client.get(INDEX)
    with django_assert_max_num_queries(25):
        client.get(f"{INDEX}?xem=don-vi")
    for _n in range(12):
        stories.of_unit(cast.secretary)
    with django_assert_max_num_queries(20):
        assert client.get(f"{PRINT}?xem=don-vi").content.decode().count("Sổ ghi biên bản") == 12
