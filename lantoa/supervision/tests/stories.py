"""Inspections for the stories of this room."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lantoa.supervision import actions
from lantoa.supervision.models import FileDocument, Inspection, YearProgramme

WHAT = "Việc viết đăng ký, đưa nội dung học tập vào sinh hoạt chi bộ."
DECIDED = dt.date(2026, 11, 2)
CONCLUSION = "Cấp ủy đã triển khai đầy đủ; một số bản đăng ký chưa nêu chỉ tiêu."


def programme(cast: Any, by: str = "inspector", **rest: Any) -> YearProgramme:
    """The programme of the province's body for this year, issued in January."""
    facts = {"year": 2026, "number": "02-CTr/UBKT", "issued_on": dt.date(2026, 1, 15)}
    return actions.write_programme(by=getattr(cast, by), **facts | rest)


def planned(cast: Any, **rest: Any) -> Inspection:
    """Thematic oversight of the commune, in November, led by the inspector."""
    facts = {
        "kind": "thematic",
        "unit": cast.commune,
        "what": WHAT,
        "month": 11,
        "led_by": cast.inspector.person,
    }
    return actions.plan(programme(cast), by=cast.inspector, **facts | rest)


def opened(cast: Any, **rest: Any) -> Inspection:
    """The same, by a decision."""
    one = planned(cast, **rest)
    return actions.open_inspection(one, by=cast.inspector, decision_number="57-QĐ/UBKT", decided_on=DECIDED)


def paper(one: Inspection, kind: str) -> FileDocument:
    """One of its twelve papers."""
    return one.papers.get(kind=kind)


def concluded(one: Inspection, by: Any, **rest: Any) -> Inspection:
    """The conclusion is issued."""
    facts = {
        "conclusion": CONCLUSION,
        "conclusion_number": "12-TB/UBKT",
        "concluded_on": dt.date(2026, 11, 16),
    }
    return actions.conclude(one, by=by, **facts | rest)
