"""What every act about commendations stands on: who is commended, how a meeting voted, who may do what."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lantoa.commendations import queries, rules
from lantoa.commendations.models import Proposal, Subject
from lantoa.foundation import demands
from lantoa.foundation.errors import NotAllowed
from lantoa.meetings import actions as meetings
from lantoa.meetings import queries as held
from lantoa.meetings.rules import Held
from lantoa.organisation.models import Unit
from lantoa.people.actors import EVERYTHING, Actor
from lantoa.people.models import Person


@dataclass(frozen=True)
class Commended:
    """Who is commended by a decision that is recorded directly."""

    subject: str
    unit: Unit
    person: Person | None = None
    name: str = ""
    is_party_member: bool | None = None


@dataclass(frozen=True)
class Vote:
    """How the meeting voted, and its minutes; `meeting` where it is chosen, or is to be made in place."""

    votes_for: int
    votes_total: int
    minutes_number: str
    minutes_on: dt.date
    meeting: Held | None = None


def must_propose(by: Actor, unit: Unit) -> None:
    """NotAllowed without the right to propose, or out of reach."""
    if not by.may("commendations.propose"):
        raise NotAllowed(_("Vai trò đang dùng không viết đề nghị khen thưởng."))
    if not by.reaches(unit):
        raise NotAllowed(_("Đơn vị này nằm ngoài phạm vi của đồng chí."))


def must_judge(by: Actor, proposal: Proposal) -> None:
    """The body asked decides, nobody above it and nobody beside it; never on oneself."""
    if not queries.judges(by, proposal):
        raise NotAllowed(_("Đề nghị này do cấp ủy nơi nhận xét. Vai trò đang dùng không quyết định được."))
    recorded_only = proposal.addressed_to_id is None
    rules.must_not_judge_oneself(
        is_person=by.is_one_with(proposal.person_id),
        is_unit=not recorded_only and is_own_unit(by, proposal.subject, proposal.unit),
    )


def is_own_unit(by: Actor, subject: str, unit: Unit) -> bool:
    """Whether the collective is the very unit the actor speaks for."""
    return by.reach != EVERYTHING and subject == Subject.COLLECTIVE and queries.speaks_for(by, unit)


def put_vote(proposal: Proposal, vote: Vote, by: Actor) -> None:
    """Write the vote and its minutes onto the proposal; BadInput when they cannot be right."""
    rules.must_be_votes(vote.votes_for, vote.votes_total)
    number = demands.must_say(vote.minutes_number, "minutes_number", _("Nhập số biên bản họp bình xét."))
    demands.must_have_happened(vote.minutes_on, by.on, "minutes_on")
    proposal.votes_for, proposal.votes_total = vote.votes_for, vote.votes_total
    proposal.minutes_number, proposal.minutes_on = number, vote.minutes_on
    proposal.meeting = (
        meetings.settle(vote.meeting, unit=proposal.proposed_by, by=by)
        if vote.meeting
        else held.meeting_of(proposal.proposed_by, vote.minutes_on, number)
    )
