"""Breakthroughs of the small cast: the commune's head on overdue land files, the cell on digital records."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from lantoa.breakthroughs import actions
from lantoa.breakthroughs.actions import Mark
from lantoa.breakthroughs.models import Breakthrough
from lantoa.people import actors
from lantoa.people.models import Post
from tests.cast import LONG_AGO, Cast, person

WORDS: dict[str, Any] = {
    "statement": "Hạ số hồ sơ đất đai quá hạn ở xã An Phú",
    "problem": "Cuối năm 2025 xã có 214 hồ sơ đất đai quá hạn; có hộ đi lại năm lần.",
    "solution": "Mỗi hồ sơ có một người chịu trách nhiệm; đọc lại sáng thứ Hai.",
    "start_value": Decimal(214),
    "target_value": Decimal(20),
    "unit_of_value": "hồ sơ",
    "beneficiaries": "214 hộ có hồ sơ quá hạn",
}
MARKS = [
    Mark(dt.date(2026, 3, 31), "Phân công xong", Decimal(160)),
    Mark(dt.date(2026, 6, 30), value=Decimal(100)),
    Mark(dt.date(2026, 9, 30), value=Decimal(60)),
    Mark(dt.date(2026, 12, 31), value=Decimal(20)),
]


def post_of(actor: Any) -> Post:
    return Post.objects.get(pk=actor.post_id)


def adviser(cast: Cast) -> Any:
    """An officer in the commune's office, who advises and does not decide."""
    held = Post.objects.filter(unit=cast.commune, role="officer").first()
    if held is None:
        who = person("Nông Thị Duyên", None)
        held = Post.objects.create(
            person=who, unit=cast.commune, role="officer", reach="subtree", starts=LONG_AGO
        )
    return actors.as_post(held, cast.today)


def on_day(actor: Any, day: dt.date) -> Any:
    """The same person with the same post, on another day."""
    return actors.as_post(post_of(actor), day)


def of_the_head(cast: Cast, **changed: Any) -> Breakthrough:
    """A draft of the commune's secretary, whom the province approves."""
    return actions.register(
        kind="head",
        unit=cast.commune,
        post=post_of(cast.committee),
        by=changed.pop("by", cast.committee),
        milestones=changed.pop("milestones", MARKS),
        **{**WORDS, **changed},
    )


def of_the_cell(cast: Cast, **changed: Any) -> Breakthrough:
    """A draft of the cell as a collective, whom the commune approves."""
    words = {**WORDS, "statement": "Số hóa hồ sơ của nhà trường", **changed}
    return actions.register(kind="cell", unit=cast.cell, by=words.pop("by", cast.secretary), **words)


def sent(breakthrough: Breakthrough, by: Any) -> Breakthrough:
    return actions.submit(breakthrough, by=by)


def approved(
    breakthrough: Breakthrough, by: Any, day: dt.date = dt.date(2026, 1, 29), *, just_now: bool = False
) -> Breakthrough:
    at = None if just_now else dt.datetime.combine(day, dt.time(1), dt.UTC)
    return actions.approve(breakthrough, by=by, document_number="31-TB/TU", approved_on=day, at=at)


def running_of_the_head(cast: Cast) -> Breakthrough:
    """Approved by the province in January, nothing reported yet."""
    return approved(sent(of_the_head(cast), cast.committee), cast.leader)
