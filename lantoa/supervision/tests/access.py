"""Who gets through at which address of this room."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lantoa.foundation import attachments
from lantoa.registrations.tests import papers
from lantoa.supervision import actions
from lantoa.supervision.tests import stories
from tests.access import Row

EVERYONE = "member secretary other_secretary committee officer leader inspector far_secretary former"
PLANS = "secretary other_secretary committee leader inspector far_secretary"
READS = "committee officer leader inspector"
KEEPS = "leader inspector"
LOOKS = "committee leader inspector"
NOBODY = {"person": "", "led_by": ""}


def prepare(cast: Any) -> None:
    """Three of the commune: planned, open with a signed plan, concluded; one remedy in a draft."""
    opened = stories.opened(cast)
    plan = stories.paper(opened, "plan")
    actions.record_paper(
        plan,
        by=cast.inspector,
        done_on=dt.date(2026, 11, 3),
        number="41-KH/UBKT",
        attachment=attachments.judge(papers.photo()),
    )
    papers_of_the_cell = papers.approved(cast.member, cast.secretary)
    sample = actions.draw_sample(cast.commune, by=cast.inspector, year=papers.YEAR, seed="161126")
    cast.things |= {
        "paper_of_hers": papers_of_the_cell,
        "sample": sample,
        "note": actions.write_note(sample.papers.get(), by=cast.inspector, text="Chưa thấy ảnh tháng 9."),
        "programme": opened.programme,
        "planned": stories.planned(cast),
        "open": opened,
        "paper": plan,
        "self_report": stories.paper(opened, "self_report"),
        "concluded": stories.concluded(stories.opened(cast), cast.inspector),
        "discipline": actions.write_discipline(
            by=cast.inspector,
            unit=cast.commune,
            form="Khiển trách",
            what="Chậm khắc phục.",
            decision_number="21-QĐ/UBKT",
            decided_on=dt.date(2026, 11, 4),
        ),
        "remedy": actions.remember_remedy(
            opened, by=cast.inspector, finding="Thiếu chỉ tiêu.", deadline=dt.date(2026, 12, 31)
        ),
    }


def _of(name: str) -> Any:
    return lambda cast: [cast.things[name].pk]


TABLE = [
    Row("supervision:index", EVERYONE),
    Row("supervision:programme", PLANS),
    Row("supervision:programme_word", "officer leader inspector", args=_of("programme")),
    Row(
        "supervision:new",
        KEEPS,
        args=_of("programme"),
        typed=lambda cast: {"what": stories.WHAT, "unit": cast.commune.code, **NOBODY},
    ),
    Row("supervision:show", READS, args=_of("open")),
    Row("supervision:edit", KEEPS, args=_of("planned"), typed=lambda cast: NOBODY),
    Row("supervision:begin", KEEPS, args=_of("planned"), typed=lambda cast: {"decided_on": "02/11/2026"}),
    Row("supervision:drop", KEEPS, args=_of("planned")),
    Row("supervision:conclude", KEEPS, args=_of("open")),
    Row(
        "supervision:remedy",
        KEEPS,
        args=_of("open"),
        typed=lambda cast: {"deadline": "31/12/2026", "owner": ""},
    ),
    Row("supervision:close", KEEPS, args=_of("concluded"), method="POST", data=lambda _cast: {}),
    Row("supervision:drop_remedy", KEEPS, args=_of("remedy"), method="POST", data=lambda _cast: {}),
    Row("supervision:paper", READS, args=_of("paper")),
    Row(
        "supervision:due",
        KEEPS,
        args=_of("paper"),
        method="POST",
        data=lambda _cast: {"due": "20/11/2026"},
    ),
    Row("supervision:word", READS, args=_of("paper")),
    Row("supervision:attachment", READS, args=_of("paper")),
    Row("supervision:self_report", "committee", args=_of("self_report")),
    Row("supervision:own", EVERYONE, args=lambda _cast: [papers.YEAR]),
    Row("supervision:signs", LOOKS),
    Row("supervision:signs_panel", LOOKS),
    Row("supervision:sign_papers", LOOKS, args=lambda _cast: ["khong-so"]),
    Row("supervision:draw", LOOKS),
    Row("supervision:sample", LOOKS, args=_of("sample")),
    Row("supervision:read", KEEPS, args=lambda cast: [cast.things["sample"].pk, 1]),
    Row(
        "supervision:pass_on",
        KEEPS,
        args=lambda cast: [cast.things["sample"].pk, 1],
        method="POST",
        data=lambda _cast: {},
    ),
    Row("supervision:disciplines", EVERYONE),
    Row(
        "supervision:discipline_new",
        PLANS,
        typed=lambda cast: {
            "unit": cast.cell.code,
            "person": cast.member.person.full_name,
            "decided_on": "02/11/2026",
        },
    ),
    Row("supervision:discipline", READS, args=_of("discipline")),
    Row(
        "supervision:discipline_reply",
        "committee",
        args=_of("discipline"),
        method="POST",
        data=lambda _cast: {"text": "Đảng ủy đã khắc phục."},
    ),
    Row(
        "supervision:discipline_end",
        KEEPS,
        args=_of("discipline"),
        method="POST",
        data=lambda _cast: {"ended_on": "16/11/2026", "ended_why": "Quyết định số 30-QĐ/UBKT"},
    ),
    Row("supervision:notes", EVERYONE),
    Row("supervision:note", "member secretary committee leader inspector", args=_of("note")),
    Row(
        "supervision:take_back",
        "inspector",
        args=_of("note"),
        method="POST",
        data=lambda _cast: {"why": "Ghi nhầm bản."},
    ),
    Row(
        "supervision:assign",
        KEEPS,
        args=_of("note"),
        typed=lambda cast: {"deadline": "31/12/2026", "owner": ""},
    ),
]
