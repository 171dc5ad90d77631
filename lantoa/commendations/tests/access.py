"""Who may use the addresses of commendations."""

import datetime as dt

from lantoa.commendations import actions
from lantoa.commendations.tests.stories import (
    climbed,
    collective,
    individual,
    of_a_member,
    proposed,
    recorded,
    rule_of,
    submitted,
    vote,
)
from lantoa.practices.tests import stories as practices
from lantoa.programme import actions as programme
from tests.access import Row
from tests.cast import Cast

READERS = "secretary other_secretary committee officer leader inspector far_secretary"
OF_THE_CELL = "secretary committee officer leader inspector"
PROPOSERS = "secretary other_secretary committee officer far_secretary"
WRITERS = "secretary committee officer"
EVERYONE = (
    "member secretary other_secretary committee officer leader inspector administrator far_secretary former"
)

WHO_READS_PRACTICES = (
    "member secretary other_secretary committee officer leader inspector far_secretary former"
)


def prepare(cast: Cast) -> None:
    """A draft and a sent nomination of the cell, and a decision of the province about it."""
    movement = programme.launch_movement(
        unit=cast.province, by=cast.officer, name="Dân vận khéo", level="province", starts=dt.date(2026, 1, 5)
    )
    decision = recorded(cast, individual(cast.cell, cast.member.person), collective(cast.cell))
    sent = submitted(cast, person=cast.colleague.person)
    occasion = actions.open_occasion(
        name="Sơ kết 2 năm", unit=cast.province, held_on=dt.date(2026, 11, 20), by=cast.officer
    )
    submitted(cast, occasion=occasion)
    cast.things |= {
        "occasion": occasion,
        "climbed": climbed(cast, submitted(cast)),
        "rule": rule_of(cast),
        "stated": actions.state_year(
            sent, merit="rated", year=2025, paper="Thông báo số 3-TB/ĐU", by=cast.secretary
        ),
        "draft": proposed(cast),
        "voted": actions.vote(proposed(cast), vote(), by=cast.secretary),
        "sent": sent,
        "decision": decision,
        "movement": movement,
        "practice": practices.registered(cast),
        "thanks": actions.thank(
            of_a_member(cast), words="Cảm ơn đồng chí.", by=cast.other_secretary, person=cast.member.person
        ),
        "personal": decision.commendations.get(subject="individual"),
    }


def _pk(name: str):
    return lambda cast: [cast.things[name].pk]


def _vote(prefix: str) -> dict[str, str]:
    typed = {"votes_for": "9", "votes_total": "9", "minutes_number": "5-BB/CB", "minutes_on": "10/11/2026"}
    return {f"{prefix}-{name}": value for name, value in typed.items()}


UP = {"s-proposed_form": "diploma", "s-proposed_level": "province"}
NUMBERED = {"d-number": "15-QĐ/ĐU", "d-decided_on": "12/11/2026", "d-form": "certificate"}

TABLE = [
    Row("commendations:index", allowed=READERS),
    Row("commendations:of_movement", args=_pk("movement"), allowed=READERS),
    Row("commendations:balance", allowed="committee leader"),
    Row("commendations:honours", allowed=f"{EVERYONE} protector"),
    Row("commendations:thanks", allowed=f"{EVERYONE} protector"),
    Row("commendations:thanks_of_practice", args=_pk("practice"), allowed=WHO_READS_PRACTICES),
    Row("commendations:thank", args=_pk("practice"), allowed=WHO_READS_PRACTICES),
    Row(
        "commendations:thanks_show",
        args=_pk("thanks"),
        method="POST",
        data=lambda w: {"agree": "1"},
        allowed="member",
    ),
    Row("commendations:thanks_take_back", args=_pk("thanks"), method="POST", allowed="other_secretary"),
    Row("commendations:mine", allowed=f"{EVERYONE} protector"),
    Row(
        "commendations:consent",
        args=_pk("personal"),
        method="POST",
        data=lambda w: {"agree": "1"},
        allowed="member",
    ),
    Row("commendations:agree", args=_pk("personal"), method="POST", allowed="member"),
    Row(
        "commendations:strike_out",
        args=_pk("personal"),
        method="POST",
        data=lambda w: {"reason": "Nhầm"},
        allowed="committee leader",
    ),
    Row("commendations:rules", allowed=READERS),
    Row(
        "commendations:rule_new",
        allowed="officer leader",
        typed=lambda cast: {"level": "grassroots", "form": "certificate"},
    ),
    Row("commendations:rule_edit", args=_pk("rule"), allowed="officer leader"),
    Row("commendations:rules_ready", method="POST", allowed="officer leader"),
    Row("commendations:state_years", args=_pk("sent"), allowed="secretary officer"),
    Row(
        "commendations:unstate_year",
        args=lambda cast: [cast.things["sent"].pk, cast.things["stated"].pk],
        method="POST",
        allowed="secretary officer",
    ),
    Row("commendations:occasion_new", allowed=f"{PROPOSERS} leader"),
    Row("commendations:decision_new", allowed="secretary other_secretary committee leader far_secretary"),
    Row("commendations:decision", args=_pk("decision"), allowed=OF_THE_CELL),
    Row("commendations:decision_word", args=_pk("decision"), allowed="officer leader inspector"),
    Row(
        "commendations:award",
        args=_pk("decision"),
        method="POST",
        data=lambda w: {"on": "15/11/2026"},
        allowed="secretary committee officer leader",
    ),
    Row("commendations:proposals", allowed=READERS),
    Row("commendations:proposal_new", allowed=PROPOSERS),
    Row("commendations:proposal", args=_pk("sent"), allowed=OF_THE_CELL),
    Row("commendations:proposal", args=_pk("draft"), allowed=WRITERS),
    Row("commendations:proposal_edit", args=_pk("draft"), allowed=WRITERS),
    Row("commendations:discard", args=_pk("draft"), method="POST", allowed=WRITERS),
    Row("commendations:vote", args=_pk("draft"), method="POST", data=lambda w: _vote("v"), allowed=WRITERS),
    Row("commendations:submit", args=_pk("voted"), method="POST", allowed=WRITERS),
    Row(
        "commendations:appraise",
        args=_pk("climbed"),
        method="POST",
        data=lambda w: {"a-opinion": "meets", "a-words": "Hồ sơ đủ."},
        allowed="officer leader",
    ),
    Row("commendations:dossier", args=_pk("sent"), allowed=OF_THE_CELL),
    Row("commendations:occasion", args=_pk("occasion"), allowed=READERS),
    Row("commendations:occasion_dossier", args=_pk("occasion"), allowed="secretary"),
    Row("commendations:certificates", args=_pk("decision"), allowed="officer leader inspector"),
    Row(
        "commendations:return",
        args=_pk("sent"),
        method="POST",
        data=lambda w: {"r-reason": "Bổ sung"},
        allowed="committee",
    ),
    Row("commendations:approve", args=_pk("sent"), method="POST", allowed="committee"),
    Row(
        "commendations:send_up",
        args=_pk("sent"),
        method="POST",
        data=lambda w: UP | _vote("s"),
        allowed="committee",
    ),
    Row(
        "commendations:decline",
        args=_pk("sent"),
        method="POST",
        data=lambda w: {"n-reason": "Chưa đủ"},
        allowed="committee",
    ),
    Row(
        "commendations:decide",
        args=_pk("sent"),
        method="POST",
        data=lambda w: NUMBERED,
        allowed="committee",
    ),
]
