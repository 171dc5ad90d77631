"""A breakthrough is reported by whose it is, judged by the body it was sent to, and never by oneself."""

from dataclasses import replace

import pytest
from django.urls import reverse

from lantoa.breakthroughs import actions, queries
from lantoa.breakthroughs.tests.stories import adviser, of_the_cell, running_of_the_head, sent
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
