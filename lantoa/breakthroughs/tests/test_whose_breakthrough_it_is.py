"""A breakthrough is reported by whose it is, judged by the body it was sent to, and never by oneself."""

from dataclasses import replace

import pytest
from django.urls import reverse

from lantoa.breakthroughs import actions, queries
from lantoa.breakthroughs.tests.stories import adviser, of_the_cell, of_the_head, running_of_the_head, sent
from lantoa.breakthroughs.tests.test_amending import decided, proposed
from lantoa.foundation.errors import NotAllowed

pytestmark = pytest.mark.django_db


def test_a_quarter_is_reported_by_its_owner_and_a_year_assessed_by_who_approved(cast):
    paper = running_of_the_head(cast)
    for nobody in (cast.secretary, cast.far_secretary, cast.leader):
        with pytest.raises(NotAllowed):
            actions.report_quarter(
                paper, year=2026, quarter=1, state="on_track", result="Còn 150 hồ sơ.", by=nobody
            )
    for nobody in (cast.committee, cast.officer, cast.far_secretary):
        with pytest.raises(NotAllowed):
            actions.assess_year(paper, year=2026, result="done", by=nobody)
        with pytest.raises(NotAllowed):
            actions.close(paper, by=nobody)


def test_whoever_proposed_a_change_neither_puts_it_in_force_nor_refuses_it(cast):
    amendment = proposed(cast)
    amendment.proposed_by = cast.leader.person
    amendment.save()
    with pytest.raises(NotAllowed, match="người khác"):
        decided(amendment, cast)
    with pytest.raises(NotAllowed):
        actions.refuse_amendment(amendment, by=cast.leader, reason="Chưa đủ căn cứ.")


def test_a_body_that_was_not_asked_opens_no_page_to_advise_and_one_above_none_to_rewrite(cast):
    adviser(cast)
    actions.choose_advising_body(cast.commune, cast.commune, by=cast.committee)
    paper = sent(of_the_cell(cast), cast.secretary)
    advise, rewrite = (reverse(f"breakthroughs:{name}", args=[paper.pk]) for name in ("appraise", "edit"))
    assert cast.client("officer").get(advise).status_code == 403
    assert cast.client("committee").get(rewrite).status_code == 403


def test_who_is_to_supervise_needs_the_right_to_read(cast):
    paper = running_of_the_head(cast)
    paper.supervising_unit = cast.far_cell
    paper.save()
    assert queries.may_supervise(cast.far_secretary, paper)
    assert not queries.may_supervise(replace(cast.far_secretary, permissions=frozenset()), paper)


def test_who_only_inspects_in_the_unit_rewrites_and_sends_nothing_of_it(cast):
    draft, inspector = of_the_cell(cast), replace(cast.inspector, unit=cast.cell, reach="unit")
    for act in (
        lambda: actions.edit(draft, by=inspector, statement="Việc khác"),
        lambda: actions.submit(draft, by=inspector),
    ):
        with pytest.raises(NotAllowed):
            act()
    draft.refresh_from_db()
    assert (draft.status, draft.statement) == ("draft", "Số hóa hồ sơ của nhà trường")


def test_who_stands_in_for_its_owner_is_told_that_another_appraises_it(cast):
    actions.choose_advising_body(cast.province, cast.province, by=cast.leader)
    paper = sent(of_the_head(cast), cast.committee)
    deputy = replace(cast.officer, stands_for=cast.committee.person.pk)
    with pytest.raises(NotAllowed, match="người khác ở cơ quan thẩm định"):
        actions.appraise(paper, by=deputy, opinion="agree")


def test_a_quarter_of_what_one_may_not_read_is_not_there_to_remark_on(cast):
    told = {"year": 2026, "quarter": 1, "state": "on_track", "result": "Còn 150 hồ sơ."}
    report = actions.report_quarter(running_of_the_head(cast), by=cast.committee, **told)
    page = reverse("breakthroughs:remark", args=[report.pk])
    assert cast.client("far_secretary").get(page).status_code == 404
