"""A report by the organisation of then and of now: the difference stands by unit, and its sum is what moved."""

import datetime as dt

from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantoa.figures.counting import figure
from lantoa.organisation import actions as organisation
from lantoa.outreach.models import Work
from lantoa.reports import actions, trees
from lantoa.reports.forms import form_called
from lantoa.reports.tests.world import NOW, YEAR
from tests.examples import examples

JULY = dt.date(2026, 7, 1)
HOUSES = "Nhà xây mới đã bàn giao"


def handed_over(unit, day=dt.date(2026, 5, 1)):
    Work.objects.create(unit=unit, name="Nhà", kind="house", build="new", handed_over_on=day)


def told(unit):
    found = trees.both(form_called("interim"), unit, YEAR)
    return {one.label: {row.name: (row.then, row.now) for row in one.units} for one in found}


def test_what_a_merged_cell_did_before_stands_with_it_then_and_with_its_heir_now(cast):
    handed_over(cast.other_cell), handed_over(cast.cell), handed_over(cast.cell, dt.date(2026, 9, 1))
    assert told(cast.commune) == {}
    organisation.merge([cast.other_cell], into=cast.cell, on=JULY, decision="12-QĐ/ĐU", by=cast.system)
    rows = told(cast.commune)[HOUSES]
    assert rows == {"Chi bộ Trường THCS Hòa Bình": (2, 3), organisation_name(cast.other_cell): (1, 0)}


def organisation_name(unit):
    return unit.placements.order_by("-starts").first().name


def test_a_cell_that_moved_away_takes_its_number_along_and_the_whole_says_so(cast):
    handed_over(cast.cell)
    organisation.move(cast.cell, parent=cast.far, on=JULY, by=cast.system, decision="15-QĐ/TU")
    [houses] = [one for one in trees.both(form_called("interim"), cast.commune, YEAR) if one.label == HOUSES]
    assert (houses.whole.then, houses.whole.now, houses.whole.more) == (1, 0, -1)
    [gone] = houses.units
    assert gone.ended and (gone.then, gone.now) == (1, 0)
    assert told(cast.province)[HOUSES] == {
        organisation_name(cast.commune): (1, 0),
        organisation_name(cast.far): (0, 1),
    }


def test_the_page_of_a_report_shows_the_difference_by_unit(cast):
    handed_over(cast.other_cell)
    organisation.merge([cast.other_cell], into=cast.cell, on=JULY, decision="12-QĐ/ĐU", by=cast.system)
    report = actions.begin(unit=cast.commune, period=YEAR, by=cast.officer, at=NOW)
    client, address = cast.client("officer"), reverse("reports:trees", args=[report.pk])
    assert address in client.get(reverse("reports:show", args=[report.pk])).content.decode()
    page = client.get(address).content.decode()
    assert HOUSES in page and "đã thôi trực thuộc" in page and "+1" in page
    assert cast.client("far_secretary").get(address).status_code == 404


@settings(
    max_examples=examples(6), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.tuples(st.sampled_from(["cell", "other_cell", "far_cell"]), st.integers(1, 11)), max_size=6)
)
def test_both_wholes_are_what_counting_says(cast, works):
    Work.objects.all().delete()
    for place, month in works:
        handed_over(getattr(cast, place), dt.date(2026, month, 3))
    form = form_called("interim")
    for unit in (cast.commune, cast.province):
        for tree in ("then", "now"):
            whole = figure("outreach.houses_built", unit=unit, period=YEAR, tree=tree).exact
            said = [one for one in trees.both(form, unit, YEAR) if one.label == HOUSES]
            assert not said or getattr(said[0].whole, tree) == whole
