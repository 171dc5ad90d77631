"""Practices of the small cast: lights in the hall of culture, a member's ten families, a book of Uncle Hồ's words."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lantoa.people import actors
from lantoa.people.models import Post
from lantoa.practices import actions
from lantoa.practices.models import Field, Practice
from tests.cast import Cast

SEEN = "sổ ghi việc dân hỏi ở nhà văn hóa"


def words(**changed: Any) -> dict[str, Any]:
    return {
        "name": "Nhà văn hóa sáng đèn",
        "field": Field.objects.order_by("place").first(),
        "content_of_uncle": "Gần dân, giúp dân",
        "reason": "Bà con phải đi 14 km làm giấy khai sinh, có người đi ba lần vì thiếu giấy tờ.",
        "how": "1. Chọn một tối cố định.\n2. Xếp lịch hai đảng viên mỗi tối.\n- Mở sổ ghi việc dân hỏi.",
        "target": "Mọi việc dân hỏi được trả lời trong 7 ngày.",
        "participants": 8,
        "cost": 3_200_000,
        **changed,
    }


def of_the_cell(cast: Cast, **changed: Any) -> Practice:
    """A draft of the cell as a collective, whom the commune judges."""
    return actions.draft(unit=cast.cell, by=changed.pop("by", cast.secretary), **words(**changed))


def of_a_member(cast: Cast, **changed: Any) -> Practice:
    """A draft of a member about herself, whom the secretary of her cell judges."""
    changed = {"name": "Mười gia đình văn hóa", "level": "cell", **changed}
    return actions.draft(
        unit=cast.cell, by=cast.member, subject="individual", person=cast.member.person, **words(**changed)
    )


def proposed(practice: Practice, by: Any) -> Practice:
    return actions.propose(practice, by=by)


def registered(cast: Cast, **changed: Any) -> Practice:
    """The cell's, agreed to by the commune."""
    return actions.accept(
        proposed(of_the_cell(cast, **changed), cast.secretary), by=cast.committee, seen=SEEN
    )


def running(cast: Cast, since: dt.date = dt.date(2024, 3, 7), **changed: Any) -> Practice:
    """The cell's, going on since March 2024."""
    return actions.start(registered(cast, **changed), by=cast.secretary, on=since)


def on_day(actor: Any, day: dt.date) -> Any:
    """The same person with the same post, on another day."""
    return actors.as_post(Post.objects.get(pk=actor.post_id), day)
