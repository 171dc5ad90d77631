"""Who decides is data: the unit it was sent to; and nobody decides on their own."""

from __future__ import annotations

import pytest

from lantoa.breakthroughs import actions, queries
from lantoa.breakthroughs.models import Breakthrough
from lantoa.breakthroughs.tests.stories import (
    of_the_cell,
    of_the_head,
    post_of,
    running_of_the_head,
    sent,
)
from lantoa.foundation.errors import NotAllowed
from lantoa.organisation import actions as organisation
from lantoa.people import actors
from lantoa.people.models import Post
from tests.cast import LONG_AGO, person


def test_a_cells_goes_to_its_committee_and_a_heads_to_the_one_above(cast):
    assert queries.usual_approver(cast.cell, cast.today) == cast.commune
    assert queries.usual_approver(cast.commune, cast.today) == cast.province
    assert queries.usual_approver(cast.province, cast.today) == cast.province


def test_a_section_passes_it_on(cast):
    section = organisation.found(
        name="Đảng bộ bộ phận Chi cục",
        parent=cast.commune,
        kind="party",
        level="section",
        on=LONG_AGO,
        by=cast.system,
    )
    below = organisation.found(
        name="Chi bộ Đội 1", parent=section, kind="party", level="cell", on=LONG_AGO, by=cast.system
    )
    assert queries.usual_approver(below, cast.today) == cast.commune
    names = [place.name for place in queries.possible_approvers(below, cast.today)]
    assert names[0] == "Đảng bộ bộ phận Chi cục" and names[-1] == "Đảng bộ tỉnh Sơn Hà"


def test_who_decides_may_be_chosen_when_it_is_registered(cast):
    ours = sent(of_the_cell(cast, approving_unit=cast.province), cast.secretary)
    assert list(Breakthrough.objects.awaiting(cast.leader)) == [ours]
    assert not queries.may_judge(cast.committee, ours)


@pytest.mark.parametrize(
    "who",
    ["secretary", "other_secretary", "far_secretary", "officer", "inspector", "leader", "administrator"],
)
def test_only_the_unit_it_was_sent_to_decides(cast, who):
    ours = sent(of_the_cell(cast), cast.secretary)
    with pytest.raises(NotAllowed):
        actions.approve(ours, by=getattr(cast, who), document_number="1-TB/ĐU", approved_on=cast.today)
    with pytest.raises(NotAllowed):
        actions.return_for_changes(ours, by=getattr(cast, who), reason="chưa rõ")
    ours.refresh_from_db()
    assert ours.status == "submitted"


def test_nobody_approves_their_own(cast):
    of_leader = actions.register(
        kind="head", unit=cast.province, post=post_of(cast.leader), by=cast.leader, **_enough()
    )
    sent(of_leader, cast.leader)
    with pytest.raises(NotAllowed, match="của đồng chí"):
        actions.approve(of_leader, by=cast.leader, document_number="1-TB/TU", approved_on=cast.today)
    another = _second_leader(cast)
    assert actions.approve(of_leader, by=another, document_number="1-TB/TU", approved_on=cast.today)


def test_who_sent_it_for_another_does_not_approve_it_either(cast):
    second = _second_leader(cast)
    ours = actions.register(kind="committee", unit=cast.province, by=second, **_enough())
    sent(ours, second)
    assert not Breakthrough.objects.awaiting(second).exists()
    with pytest.raises(NotAllowed, match="của đồng chí"):
        actions.return_for_changes(ours, by=second, reason="chưa rõ")
    assert list(Breakthrough.objects.awaiting(cast.leader)) == [ours]


def test_a_secretary_who_also_sits_in_the_commune_does_not_approve_her_cells(cast):
    ours = sent(of_the_cell(cast, by=cast.committee), cast.system)
    seat = Post.objects.create(
        person=cast.secretary.person, unit=cast.commune, role="committee", reach="subtree", starts=LONG_AGO
    )
    in_the_commune = actors.as_post(seat, cast.today)
    assert not Breakthrough.objects.awaiting(in_the_commune).exists()
    assert list(Breakthrough.objects.awaiting(cast.committee)) == [ours]
    with pytest.raises(NotAllowed, match="của đồng chí"):
        actions.approve(ours, by=in_the_commune, document_number="1-TB/ĐU", approved_on=cast.today)
    assert actions.approve(ours, by=cast.committee, document_number="1-TB/ĐU", approved_on=cast.today)


def test_the_office_drafts_and_the_head_sends(cast):
    office = _second_of_the_commune(cast)
    ours = of_the_head(cast, by=office)
    assert ours.drafted_by == office.person and ours.person == cast.committee.person
    assert actions.submit(ours, by=cast.committee).submitted_by == cast.committee.person


def test_nobody_writes_for_a_unit_out_of_reach(cast):
    with pytest.raises(NotAllowed):
        of_the_cell(cast, by=cast.far_secretary)
    for who in (cast.member, cast.officer, cast.inspector):
        with pytest.raises(NotAllowed):
            of_the_cell(cast, by=who)
    ours = of_the_cell(cast)
    for who in (cast.other_secretary, cast.officer, cast.member):
        with pytest.raises(NotAllowed):
            actions.edit(ours, by=who, problem="của người khác")
        with pytest.raises(NotAllowed):
            actions.submit(ours, by=who)


def test_the_assigned_unit_says_what_it_sees_and_others_do_not(cast):
    ours = running_of_the_head(cast)
    ours.supervising_unit = cast.far
    ours.save()
    told = {"year": 2026, "quarter": 1, "state": "on_track", "result": "Treo danh sách."}
    report = actions.report_quarter(ours, by=cast.committee, **told)
    watcher = Post.objects.create(
        person=person("Lý Thị Mai", cast.far), unit=cast.far, role="inspector", starts=LONG_AGO
    )
    actions.remark(report, text="Danh sách treo đúng.", by=actors.as_post(watcher, cast.today))
    report.refresh_from_db()
    assert report.supervisor_remark == "Danh sách treo đúng."
    assert report.supervisor_name == "Lý Thị Mai, Kiểm tra, giám sát"
    for who in (cast.committee, cast.inspector, cast.far_secretary):
        with pytest.raises(NotAllowed):
            actions.remark(report, text="không phải việc tôi", by=who)


def _enough():
    return {
        "statement": "Đẩy mạnh phân cấp trong công tác nội vụ",
        "problem": "Việc nhỏ cũng phải xin tỉnh.",
        "solution": "Rà soát, ban hành quy chế.",
        "product": "Quy chế phân cấp",
    }


def _second_leader(cast):
    post = Post.objects.create(
        person=person("Trần Đình Phong", None),
        unit=cast.province,
        role="leader",
        reach="subtree",
        starts=LONG_AGO,
    )
    return actors.as_post(post, cast.today)


def _second_of_the_commune(cast):
    post = Post.objects.create(
        person=person("Hà Văn Sinh", None),
        unit=cast.commune,
        role="committee",
        reach="subtree",
        starts=LONG_AGO,
    )
    return actors.as_post(post, cast.today)
