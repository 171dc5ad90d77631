"""The numbers of this room: what counts, once, for whom, in which period; and the list that opens."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from lantoa.figures.catalogue import measure
from lantoa.figures.children import by_child
from lantoa.figures.counting import figure, records_of
from lantoa.foundation.dates import Period
from lantoa.people import actors
from lantoa.registrations import actions
from lantoa.registrations.models import Registration
from lantoa.registrations.tests import papers
from tests.cast import person

YEAR = Period.year(2026)


def count(code, unit, split=None, period=YEAR):
    return figure(f"registrations.{code}", unit=unit, period=period, split=split).exact


@pytest.fixture
def four(cast):
    """Two members, someone outside the Party and a collective; one agreed to, one sent back, one far away."""
    guest = actors.as_member(person("Lý A Páo", cast.cell, status="outside").memberships.get(), cast.today)
    one = papers.approved(cast.member, cast.secretary)
    actions.return_for_changes(papers.submitted(cast.colleague), by=cast.secretary, reasons=["no_target"])
    papers.submitted(guest)
    whole = actions.start_draft(by=cast.secretary, year=2027, collective=True)
    actions.save_draft(whole, by=cast.secretary, tasks=[papers.TASK])
    actions.submit(whole, by=cast.secretary)
    papers.drafted(cast.secretary)  # a draft counts nowhere
    papers.submitted(cast.far_secretary)
    return one


def test_what_was_sent_counts_once_and_splits(cast, four):
    assert count("registered", cast.cell) == 4
    assert count("registered", cast.cell, ("subject", "collective")) == 1
    assert count("registered", cast.cell, ("subject", "individual")) == 3
    assert count("registered", cast.cell, ("party", "member")) == 2
    assert count("registered", cast.cell, ("party", "outside")) == 1
    assert count("approved", cast.cell) == 1
    assert count("people", cast.cell) == 3


def test_the_province_is_the_sum_of_what_lies_below(cast, four):
    assert count("registered", cast.province) == 5
    below = by_child("registrations.registered", unit=cast.province, period=YEAR).children
    sums = {place.unit_id: each.exact for place, each in below}
    assert sums == {cast.commune.pk: 4, cast.far.pk: 1}
    assert count("registered", cast.other_cell) == 0


def test_a_period_takes_what_was_first_sent_in_it(cast, four):
    assert count("registered", cast.province, period=Period.parse("2026-Q3")) == 0
    assert count("registered", cast.province, period=Period.parse("2026-Q4")) == 5
    later = replace(cast.colleague, on=dt.date(2027, 1, 5))
    back = actions.start_draft(by=later, year=2027)
    actions.submit(actions.save_draft(back, by=later, tasks=[papers.TASK]), by=later)
    assert count("registered", cast.cell) == 4
    assert count("registered", cast.cell, period=Period.year(2027)) == 0


def test_members_who_registered_of_members_there_are(cast, four):
    share = figure("registrations.share_of_members", unit=cast.cell, period=YEAR)
    assert share.show() == "2/3 đảng viên"  # Hương and Thắng; Lan has only a draft; Páo is outside
    assert share.share == Decimal("66.67")


def test_a_person_of_two_years_is_one_person_and_two_papers(cast):
    papers.submitted(cast.member, year=2026)
    papers.submitted(cast.member, year=2027)
    assert (count("registered", cast.cell), count("people", cast.cell)) == (2, 1)


def test_lines_and_papers_with_lines_are_two_numbers(cast, four):
    for day in (14, 15, 16):
        actions.record_progress(
            four.tasks.get(), by=cast.member, on=dt.date(2026, 11, day), text=f"Buổi {day}", value=Decimal(4)
        )
    assert (count("progress", cast.province), count("with_progress", cast.province)) == (3, 1)


def test_cells_that_have_one_of_cells_there_are(cast, four):
    assert figure("registrations.cells", unit=cast.province, period=YEAR).show() == "2/3 chi bộ"


def test_the_list_behind_the_number_is_as_long_as_the_number(cast, four):
    found = records_of(measure("registrations.registered"), cast.province, YEAR)
    assert found.count() == count("registered", cast.province) == 5
    shown = figure("registrations.registered", unit=cast.province, period=YEAR)
    page = cast.client("officer").get(shown.url).content.decode()
    for name in ("Đỗ Thị Hương", "Bùi Văn Thắng", "Lý A Páo", "Giàng A Sử", four.code):
        assert name in page


@pytest.mark.deep
@pytest.mark.parametrize(
    "code",
    [
        "approved",
        "people",
        "members",
        "members_registered",
        "progress",
        "with_progress",
        "cells",
        "share_of_members",
    ],
)
def test_every_number_opens(cast, four, code):
    actions.record_progress(four.tasks.get(), by=cast.member, on=cast.today, text="Một buổi")
    shown = figure(f"registrations.{code}", unit=cast.province, period=YEAR)
    answer = cast.client("officer").get(shown.url)
    assert answer.status_code == 200 and shown.bare in answer.content.decode()


def test_what_was_returned_is_counted_by_the_day_it_went_back(cast, four):
    assert count("returned", cast.cell) == 1
    assert count("returned", cast.cell, period=Period.year(2025)) == 0
    back = Registration.objects.returned().get()
    actions.save_draft(back, by=cast.colleague, tasks=[papers.TASK])
    papers.agree(actions.submit(back, by=cast.colleague), cast.secretary)
    assert (count("returned", cast.cell), count("approved", cast.cell)) == (1, 2)


def test_what_is_in_progress_is_agreed_to_and_not_concluded(cast, four):
    assert count("in_progress", cast.cell) == 1
    paper = papers.approved(replace(cast.member, on=dt.date(2026, 1, 20)), cast.secretary, year=2026)
    assert count("in_progress", cast.cell) == 2
    papers.remarked(paper, cast.member, cast.secretary)
    actions.reply(paper, by=cast.member, text="Đồng ý.")
    actions.close(paper, by=cast.secretary)
    assert count("in_progress", cast.cell) == 1
    assert count("completed", cast.cell) == 1
    assert count("in_progress", cast.cell, period=Period.year(2028)) == 0


@pytest.mark.parametrize("code", ["registered", "approved", "returned", "in_progress", "progress"])
def test_every_number_splits_by_whom_and_by_level(cast, four, code):
    actions.record_progress(four.tasks.get(), by=cast.member, on=cast.today, value=Decimal(3))
    whole = count(code, cast.cell)
    for split in ("subject", "level"):
        parts = measure(f"registrations.{code}").splits[split].parts
        assert sum(count(code, cast.cell, (split, part)) for part in parts) == whole
    assert count(code, cast.cell, ("level", "cell")) == whole
