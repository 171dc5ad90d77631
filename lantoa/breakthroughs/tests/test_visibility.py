"""Who sees which breakthrough."""

from __future__ import annotations

from lantoa.breakthroughs import actions
from lantoa.breakthroughs.models import Breakthrough, QuarterReport, YearAssessment
from lantoa.breakthroughs.tests.stories import (
    adviser,
    approved,
    of_the_cell,
    of_the_head,
    running_of_the_head,
    sent,
)
from lantoa.organisation import actions as organisation
from lantoa.people import actors
from lantoa.people.models import Post
from tests.cast import LONG_AGO, ROLES, person


def who_sees(cast, thing):
    return {
        who
        for who in ROLES
        if type(thing).objects.visible_to(getattr(cast, who)).filter(pk=thing.pk).exists()
    }


def test_a_draft_is_seen_in_its_own_unit_only(cast):
    assert who_sees(cast, of_the_cell(cast)) == {"secretary"}
    assert who_sees(cast, of_the_head(cast)) == {"committee"}


def test_what_was_sent_is_seen_above_and_not_beside(cast):
    ours = sent(of_the_cell(cast), cast.secretary)
    assert who_sees(cast, ours) == {"secretary", "committee", "officer", "leader", "inspector"}
    heads = sent(of_the_head(cast), cast.committee)
    assert who_sees(cast, heads) == {"committee", "officer", "leader", "inspector"}


def test_who_supervises_sees_it(cast):
    ours = running_of_the_head(cast)
    ours.supervising_unit = cast.far_cell
    ours.save()
    assert "far_secretary" in who_sees(cast, ours)


def test_quarters_and_assessments_are_seen_with_their_breakthrough(cast):
    ours = running_of_the_head(cast)
    told = {"year": 2026, "quarter": 1, "state": "on_track", "result": "Treo danh sách."}
    report = actions.report_quarter(ours, by=cast.committee, **told)
    judged = actions.assess_year(ours, year=2026, result="done", by=cast.leader)
    assert who_sees(cast, report) == who_sees(cast, judged) == who_sees(cast, ours)
    assert not QuarterReport.objects.visible_to(cast.member).exists()
    assert not YearAssessment.objects.visible_to(cast.secretary).exists()


def test_what_waits_for_a_word_waits_only_with_who_has_the_right_to_say_it(cast):
    ours = sent(of_the_head(cast), cast.committee)
    assert Breakthrough.objects.awaiting(cast.leader).get() == ours
    for nobody in (cast.officer, cast.inspector):
        assert not Breakthrough.objects.awaiting(nobody).exists()
    adviser(cast)
    actions.choose_advising_body(cast.province, cast.province, by=cast.leader)
    appraised_first = sent(of_the_head(cast, statement="Việc thứ hai"), cast.committee)
    assert Breakthrough.objects.awaiting_appraisal(cast.officer).get() == appraised_first
    for nobody in (cast.leader, cast.inspector, adviser(cast)):
        assert not Breakthrough.objects.awaiting_appraisal(nobody).exists()


def test_a_head_keeps_seeing_her_own_after_she_moves_on(cast):
    ours = running_of_the_head(cast)
    moved_on = actors.Actor(cast.committee.person, cast.far_cell, "member", "own", cast.today)
    assert list(Breakthrough.objects.visible_to(moved_on)) == [ours]


def test_a_unit_that_continues_another_decides_what_was_sent_there(cast):
    ours = sent(of_the_cell(cast), cast.secretary)
    committee_of_far = Post.objects.create(
        person=person("Vàng A Páo", None), unit=cast.far, role="committee", reach="subtree", starts=LONG_AGO
    )
    organisation.merge([cast.commune, cast.far], into=cast.far, on=cast.today, by=cast.system)
    heir = actors.as_post(committee_of_far, cast.today)
    assert list(Breakthrough.objects.awaiting(heir)) == [ours]
    approved(ours, heir)
    assert ours.status == "approved"


def test_a_cell_that_moves_away_keeps_its_paper_where_it_was_sent(cast):
    ours = sent(of_the_cell(cast), cast.secretary)
    organisation.move(cast.cell, parent=cast.far, on=cast.today, by=cast.system)
    assert "committee" in who_sees(cast, ours)
    actions.return_for_changes(ours, by=cast.committee, reason="trình Đảng ủy xã Nậm Khao")
