"""One nomination may climb several levels: the chain is kept, the right body decides, nobody decides for oneself."""

import pytest

from lantoa.commendations import actions
from lantoa.commendations.models import Commendation, Decision, Proposal
from lantoa.commendations.queries import chain_of
from lantoa.commendations.tests.stories import DECIDED, appraised, proposed, submitted, vote
from lantoa.commendations.todo import items
from lantoa.commendations.told import proposed_to_her, rejected
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.people.models import Membership

UP = {"proposed_form": "diploma", "proposed_level": "province"}


def climb(cast, proposal=None):
    """The commune nominates to the province."""
    below = proposal or submitted(cast)
    return below, actions.send_up(below, vote=vote(9, 9, "12-BB/ĐU"), by=cast.committee, **UP)


def test_the_commune_agrees_and_decides(cast):
    proposal = actions.approve(submitted(cast), by=cast.committee)
    commendation = actions.decide(proposal, number="15-QĐ/ĐU", decided_on=DECIDED, by=cast.committee)
    assert commendation.decision.unit == cast.commune
    assert (commendation.level, commendation.form, commendation.person) == (
        "grassroots",
        "certificate",
        cast.member.person,
    )
    assert commendation.is_party_member is True and commendation.proposal == proposal
    proposal.refresh_from_db()
    assert (proposal.status, proposal.closed_on) == ("decided", cast.today)
    assert Event.objects.about(proposal).last().note == "Quyết định số 15-QĐ/ĐU, 12/11/2026"


def test_two_proposals_may_name_one_decision(cast):
    for person in (cast.member.person, cast.colleague.person):
        actions.decide(
            submitted(cast, person=person), number="15-QĐ/ĐU", decided_on=DECIDED, by=cast.committee
        )
    assert Decision.objects.get().commendations.count() == 2


def test_nobody_above_or_beside_decides_in_place_of_the_body_asked(cast):
    proposal = submitted(cast)
    for who in (cast.leader, cast.secretary, cast.officer, cast.inspector, cast.far_secretary):
        with pytest.raises(NotAllowed):
            actions.approve(proposal, by=who)
        with pytest.raises(NotAllowed):
            actions.decide(proposal, number="1", decided_on=DECIDED, by=who)


def test_nobody_decides_on_a_proposal_for_oneself(cast):
    proposal = submitted(cast, by=cast.officer, proposed_by=cast.cell, person=cast.committee.person)
    for act in (
        lambda: actions.approve(proposal, by=cast.committee),
        lambda: actions.decide(proposal, number="1", decided_on=DECIDED, by=cast.committee),
        lambda: actions.send_up(proposal, vote=vote(), by=cast.committee, **UP),
        lambda: actions.decline(proposal, reason="…", by=cast.committee),
    ):
        with pytest.raises(NotAllowed, match="khen chính mình"):
            act()
    assert not list(items(cast.committee))


def test_a_committee_does_not_commend_its_own_unit(cast):
    own = submitted(cast, by=cast.committee, subject="collective", unit=cast.commune)
    assert own.addressed_to == cast.commune
    with pytest.raises(NotAllowed, match="không tự khen đơn vị mình"):
        actions.decide(own, number="1", decided_on=DECIDED, by=cast.committee)
    above = submitted(cast, by=cast.committee, subject="collective", unit=cast.commune, **UP)
    assert above.addressed_to == cast.province
    appraised(above, cast.officer)
    assert actions.decide(above, number="2", decided_on=DECIDED, by=cast.leader).level == "province"


def test_sent_up_it_waits_below_and_is_considered_above(cast):
    below, rung = climb(cast)
    assert (below.status, rung.status) == ("sent_up", "submitted")
    assert (rung.climbs_from, rung.first, rung.proposed_by, rung.addressed_to) == (
        below,
        below,
        cast.commune,
        cast.province,
    )
    assert (rung.votes_for, rung.minutes_number) == (9, "12-BB/ĐU")
    assert chain_of(below) == chain_of(rung) == [below, rung]
    with pytest.raises(Conflict):
        actions.send_up(below, vote=vote(), by=cast.committee, **UP)


def test_decided_above_it_is_decided_all_the_way_down(cast):
    below, rung = climb(cast)
    appraised(rung, cast.officer)
    actions.decide(rung, number="88-QĐ/TU", decided_on=DECIDED, by=cast.leader)
    assert {p.status for p in chain_of(rung)} == {"decided"}
    commendation = Commendation.objects.get()
    assert (commendation.level, commendation.form) == ("province", "diploma")
    assert Proposal.objects.get(pk=below.pk).closed_on == cast.today


def test_declined_above_everyone_along_the_way_reads_why(cast):
    _below, rung = climb(cast)
    with pytest.raises(BadInput, match="Ghi lý do không khen"):
        actions.decline(rung, reason="", by=cast.leader)
    actions.decline(rung, reason="Chưa đủ 5 năm liền", by=cast.leader)
    assert {(p.status, p.return_reason) for p in chain_of(rung)} == {("declined", "Chưa đủ 5 năm liền")}
    assert not Commendation.objects.exists()


def test_returned_from_above_the_commune_mends_its_own_rung(cast):
    below, rung = climb(cast)
    actions.return_for_changes(rung, reason="Bổ sung số liệu", by=cast.leader)
    assert [task.title for task in items(cast.committee)] == ["Sửa 1 đề nghị khen thưởng bị trả lại"]
    rung.refresh_from_db()
    actions.submit(rung, by=cast.committee)
    assert Proposal.objects.get(pk=below.pk).status == "sent_up"


def test_a_returned_rung_keeps_whom_it_names_and_still_asks_above(cast):
    _below, rung = climb(cast)
    actions.return_for_changes(rung, reason="Bổ sung số liệu", by=cast.leader)
    same = {
        "subject": "individual",
        "unit": cast.cell,
        "person": cast.member.person,
        "achievement": "Thêm số liệu.",
    }
    with pytest.raises(BadInput, match="giữ nguyên tập thể, cá nhân"):
        actions.rewrite(rung, by=cast.committee, **UP, **(same | {"person": cast.colleague.person}))
    with pytest.raises(BadInput, match="cấp khen cao hơn"):
        low = {"proposed_form": "certificate", "proposed_level": "grassroots"}
        actions.rewrite(rung, by=cast.committee, **low, **same)
    assert actions.rewrite(rung, by=cast.committee, **UP, **same).achievement == "Thêm số liệu."


def test_a_level_that_is_not_its_own_is_not_approved_here(cast):
    asked_above = submitted(cast, **UP)
    assert asked_above.addressed_to == cast.commune
    with pytest.raises(BadInput, match="Trình lên trên"):
        actions.approve(asked_above, by=cast.committee)
    with pytest.raises(BadInput, match="không thuộc thẩm quyền"):
        actions.decide(asked_above, number="1", decided_on=DECIDED, by=cast.committee)
    with pytest.raises(BadInput, match="cấp khen cao hơn"):
        actions.send_up(
            submitted(cast),
            proposed_form="certificate",
            proposed_level="grassroots",
            vote=vote(),
            by=cast.committee,
        )


def test_what_a_body_outside_answers_is_recorded_by_who_asked(cast):
    _below, rung = climb(cast)
    top = actions.send_up(
        rung, proposed_form="diploma", proposed_level="prime_minister", vote=vote(), by=cast.leader
    )
    assert top.addressed_to is None and len(chain_of(top)) == 3
    with pytest.raises(BadInput, match="Nhập tên cơ quan") as refused:
        actions.decide(top, number="900/QĐ-TTg", decided_on=DECIDED, by=cast.leader)
    assert refused.value.field == "body"
    with pytest.raises(NotAllowed):
        actions.decide(
            top, number="900/QĐ-TTg", decided_on=DECIDED, body="Thủ tướng Chính phủ", by=cast.committee
        )
    actions.decide(top, number="900/QĐ-TTg", decided_on=DECIDED, body="Thủ tướng Chính phủ", by=cast.leader)
    assert Commendation.objects.get().level == "prime_minister"
    assert {p.status for p in chain_of(top)} == {"decided"}


def test_of_two_who_press_at_once_one_wins(cast):
    first = submitted(cast)
    second = Proposal.objects.get(pk=first.pk)
    actions.decide(first, number="1-QĐ/ĐU", decided_on=DECIDED, by=cast.committee)
    with pytest.raises(Conflict, match="vừa được người khác xử lý"):
        actions.decide(second, number="2-QĐ/ĐU", decided_on=DECIDED, by=cast.committee)
    assert Commendation.objects.count() == Decision.objects.count() == 1


def test_a_person_outside_the_party_is_commended_as_such(cast):
    Membership.objects.filter(person=cast.colleague.person).update(status="outside")
    proposal = submitted(cast, person=cast.colleague.person)
    assert (
        actions.decide(proposal, number="1", decided_on=DECIDED, by=cast.committee).is_party_member is False
    )


def test_the_body_asked_is_told_what_waits(cast):
    submitted(cast)
    submitted(cast, subject="collective")
    (task,) = items(cast.committee)
    assert task.title == "Chờ đồng chí cho ý kiến: 2 đề nghị khen thưởng" and "16/11/2026" in task.note
    assert list(items(cast.leader)) == list(items(cast.secretary)) == list(items(cast.inspector)) == []
    proposed(cast)
    assert "2 đề nghị" in next(iter(items(cast.committee))).title


def test_whom_it_is_about_is_told_that_she_is_proposed_and_why_not(cast):
    proposal = submitted(cast)
    (news,) = proposed_to_her(Event.objects.about(proposal).get(verb="commendations.proposal.submitted"))
    assert news.to == {cast.member.person.pk}
    assert news.title == "Đồng chí được đề nghị khen: giấy khen (cấp khen: cơ sở)"
    actions.decline(proposal, reason="Chưa đủ thời gian", by=cast.committee)
    event = Event.objects.about(proposal).get(verb="commendations.proposal.rejected")
    (hers,) = [one for one in rejected(event) if cast.member.person.pk in one.to]
    assert hers.note == "Chưa đủ thời gian"
    collective = submitted(cast, subject="collective")
    event = Event.objects.about(collective).get(verb="commendations.proposal.submitted")
    assert list(proposed_to_her(event)) == []
