"""Shortcomings for the stories of this room."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lantoa.people.actors import Actor
from lantoa.people.models import Person
from lantoa.shortcomings import actions
from lantoa.shortcomings.models import Shortcoming

FINDING = "Trả lời đơn thư của phụ huynh còn chậm, có đơn quá 15 ngày."
DEADLINE = dt.date(2027, 3, 31)
DONE = "Mở sổ theo dõi đơn, phân công trả lời trong 5 ngày; từ tháng 10 không còn đơn nào chậm."


def of_member(cast: Any, **rest: Any) -> Shortcoming:
    """What the review of the cell found in the member's work."""
    return of_person(cast.secretary, cast.member.person, **rest)


def of_person(by: Actor, person: Person, **rest: Any) -> Shortcoming:
    """What a review found in somebody's work."""
    facts = {"finding": FINDING, "deadline": DEADLINE, "source": "review", "found_on": dt.date(2026, 11, 10)}
    return actions.write_down(by=by, person=person, **facts | rest)


def of_unit(by: Actor, **rest: Any) -> Shortcoming:
    """What an inspection found in the unit the actor leads."""
    facts = {
        "finding": "Sổ ghi biên bản chưa ghi đủ ý kiến thảo luận.",
        "field": "sinh hoạt chi bộ",
        "deadline": DEADLINE,
        "source": "inspection",
        "unit": by.unit,
    }
    return actions.write_down(by=by, **facts | rest)


def admitted(by: Actor, **rest: Any) -> Shortcoming:
    """What somebody admits herself."""
    return actions.write_down(by=by, person=by.person, **{"finding": FINDING, "deadline": DEADLINE} | rest)


def reported(one: Shortcoming, by: Actor, day: dt.date = dt.date(2026, 11, 15)) -> Shortcoming:
    """Its owner says that it is mended."""
    return actions.report_mended(one, by=by, done=DONE, mended_on=day)
