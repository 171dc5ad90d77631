"""Short ways of beginning a story about commendations."""

import datetime as dt

from lantoa.commendations import actions
from lantoa.commendations.actions import Commended, Vote

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
