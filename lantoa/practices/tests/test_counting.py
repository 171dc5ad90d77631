"""The numbers: registered is not recognised, a unit is not a practice, a past day can still be asked."""

from __future__ import annotations

import datetime as dt
from html import unescape

import pytest
from django.urls import reverse

from lantoa.figures.catalogue import measure
from lantoa.figures.counting import figure, records_of
from lantoa.foundation.dates import Period
from lantoa.organisation import actions as organisation
from lantoa.people.actors import system
from lantoa.practices import actions
from lantoa.practices.measures import MEASURES
from lantoa.practices.models import Field, Practice
from lantoa.practices.tests.stories import (
    SEEN,
    of_a_member,
    of_the_cell,
    proposed,
    registered,
    running,
    words,
)
from tests.cast import LONG_AGO

YEAR = Period.year(2026)
TERM_SO_FAR = Period(dt.date(2021, 1, 1), dt.date(2023, 5, 11))


def count(cast, code, unit=None, period=YEAR, split=None):
    return figure(f"practices.{code}", unit=unit or cast.province, period=period, split=split).exact


def many(cast, numbers):
    """As a command would load them: `numbers` practices of the commune's cells since 2021, a quarter of persons."""
    rows = []
    for number in range(numbers):
        individual = number % 4 == 3
        rows.append(
            Practice(
                name=f"Mô hình {number}",
                unit=cast.cell if number % 2 else cast.other_cell,
                subject="individual" if individual else "collective",
                subject_name=f"Người {number}" if individual else "Tập thể",
                status="registered",
                registered_on=dt.date(2021, 4, 1) + dt.timedelta(days=number * 5),
                consent_on=dt.date(2021, 4, 1) if individual else None,
            ).prepare()
        )
    Practice.objects.bulk_create(rows)


def test_152_registered_since_the_term_began_are_collectives_and_individuals_together(cast):
    many(cast, 152)
    total = count(cast, "registered_total", period=TERM_SO_FAR)
    parts = [
        count(cast, "registered_total", period=TERM_SO_FAR, split=("subject", part))
        for part in ("collective", "individual")
    ]
    assert (total, parts) == (152, [114, 38])
    by_year = [count(cast, "registered", period=Period.year(year)) for year in (2021, 2022, 2023)]
    assert sum(by_year) == 152 and all(by_year)


def test_the_list_behind_the_total_has_as_many_rows(cast):
    many(cast, 20)
    behind = records_of(measure("practices.registered_total"), cast.commune, TERM_SO_FAR)
    assert behind.count() == count(cast, "registered_total", unit=cast.commune, period=TERM_SO_FAR) == 20


def test_what_is_not_agreed_to_is_not_registered(cast):
    of_the_cell(cast)
    ours = proposed(of_the_cell(cast), cast.secretary)
    assert count(cast, "registered") == 0
    actions.accept(ours, by=cast.committee, seen=SEEN)
    assert (count(cast, "registered"), count(cast, "running")) == (1, 0)


def test_running_is_asked_of_a_day_and_the_past_does_not_change(cast):
    ours = running(cast, since=dt.date(2026, 2, 1))
    Practice.objects.update(registered_on=dt.date(2026, 1, 15))
    ours.refresh_from_db()
    actions.stop(ours, by=cast.secretary, reason="hết người", on=dt.date(2026, 10, 1))
    quarters = [count(cast, "running", period=Period.parse(f"2026-Q{n}")) for n in (1, 2, 3, 4)]
    assert quarters == [1, 1, 1, 0]
    assert count(cast, "running", period=Period.year(2025)) == 0
    assert count(cast, "stopped", period=Period.parse("2026-Q4")) == 1


def test_models_tasks_and_ways_are_split_and_added(cast):
    for kind in ("model", "task", "way", "way"):
        running(cast, kind=kind, name=f"Việc {kind}")
    assert count(cast, "running") == 4
    assert [count(cast, "running", split=("kind", kind)) for kind in ("model", "task", "way")] == [1, 1, 2]


def test_units_are_counted_not_practices(cast):
    """Two practices in one chapter are one chapter that keeps practices."""
    for number in range(3):
        chapter = organisation.found(
            name=f"Chi hội Phụ nữ {number}",
            parent=cast.commune,
            kind="association",
            on=LONG_AGO,
            by=cast.system,
        )
        for name in ("Nuôi lợn nhựa tiết kiệm", "Hũ gạo tình thương"):
            ours = actions.draft(unit=chapter, by=cast.system, **words(name=name, participants=40))
            actions.propose(ours, by=cast.system)
            actions.accept(ours, by=cast.system, seen=SEEN)
            actions.start(ours, by=cast.system)
    running(cast, participants=None)
    assert count(cast, "units_running") == 4
    assert count(cast, "units_running", split=("unit_kind", "association")) == 3
    assert count(cast, "running") == 7
    assert count(cast, "participants") == 240


def test_recognised_counts_a_practice_once_in_all_and_once_a_level(cast):
    ours, other = running(cast), running(cast, name="Đọc sách đầu buổi")
    for practice, level, number in [
        (ours, "grassroots", "9-QĐ/ĐU"),
        (ours, "province", "214-QĐ/TU"),
        (ours, "province", "301-QĐ/TU"),
        (other, "grassroots", "9-QĐ/ĐU"),
    ]:
        decision = {"decision_number": number, "decided_on": cast.today, "by": cast.leader}
        actions.recognise(practice, level=level, **decision)
    assert count(cast, "recognised") == 2
    levels = [count(cast, "recognised", split=("level", level)) for level in ("grassroots", "province")]
    assert levels == [2, 1]
    assert count(cast, "recognised", period=Period.year(2025)) == 0


def test_organisations_with_a_registration_of_all_there_are(cast):
    registered(cast)
    share = figure("practices.units_with_registration", unit=cast.province, period=YEAR)
    assert (share.numerator, share.denominator) == (1, 2)
    both = figure("practices.units_with_plan_and_registration", unit=cast.province, period=YEAR)
    assert (both.numerator, both.denominator) == (0, 2)


def test_typical_ones_are_a_part_of_the_total(cast):
    ours = registered(cast)
    registered(cast, name="Việc khác")
    actions.mark_typical(ours, by=cast.committee)
    assert (count(cast, "typical"), count(cast, "registered_total")) == (1, 2)


def test_a_merged_units_practices_count_for_who_continues_it(cast):
    running(cast)
    before = count(cast, "running", unit=cast.commune)
    organisation.merge(
        [cast.cell, cast.other_cell], into=cast.other_cell, on=dt.date(2026, 12, 1), by=system(cast.today)
    )
    after = figure("practices.running", unit=cast.other_cell, period=Period.year(2026))
    assert (before, after.exact) == (1, 1)


def test_a_members_own_counts_for_her_cell(cast):
    ours = proposed(of_a_member(cast), cast.member)
    actions.accept(ours, by=cast.secretary, seen=SEEN)
    assert count(cast, "registered", unit=cast.cell, split=("subject", "individual")) == 1
    assert count(cast, "registered", unit=cast.cell, split=("level", "cell")) == 1


def test_a_practice_that_climbs_three_levels_counts_once_a_level_and_once_in_all(cast):
    ours = running(cast)
    for level in ("grassroots", "province", "central"):
        decision = {"decision_number": f"1-{level}", "decided_on": cast.today, "by": cast.leader}
        actions.recognise(ours, level=level, **decision)
    by_level = [
        count(cast, "recognised", split=("level", level)) for level in ("grassroots", "province", "central")
    ]
    assert (by_level, count(cast, "recognised")) == ([1, 1, 1], 1)


@pytest.mark.parametrize("one", MEASURES, ids=lambda one: one.code)
def test_every_number_opens(cast, one):
    ours = running(cast)
    decision = {"decision_number": "1-QĐ/TU", "decided_on": cast.today, "by": cast.leader}
    actions.recognise(ours, level="province", **decision)
    answer = cast.client("leader").get(reverse("figures:records", args=[one.code]))
    assert answer.status_code == 200 and str(one.how_counted) in unescape(answer.content.decode())


def test_running_models_are_told_by_field(cast):
    field, other = (
        Field.objects.create(name=name, place=90) for name in ("Xây dựng nông thôn mới", "Y tế học đường")
    )
    for number in range(5):
        one = running(cast, name=f"Việc {number}")
        Practice.objects.filter(pk=one.pk).update(field=field if number < 3 else other)
    part = ("field", f"f{field.pk}")
    told = figure("practices.running", unit=cast.province, period=YEAR, split=part)
    assert (count(cast, "running"), told.exact) == (5, 3) and told.label.endswith("(xây dựng nông thôn mới)")
    page = cast.client("officer").get(told.url)
    assert page.context["total"] == 3 and "Xây dựng nông thôn mới" in page.content.decode()
    gone = told.url.replace(f"f{field.pk}", "f999999")
    assert cast.client("officer").get(gone).status_code == 404


def test_what_runs_is_told_apart_by_where_it_was_thought_out(cast):
    own, taken = running(cast, name="Việc tự nghĩ"), running(cast, name="Việc học nơi khác")
    Practice.objects.filter(pk=taken.pk).update(is_original=False)
    parts = [count(cast, "running", split=("origin", origin)) for origin in ("original", "adopted")]
    assert own.is_original and (count(cast, "running"), parts) == (2, [1, 1])
