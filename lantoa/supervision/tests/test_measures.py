"""What is counted: inspections where they are done; units and persons where they stand, each once and each time."""

from __future__ import annotations

import datetime as dt

from lantoa.figures.counting import figure
from lantoa.foundation.dates import Period
from lantoa.shortcomings import actions as shortcomings
from lantoa.supervision import actions
from lantoa.supervision.tests import stories

YEAR = Period.year(2026)


def count(code, unit, split=None):
    return figure(code, unit=unit, period=YEAR, split=split).exact


def test_inspections_units_and_persons(cast):
    stories.planned(cast)
    stories.opened(cast)
    stories.opened(cast)
    for _turn in (1, 2):
        stories.opened(cast, kind="inspection", unit=cast.cell, person=cast.member.person)
    assert count("supervision.inspections", cast.province) == 4
    assert count("supervision.inspections", cast.commune) == 0
    assert count("supervision.inspections", cast.province, ("kind", "thematic")) == 2
    assert count("supervision.units_inspected", cast.commune) == 1
    assert count("supervision.persons_inspected", cast.cell) == 1
    assert count("supervision.times_persons", cast.cell) == 2


def test_what_was_pointed_out_and_mended(cast):
    one = stories.opened(cast)
    actions.remember_remedy(one, by=cast.inspector, finding="Thiếu chỉ tiêu.", deadline=dt.date(2026, 12, 31))
    assert count("supervision.pointed_out", cast.commune) == 0
    stories.concluded(one, cast.inspector)
    assert count("supervision.pointed_out", cast.commune) == 1
    found = one.remedies.get().shortcoming
    assert found
    shortcomings.report_mended(found, by=cast.committee, done="Đã bổ sung.", mended_on=cast.today)
    shortcomings.verify(found, by=cast.leader)
    assert count("supervision.pointed_out_mended", cast.commune) == 1


def test_what_came_back_is_counted_as_papers_and_as_times(cast):
    one = stories.opened(cast)
    actions.remember_remedy(one, by=cast.inspector, finding="Thiếu chỉ tiêu.", deadline=dt.date(2026, 12, 31))
    stories.concluded(one, cast.inspector)
    found = one.remedies.get().shortcoming
    assert found
    for _turn in (1, 2):
        shortcomings.report_mended(found, by=cast.committee, done="Đã bổ sung.", mended_on=cast.today)
        shortcomings.verify(found, by=cast.leader)
        shortcomings.reopen(found, by=cast.leader, why="Lại thiếu.", deadline=dt.date(2027, 3, 31))
    assert (count("shortcomings.reopened", cast.commune), count("shortcomings.reopenings", cast.commune)) == (
        1,
        2,
    )
