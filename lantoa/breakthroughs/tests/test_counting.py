"""The numbers: titles are not persons, key tasks are not breakthroughs, assessments count each once."""

from __future__ import annotations

import datetime as dt
from html import unescape

import pytest
from django.urls import reverse

from lantoa.breakthroughs import actions, queries
from lantoa.breakthroughs.measures import MEASURES
from lantoa.breakthroughs.models import Breakthrough
from lantoa.breakthroughs.tests.stories import approved, of_the_cell, of_the_head, running_of_the_head, sent
from lantoa.figures.catalogue import measure
from lantoa.figures.counting import figure, records_of
from lantoa.foundation.dates import Period
from lantoa.organisation import actions as organisation
from tests.cast import LONG_AGO, person

YEAR = Period.year(2026)
TERM = Period(dt.date(2021, 1, 1), dt.date(2027, 1, 1))


def count(cast, code, unit=None, period=YEAR, split=None):
    return figure(f"breakthroughs.{code}", unit=unit or cast.province, period=period, split=split).exact


def heads(cast, titles, people):
    """`people` heads under the province, sharing `titles` titles, all approved."""
    for number in range(people):
        unit = organisation.found(
            name=f"Đảng bộ số {number}",
            parent=cast.province,
            kind="party",
            level="grassroots",
            on=LONG_AGO,
            by=cast.system,
        )
        draft = actions.register(
            kind="head",
            unit=unit,
            by=cast.system,
            person=person(f"Nguyễn Văn {number}", None),
            title_name=f"Chức danh {number % titles}",
            statement="Việc khó",
            problem="Vướng",
            solution="Gỡ",
            product="Xong",
        )
        approved(sent(draft, cast.system), cast.system)


def test_21_titles_and_33_people_are_two_counts_of_the_same_papers(cast):
    heads(cast, titles=21, people=33)
    assert count(cast, "titles") == 21
    assert count(cast, "people") == 33
    assert count(cast, "approved") == 33
    assert count(cast, "approved", split=("kind", "head")) == 33


def test_only_what_was_approved_counts_for_titles_and_people(cast):
    sent(of_the_head(cast), cast.committee)
    assert count(cast, "registered") == 1
    assert [count(cast, code) for code in ("approved", "titles", "people")] == [0, 0, 0]


def test_a_draft_is_not_registered_and_a_returned_one_stays_registered(cast):
    of_the_cell(cast)
    assert count(cast, "registered") == 0
    ours = sent(of_the_cell(cast), cast.secretary)
    actions.return_for_changes(ours, by=cast.committee, reason="chưa rõ")
    assert count(cast, "registered") == 1


def test_titles_and_people_are_told_at_every_stage(cast):
    heads(cast, titles=2, people=3)
    for paper in Breakthrough.objects.all()[:2]:
        actions.assess_year(paper, year=2026, result="mostly", by=cast.system)
    ours = sent(of_the_head(cast), cast.committee)
    actions.return_for_changes(ours, by=cast.leader, reason="chưa rõ")
    sent(ours, cast.committee)
    stages = ("registered", "returned", "completed")
    assert [count(cast, f"{stage}_titles") for stage in stages] == [3, 1, 2]
    assert [count(cast, f"{stage}_people") for stage in stages] == [4, 1, 2]
    assert count(cast, "returned") == 1, "sent again, it was returned all the same"


def test_an_amendment_is_counted_on_the_day_of_its_paper(cast):
    running = running_of_the_head(cast)
    told = {"reason": "Có thêm hồ sơ.", "solution": "Làm cả thứ Bảy."}
    amendment = actions.propose_amendment(running, by=cast.committee, **told)
    assert count(cast, "amended") == 0
    actions.amend(amendment, by=cast.leader, document_number="58-TB/TU", decided_on=dt.date(2026, 11, 12))
    assert count(cast, "amended") == 1
    assert (count(cast, "approved"), count(cast, "registered")) == (1, 1)


def test_key_tasks_are_counted_apart(cast):
    sent(of_the_head(cast, is_key_task=True), cast.committee)
    sent(of_the_cell(cast), cast.secretary)
    assert (count(cast, "registered"), count(cast, "key_tasks")) == (1, 1)


def test_a_committee_and_its_cells_in_one_unit_of_the_tree(cast):
    """As in a department: its committee for the term, two cells for their own years."""
    ours = actions.register(
        kind="committee",
        unit=cast.commune,
        by=cast.committee,
        horizon="term",
        starts=dt.date(2025, 1, 1),
        ends=dt.date(2031, 1, 1),
        statement="Đẩy mạnh phân cấp",
        problem="Vướng",
        solution="Gỡ",
        product="Quy chế",
    )
    approved(sent(ours, cast.committee), cast.leader)
    sent(of_the_cell(cast), cast.secretary)
    sent(
        of_the_cell(cast, horizon="dates", starts=dt.date(2022, 1, 1), ends=dt.date(2026, 1, 1)),
        cast.secretary,
    )
    assert count(cast, "registered", unit=cast.commune) == 3
    assert count(cast, "registered", unit=cast.commune, split=("kind", "cell")) == 2
    assert count(cast, "committees", unit=cast.commune) == 1
    assert count(cast, "registered", unit=cast.far) == 0
    assert [one.horizon_label for one in Breakthrough.objects.order_by("pk")] == [
        "nhiệm kỳ 2025–2030",
        "năm 2026",
        "từ 01/01/2022 đến 31/12/2025",
    ]


def test_assessments_count_each_breakthrough_once(cast):
    ours = running_of_the_head(cast)
    ours.starts = dt.date(2025, 1, 1)
    ours.save()
    actions.assess_year(ours, year=2025, result="not_done", text="Còn vướng", by=cast.leader)
    actions.assess_year(ours, year=2026, result="mostly", by=cast.leader)
    assert count(cast, "assessed") == 1 and count(cast, "completed") == 1
    assert count(cast, "completed", split=("result", "mostly")) == 1
    share = figure("breakthroughs.completed_share", unit=cast.province, period=YEAR)
    assert (share.numerator, share.denominator, share.share) == (1, 1, 100)


def test_basically_completed_is_said_in_words(cast):
    assert queries.assessment_text(cast.province, YEAR) == ""
    ours = running_of_the_head(cast)
    actions.assess_year(ours, year=2026, result="done", by=cast.leader)
    assert queries.assessment_text(cast.province, YEAR) == "hoàn thành mục tiêu"
    cells = approved(sent(of_the_cell(cast), cast.secretary), cast.committee)
    actions.assess_year(cells, year=2026, result="mostly", by=cast.committee)
    assert queries.assessment_text(cast.province, YEAR) == "cơ bản hoàn thành mục tiêu"
    actions.assess_year(cells, year=2026, result="not_done", text="Thiếu máy", by=cast.committee)
    assert queries.assessment_text(cast.province, YEAR).startswith("1/2 nội dung")
    assert queries.assessment_text(cast.far, YEAR) == ""


def test_the_list_behind_a_number_has_as_many_rows(cast):
    heads(cast, titles=2, people=3)
    behind = records_of(measure("breakthroughs.people"), cast.province, YEAR)
    assert behind.count() == 3
    assert count(cast, "people", period=TERM) == 3
    assert count(cast, "people", period=Period.year(2025)) == 0


@pytest.mark.deep(each=3)
@pytest.mark.parametrize("one", MEASURES, ids=lambda one: one.code)
def test_every_number_opens(cast, one):
    actions.assess_year(running_of_the_head(cast), year=2026, result="mostly", by=cast.leader)
    answer = cast.client("leader").get(reverse("figures:records", args=[one.code]))
    assert answer.status_code == 200 and str(one.how_counted) in unescape(answer.content.decode())
