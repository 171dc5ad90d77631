"""Works: counted once handed over; new houses are not repairs."""

import datetime as dt

import pytest

from lantoa.foundation.errors import BadInput, Conflict
from lantoa.outreach import actions
from lantoa.outreach.models import Work
from lantoa.outreach.queries import work_totals

DAY = dt.date(2026, 9, 2)


def build(cast, **more):
    return actions.record_work(
        **{"unit": cast.cell, "kind": "house", "name": "Nhà đại đoàn kết", "by": cast.secretary, **more}
    )


def test_totals_tell_new_repaired_and_under_way_apart(cast):
    build(cast, handed_over_on=DAY)
    build(cast, build="repair", handed_over_on=DAY)
    build(cast, kind="road", handed_over_on=DAY)
    build(cast)
    totals = work_totals(Work.objects.all())
    assert (totals.new, totals.new_houses, totals.repaired, totals.under_way) == (2, 1, 1, 1)


def test_a_house_is_handed_over_once(cast):
    work = build(cast)
    with pytest.raises(BadInput, match="chưa đến"):
        actions.hand_over(work, on=dt.date(2026, 12, 1), by=cast.secretary)
    actions.hand_over(work, on=DAY, by=cast.secretary)
    with pytest.raises(Conflict):
        actions.hand_over(work, on=DAY, by=cast.committee)
    assert Work.objects.handed_over().new_houses().get() == work


def test_a_work_has_a_name_and_a_cost_that_makes_sense(cast):
    with pytest.raises(BadInput, match="Nhập tên công trình"):
        build(cast, name=" ")
    with pytest.raises(BadInput, match="lớn hơn 0"):
        build(cast, cost=0)
