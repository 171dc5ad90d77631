"""Who may enter which address of this room."""

from __future__ import annotations

from typing import Any

from lantoa.rounds.tests import stories
from tests.access import Row

VIEWERS = "secretary other_secretary committee officer leader inspector far_secretary"


def prepare(cast: Any) -> None:
    """The province asks its cells about October; the commune asks its own cells about September."""
    cast.things["round"] = stories.opened(cast)
    cast.things["communes"] = stories.of_the_commune(cast)


def _round(cast: Any) -> list[int]:
    return [cast.things["round"].pk]


def _communes(cast: Any) -> list[int]:
    return [cast.things["communes"].pk]


TABLE = [
    Row("rounds:index", VIEWERS),
    Row("rounds:choose", "committee officer"),
    Row("rounds:new", "committee officer", typed=lambda _cast: {"figures": ["meetings.regular"]}),
    Row("rounds:show", VIEWERS, args=_round),
    Row("rounds:show", "secretary other_secretary committee officer leader inspector", args=_communes),
    Row("rounds:close", "officer", args=_round, method="POST"),
    Row(
        "rounds:withdraw", "officer", args=_round, method="POST", data=lambda _cast: {"reason": "Mở nhầm kỳ."}
    ),
]
