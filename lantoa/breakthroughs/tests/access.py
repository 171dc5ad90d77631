"""Who gets through at each address of this room."""

from __future__ import annotations

import datetime as dt

from django.core.files.uploadedfile import SimpleUploadedFile

from lantoa.breakthroughs import actions
from lantoa.breakthroughs.tests import stories
from lantoa.foundation.attachments import judge
from tests.access import Row

VIEWERS = "secretary other_secretary committee officer leader inspector far_secretary"
AGREED = {
    "document_number": "60-TB/TU",
    "decided_on": "16/11/2026",
    "decided_by": "Ban Thường vụ Tỉnh ủy",
    "meeting_on": "16/11/2026",
    "minutes_number": "31-BB/TU",
}
WRITERS = "secretary other_secretary committee leader far_secretary"


def prepare(cast):
    """A cell's draft and one that waits in the commune; a head's that runs."""
    cast.things["draft"] = stories.of_the_cell(cast)
    cast.things["waiting"] = stories.sent(stories.of_the_cell(cast), cast.secretary)
    running = cast.things["running"] = stories.running_of_the_head(cast)
    paper = judge(SimpleUploadedFile("so.pdf", b"%PDF-1.7"))
    told = {"year": 2026, "quarter": 1, "state": "on_track", "result": "Xong.", "evidence": [paper]}
    cast.things["report"] = actions.report_quarter(running, by=cast.committee, **told)
    cast.things["amendment"] = actions.propose_amendment(
        running, by=cast.committee, reason="Có thêm hồ sơ.", target_value=35, milestones=stories.MARKS
    )
    amended = actions.propose_amendment(
        stories.running_of_the_head(cast),
        by=cast.committee,
        reason="Có thêm hồ sơ.",
        target_value=35,
        milestones=stories.MARKS,
    )
    cast.things["amended"] = actions.amend(
        amended, by=cast.leader, document_number="58-TB/TU", decided_on=cast.leader.on
    )
    fresh = stories.sent(stories.of_the_head(cast), cast.committee)
    cast.things["fresh"] = stories.approved(fresh, cast.leader, just_now=True)
    cast.things["free"] = stories.running_of_the_head(cast)
    cast.things["assessed"] = stories.running_of_the_head(cast)
    actions.assess_year(cast.things["assessed"], year=2026, result="done", by=cast.leader)
    actions.choose_advising_body(cast.province, cast.province, by=cast.leader)
    cast.things["advised"] = stories.sent(stories.of_the_head(cast), cast.committee)
    actions.assess_year(running, year=2026, result="done", by=cast.leader)


def pk_of(name):
    return lambda cast: [cast.things[name].pk]


def evidence(cast):
    report = cast.things["report"]
    return [report.pk, report.evidence.get().pk]


TABLE = [
    Row("breakthroughs:index", VIEWERS),
    Row("breakthroughs:new", WRITERS),
    Row("breakthroughs:show", "secretary committee officer leader inspector", pk_of("waiting")),
    Row("breakthroughs:show", "secretary", pk_of("draft")),
    Row("breakthroughs:edit", "secretary", pk_of("draft")),
    Row("breakthroughs:submit", "secretary", pk_of("draft"), "POST"),
    Row("breakthroughs:withdraw", "secretary", pk_of("waiting"), "POST"),
    Row("breakthroughs:advising_body", "secretary other_secretary committee leader far_secretary"),
    Row("breakthroughs:appraise", "officer", pk_of("advised")),
    Row("breakthroughs:propose_amendment", "committee", pk_of("free")),
    Row("breakthroughs:amendment", "committee officer leader inspector", pk_of("amendment")),
    Row("breakthroughs:amend", "leader", pk_of("amendment"), "POST", typed=lambda cast: AGREED),
    Row(
        "breakthroughs:refuse_amendment",
        "leader",
        pk_of("amendment"),
        "POST",
        typed=lambda cast: {"refuse_amendment-reason": "chưa rõ", "reason": "chưa rõ"},
    ),
    Row("breakthroughs:take_back_amendment", "leader", pk_of("amended"), "POST"),
    Row("breakthroughs:withdraw_amendment", "committee", pk_of("amendment"), "POST"),
    Row("breakthroughs:judge", "committee", pk_of("waiting")),
    Row("breakthroughs:approve", "committee", pk_of("waiting"), "POST"),
    Row(
        "breakthroughs:approve",
        "committee",
        pk_of("waiting"),
        "POST",
        lambda cast: {
            "document_number": "7-TB/ĐU",
            "approved_on": f"{dt.date(2026, 11, 16):%d/%m/%Y}",
            "decided_by": "Ban Thường vụ Đảng ủy",
        },
    ),
    Row("breakthroughs:take_back_approval", "leader", pk_of("fresh"), "POST"),
    Row("breakthroughs:return", "committee", pk_of("waiting"), "POST", lambda cast: {"reason": "chưa rõ"}),
    Row("breakthroughs:assess", "leader", pk_of("running")),
    Row("breakthroughs:close", "leader", pk_of("assessed"), "POST"),
    Row("breakthroughs:report", "committee", lambda cast: [cast.things["running"].pk, 2026, 3]),
    Row("breakthroughs:remark", "leader", pk_of("report")),
    Row("breakthroughs:evidence", "committee officer leader inspector", evidence),
]
