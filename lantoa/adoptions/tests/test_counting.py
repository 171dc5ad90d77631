"""The numbers of taking over: an adoption counts where it was taken over; only what is old enough tells who lives."""

from __future__ import annotations

import datetime as dt
from html import unescape

import pytest
from django.urls import reverse

from lantoa.adoptions import actions as adoptions
from lantoa.adoptions.measures import MEASURES
from lantoa.figures.counting import figure
from lantoa.foundation.dates import Period
from lantoa.practices import actions
from lantoa.practices.tests.stories import running
from lantoa.practices.tests.test_counting import YEAR, count


def test_what_is_taken_over_is_not_registered_anew_but_runs_and_is_counted_as_such(cast):
    ours = running(cast)
    edge = adoptions.adopt(ours, by=cast.other_secretary)
    adoptions.adopt(edge.practice, by=cast.far_secretary)
    adoptions.adopt(running(cast, name="Việc hai"), by=cast.far_secretary)
    assert (count(cast, "registered"), count(cast, "registered_total")) == (2, 2)
    assert figure("practices.units_with_registration", unit=cast.province, period=YEAR).numerator == 1
    assert count(cast, "running") == 5
    assert [count(cast, "running", split=("origin", part)) for part in ("original", "adopted")] == [2, 3]
    assert (count(cast, "taken_over"), count(cast, "taken_over_total")) == (3, 3)
    assert [count(cast, "taken_over", split=("generation", part)) for part in ("first", "later")] == [2, 1]
    assert (count(cast, "units_taking_over"), count(cast, "adopted_practices")) == (2, 2)
    assert count(cast, "taken_over", unit=cast.commune) == 1
    assert count(cast, "adopted_practices", unit=cast.far) == 0
    assert count(cast, "taken_over", period=Period.year(2025)) == 0
    adoptions.withdraw(adoptions.adopt(ours, by=cast.committee), by=cast.committee)
    assert (count(cast, "taken_over"), count(cast, "running")) == (3, 5)


def test_only_those_observed_long_enough_tell_how_many_live(cast):
    ours = running(cast)
    gone = adoptions.adopt(ours, by=cast.other_secretary, on=dt.date(2025, 3, 1))
    adoptions.adopt(ours, by=cast.far_secretary, on=dt.date(2025, 8, 1))
    adoptions.adopt(ours, by=cast.committee, on=dt.date(2026, 9, 1))
    actions.stop(gone.practice, by=cast.other_secretary, reason="hết người", on=dt.date(2025, 9, 1))

    def alive(months, period):
        share = figure(f"practices.alive_after_{months}_months", unit=cast.province, period=period)
        return share.numerator, share.denominator

    assert alive(6, Period.parse("2025-H1")) == (0, 0)
    assert alive(6, Period.parse("2025-Q3")) == (0, 1)  # stopped on the very day it turned six months old
    assert alive(6, YEAR) == (1, 2)
    assert alive(12, YEAR) == (1, 2)
    assert alive(12, Period.parse("2026-Q1")) == (0, 1)
    assert count(cast, "adoptions_stopped") == 0
    assert count(cast, "adoptions_stopped", period=Period.year(2025)) == 1


def test_a_practice_is_talked_over_where_and_when_it_was_and_once_however_often(cast):
    ours = running(cast)
    for unit, by in ((cast.other_cell, cast.other_secretary), (cast.far_cell, cast.far_secretary)):
        one = adoptions.choose(ours, unit=unit, by=by)
        assert count(cast, "talked_over", unit=unit) == 0
        adoptions.note(one, by=by, on=cast.today, said="Nên thử.")
        assert count(cast, "talked_over", unit=unit) == 1
    assert (count(cast, "talked_over"), count(cast, "talked_over", unit=cast.cell)) == (1, 0)


@pytest.mark.parametrize("one", MEASURES, ids=lambda one: one.code)
def test_every_number_opens(cast, one):
    adoptions.adopt(running(cast), by=cast.other_secretary)
    answer = cast.client("leader").get(reverse("figures:records", args=[one.code]))
    assert answer.status_code == 200 and str(one.how_counted) in unescape(answer.content.decode())
