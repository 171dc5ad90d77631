"""The numbers this room counts open, and say what the source articles say."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantoa.figures import counting
from lantoa.figures.catalogue import measure
from lantoa.foundation.dates import Period
from lantoa.people import actors
from lantoa.programme import actions
from lantoa.programme.models import Plan
from tests.cast import TODAY
from tests.examples import examples

pytestmark = pytest.mark.django_db
TERM = {
    "scope": "term",
    "title": "Kế hoạch toàn khóa",
    "starts": dt.date(2021, 1, 1),
    "ends": dt.date(2026, 1, 1),
}
UNTIL_MAY_2023 = Period.parse("2021-01-01..2023-05-10")


def issue(unit, number, day, by, **fields):
    return actions.record_issued_plan(unit=unit, number=number, issued_on=day, by=by, **{**TERM, **fields})


def test_every_grassroots_organisation_with_a_plan_of_the_term(cast):
    """A02: n/N with both numbers; the first commune's plan of 2024 does not count in May 2023."""

    def count():
        return counting.figure("programme.units_with_plan", unit=cast.province, period=UNTIL_MAY_2023)

    issue(cast.far, "1-KH/ĐU", dt.date(2021, 3, 1), cast.officer)
    issue(cast.commune, "2-KH/ĐU", dt.date(2024, 1, 1), cast.officer)
    assert count().show() == "1/2 tổ chức cơ sở đảng"
    issue(cast.commune, "1-KH/ĐU", dt.date(2021, 2, 1), cast.officer)
    assert count().show() == "2/2 tổ chức cơ sở đảng" and count().share == 100
    term = counting.figure("programme.term_plans", unit=cast.province, period=UNTIL_MAY_2023)
    assert term.value == 2


def test_a_cells_plan_is_not_its_committees(cast):
    issue(cast.cell, "1-KH/CB", dt.date(2021, 3, 1), cast.secretary)
    figure = counting.figure("programme.units_with_plan", unit=cast.commune, period=UNTIL_MAY_2023)
    assert figure.show() == "0/1 tổ chức cơ sở đảng"


def test_documents_are_counted_and_their_numbers_are_never_added(cast):
    """A06: Hướng dẫn 03 is one document, whatever its number."""
    for number in ("03", "27"):
        actions.record_directive(
            unit=cast.commune,
            by=cast.committee,
            kind="guidance",
            number=number,
            issued_on=dt.date(2022, 3, 1),
            abstract="về xây dựng mô hình",
        )
    figure = counting.figure("programme.directives", unit=cast.province, period=UNTIL_MAY_2023)
    assert figure.value == 2
    by_kind = counting.figure(
        "programme.directives", unit=cast.province, period=UNTIL_MAY_2023, split=("kind", "guidance")
    )
    assert by_kind.value == 2
    page = cast.client("officer").get(figure.url).content.decode()
    assert "Hướng dẫn" in page and "về xây dựng mô hình" in page


def test_movements_by_the_level_that_launched_them(cast):
    """B09: five of the centre, five of the province; counted apart."""
    for level in ("central", "province"):
        for number in range(5):
            actions.launch_movement(
                unit=cast.province,
                by=cast.officer,
                name=f"{level} {number}",
                level=level,
                starts=dt.date(2022, 1, 1),
            )
    ended = dt.date(2022, 6, 1)
    actions.launch_movement(
        unit=cast.province, by=cast.officer, name="xong", level="unit", starts=dt.date(2022, 1, 1), ends=ended
    )
    running = {
        part: counting.figure(
            "programme.movements", unit=cast.province, period=UNTIL_MAY_2023, split=("level", part)
        ).value
        for part in ("central", "province", "unit")
    }
    assert running == {"central": 5, "province": 5, "unit": 0}
    launched = counting.figure(
        "programme.movements_launched", unit=cast.province, period=Period.parse("2022")
    )
    assert launched.value == 11
    assert cast.client("officer").get(launched.url).status_code == 200


def test_tasks_that_fell_due_and_those_done(cast):
    tasks = [{"content": f"Việc {n}", "due": dt.date(2022, n, 1)} for n in range(1, 5)]
    plan = issue(cast.cell, "1-KH/CB", dt.date(2021, 3, 1), cast.secretary, tasks=tasks)
    actions.finish_task(plan.tasks.first(), on=dt.date(2022, 1, 1), by=cast.secretary)
    for code, expected in (("plan_tasks", 4), ("plan_tasks_done", 1)):
        figure = counting.figure(f"programme.{code}", unit=cast.commune, period=Period.parse("2022-H1"))
        assert figure.value == expected
        assert "Việc 1" in cast.client("committee").get(figure.url).content.decode()


@settings(
    max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(st.sampled_from(["cell", "commune", "far"]), st.dates(TODAY.replace(2022), TODAY)),
        max_size=8,
    )
)
def test_the_whole_is_the_sum_of_its_parts_and_of_its_years(cast, issued):
    """Plans counted for the province = for its children together = year by year."""
    system = actors.system(TODAY)
    Plan.objects.all().delete()
    for number, (unit, day) in enumerate(issued):  # a symbol of no register stays with its plan
        issue(getattr(cast, unit), f"{number}a-KH", day, system)
    whole = Period.parse("2022-01-01..2026-12-31")
    total = counting.figure("programme.plans_issued", unit=cast.province, period=whole).exact
    children = [
        counting.figure("programme.plans_issued", unit=child, period=whole).exact
        for child in (cast.commune, cast.far)
    ]
    years = [
        counting.figure("programme.plans_issued", unit=cast.province, period=Period.year(year)).exact
        for year in range(2022, 2027)
    ]
    assert total == len(issued) == sum(children) == sum(years)
    then = counting.records_of(measure("programme.plans_issued"), cast.province, whole, tree="then").count()
    assert Decimal(then) == total
