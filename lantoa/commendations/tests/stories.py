"""Short ways of beginning a story about commendations."""

import datetime as dt

from lantoa.commendations import actions
from lantoa.commendations.actions import Commended, Vote
from lantoa.practices import actions as practices
from lantoa.practices.tests import stories as practised

VOTED = dt.date(2026, 11, 10)
DECIDED = dt.date(2026, 11, 12)


def vote(votes_for=11, votes_total=12, number="05-BB/CB", on=VOTED):
    """How a meeting voted."""
    return Vote(votes_for, votes_total, number, on)


def proposed(cast, by=None, **more):
    """A draft of the cell about one of its members, for a certificate of merit of the commune."""
    written = {
        "subject": "individual",
        "unit": cast.cell,
        "person": cast.member.person,
        "achievement": "Kèm 5 học sinh yếu mỗi chiều thứ Tư, cả 5 em lên lớp.",
        "proposed_form": "certificate",
        "proposed_level": "grassroots",
        **more,
    }
    if written["subject"] == "collective":
        written["person"] = None
    return actions.propose(by=by or cast.secretary, **written)


def submitted(cast, by=None, **more):
    """The same, voted and sent."""
    by = by or cast.secretary
    proposal = actions.vote(proposed(cast, by, **more), vote(), by=by)
    return actions.submit(proposal, by=by)


def recorded(cast, *subjects, by=None, **more):
    """A decision of the province recorded directly."""
    said = {
        "number": "15-QĐ/TU",
        "decided_on": DECIDED,
        "level": "province",
        "form": "diploma",
        "unit": cast.province,
        **more,
    }
    return actions.record_decision(subjects=list(subjects), by=by or cast.leader, **said)


def collective(unit, name=""):
    """A collective that is commended."""
    return Commended("collective", unit, name=name)


def individual(unit, person=None, name=""):
    """A person who is commended."""
    return Commended("individual", unit, person=person, name=name)


def of_a_member(cast, **changed):
    """A practice of the member herself, registered in her cell; by proposing it she agreed to be named."""
    written = practised.proposed(practised.of_a_member(cast, **changed), cast.member)
    return practices.accept(written, by=cast.secretary, seen=practised.SEEN)


def rule_of(cast, by=None, **said):
    """What a commune asks before it gives a member a certificate: two years in a row rated outstanding."""
    conditions = said.pop("conditions", {"rated": 2})
    written = {
        "name": "Giấy khen hai năm liền",
        "subject": "individual",
        "level": "grassroots",
        "form": "certificate",
        "starts": dt.date(2025, 1, 1),
        **said,
    }
    return actions.save_rule(by=by or cast.officer, conditions=conditions, **written)


def appraised(proposal, by):
    """Looked through by the level above, which finds nothing missing."""
    actions.appraise(proposal, opinion="meets", words="Hồ sơ đủ, thành tích rõ.", by=by)
    return proposal


def climbed(cast, below, by=None):
    """The commune nominates to the province."""
    up = {"proposed_form": "diploma", "proposed_level": "province"}
    return actions.send_up(below, vote=vote(9, 9, "12-BB/ĐU"), by=by or cast.committee, **up)
