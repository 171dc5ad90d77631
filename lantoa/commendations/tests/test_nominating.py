"""A nomination is written, voted on, sent, sent back; it is never an award."""

import datetime as dt
import importlib

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from lantoa.commendations import actions, rules
from lantoa.commendations.models import Commendation, Proposal
from lantoa.commendations.tests.stories import VOTED, proposed, submitted, vote
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.meetings.models import Meeting


def test_a_cell_nominates_votes_and_sends_to_its_commune(cast):
    proposal = submitted(cast)
    assert (proposal.status, proposal.addressed_to, proposal.submitted_on) == (
        "submitted",
        cast.commune,
        cast.today,
    )
    verbs = [event.verb.rpartition(".")[2] for event in Event.objects.about(proposal)]
    assert verbs == ["written", "voted", "submitted"]
    assert not Commendation.objects.exists()


def test_without_a_vote_nothing_is_sent(cast):
    with pytest.raises(BadInput, match="Ghi kết quả bình xét trước khi gửi"):
        actions.submit(proposed(cast), by=cast.secretary)


def test_votes_of_before_find_their_meeting(cast):
    proposal = submitted(cast)
    held = Meeting.objects.create(unit=cast.cell, held_on=VOTED, minutes_number="05-BB/CB", members=3)
    assert proposal.meeting is None
    importlib.import_module("lantoa.commendations.migrations.0005_votes_find_their_meetings").link(apps, None)
    proposal.refresh_from_db()
    assert proposal.meeting == held


def test_votes_that_cannot_be_are_refused(cast):
    proposal = proposed(cast)
    for votes, field in (
        (vote(13, 12), "votes_for"),
        (vote(0, 0), "votes_total"),
        (vote(5, 12, " "), "minutes_number"),
    ):
        with pytest.raises(BadInput) as refused:
            actions.vote(proposal, votes, by=cast.secretary)
        assert refused.value.field == field
    with pytest.raises(BadInput, match="chưa đến"):
        actions.vote(proposal, vote(on=dt.date(2026, 12, 1)), by=cast.secretary)
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.filter(pk=proposal.pk).update(votes_for=3)


@given(st.integers(-5, 40), st.integers(-5, 40))
def test_a_vote_is_right_exactly_when_it_is_some_of_all(votes_for, votes_total):
    if 0 <= votes_for <= votes_total and votes_total > 0:
        rules.must_be_votes(votes_for, votes_total)
    else:
        with pytest.raises(BadInput):
            rules.must_be_votes(votes_for, votes_total)


def test_what_was_sent_is_rewritten_only_after_it_came_back(cast):
    proposal = submitted(cast)
    again = {
        "subject": "individual",
        "unit": cast.cell,
        "person": cast.member.person,
        "achievement": "Thêm số liệu: 5 em lên lớp, 2 em đạt giải.",
        "proposed_form": "certificate",
        "proposed_level": "grassroots",
    }
    with pytest.raises(Conflict, match="đã gửi nên không sửa được"):
        actions.rewrite(proposal, by=cast.secretary, **again)
    actions.return_for_changes(proposal, reason="Chưa nêu kết quả cụ thể", by=cast.committee)
    changed = actions.rewrite(proposal, by=cast.secretary, **again)
    assert changed.return_reason == "Chưa nêu kết quả cụ thể"
    sent = actions.submit(changed, by=cast.secretary)
    assert (sent.status, sent.return_reason) == ("submitted", "")


def test_it_is_not_returned_without_a_reason(cast):
    with pytest.raises(BadInput, match="Ghi lý do trả lại"):
        actions.return_for_changes(submitted(cast), reason=" ", by=cast.committee)


def test_only_ones_own_people_and_units_are_nominated(cast):
    with pytest.raises(BadInput, match="thuộc đơn vị mình") as refused:
        proposed(cast, unit=cast.other_cell)
    assert refused.value.field == "unit"
    for who in (cast.member, cast.leader, cast.inspector):
        with pytest.raises(NotAllowed):
            proposed(cast, by=who)
    with pytest.raises(NotAllowed):
        proposed(cast, by=cast.other_secretary, proposed_by=cast.cell)


def test_forms_belong_to_levels(cast):
    with pytest.raises(BadInput, match="không thuộc thẩm quyền"):
        proposed(cast, proposed_form="diploma", proposed_level="grassroots")
    with pytest.raises(BadInput, match="ghi thẳng"):
        proposed(cast, proposed_form="praise", proposed_level="cell")
    with pytest.raises(BadInput, match="thấp hơn đơn vị đề nghị"):
        proposed(cast, by=cast.officer, proposed_level="grassroots")
    assert proposed(cast, proposed_form="diploma", proposed_level="province").pk


def test_a_proposal_names_somebody_and_says_what_was_done(cast):
    with pytest.raises(BadInput, match="Nhập họ và tên"):
        proposed(cast, person=None)
    with pytest.raises(BadInput, match="Viết thành tích"):
        proposed(cast, achievement="\u200b ")
    with pytest.raises(BadInput, match="nêu rõ tập thể hay cá nhân"):
        proposed(cast, subject="unsplit", person=None)


def test_a_draft_is_thrown_away_a_sent_one_is_not(cast):
    draft = proposed(cast)
    actions.discard(draft, by=cast.secretary)
    assert not Proposal.objects.exists()
    with pytest.raises(Conflict):
        actions.discard(submitted(cast), by=cast.secretary)


def test_who_sees_a_draft_and_who_sees_what_was_sent(cast):
    def seeing(proposal):
        names = "member colleague secretary other_secretary committee officer leader inspector administrator"
        return {
            n for n in names.split() if Proposal.objects.visible_to(getattr(cast, n)).filter(pk=proposal.pk)
        }

    draft = proposed(cast)
    assert seeing(draft) == {"secretary", "committee", "officer"}
    sent = submitted(cast)
    assert seeing(sent) == {"member", "secretary", "committee", "officer", "leader", "inspector"}
