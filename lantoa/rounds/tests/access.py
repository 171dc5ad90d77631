"""Who may enter which address of this room."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lantoa.foundation.dates import Period
from lantoa.rounds import actions
from lantoa.rounds.tests import stories
from tests.access import Row

VIEWERS = "secretary other_secretary committee officer leader inspector far_secretary"


def prepare(cast: Any) -> None:
    """The province asks its cells about October; the commune asks its own cells about September."""
    cast.things["round"] = stories.opened(cast)
    cast.things["communes"] = stories.of_the_commune(cast)
    far = stories.one_figure(cast, title="Số liệu năm 2025", period=Period.year(2025))
    cast.things["sent"] = stories.send(far, cast.far_secretary, 4)
    cast.things["asked"] = stories.answer_of(cast.things["round"], cast.cell)
    cells = stories.one_figure(cast, title="Số liệu năm 2024", period=Period.year(2024))
    cast.things["cells"] = stories.send(cells, cast.secretary, 4)
    cast.things["bound"] = actions.keep_bound(
        part="registrations.approved", whole="registrations.registered", by=cast.committee
    )
    again = stories.one_figure(cast, title="Số liệu năm 2023", period=Period.year(2023))
    cast.things["reopening"] = actions.ask_to_reopen(
        stories.send(again, cast.secretary, 4), by=cast.secretary, reason="Ghi thừa."
    )


def _thing(name: str) -> Callable[[Any], list[int]]:
    return lambda cast: [cast.things[name].pk]


def _post(name: str, thing: str, allowed: str, **typed: str) -> Row:
    return Row(f"rounds:{name}", allowed, args=_thing(thing), method="POST", data=lambda _cast: typed)


TABLE = [
    Row("rounds:index", VIEWERS),
    Row("rounds:choose", "committee officer"),
    Row(
        "rounds:new",
        "committee officer",
        typed=lambda _cast: {"period": "2026-07", "figures": ["meetings.regular"]},
    ),
    Row("rounds:show", VIEWERS, args=_thing("round")),
    Row(
        "rounds:show", "secretary other_secretary committee officer leader inspector", args=_thing("communes")
    ),
    Row("rounds:late", VIEWERS),
    Row("rounds:months", VIEWERS),
    Row("rounds:before_meeting", VIEWERS),
    Row("rounds:answer", "secretary committee officer leader inspector", args=_thing("asked")),
    Row("rounds:answer", "far_secretary officer leader inspector", args=_thing("sent")),
    _post("accept", "cells", "committee"),
    _post("give_back", "cells", "committee", reason="Thiếu một buổi."),
    _post("ask_to_reopen", "cells", "secretary committee", reason="Ghi thừa một buổi."),
    _post("reopen", "reopening", "committee"),
    _post("leave_closed", "reopening", "secretary committee"),
    Row(
        "rounds:accept_many",
        "committee",
        args=lambda cast: [cast.things["cells"].round_id],
        method="POST",
        data=lambda cast: {"answers": [cast.things["cells"].pk]},
    ),
    Row("rounds:bounds", "committee officer"),
    _post("bound_drop", "bound", "committee"),
    Row("rounds:close", "officer", args=_thing("round"), method="POST"),
    Row(
        "rounds:withdraw",
        "officer",
        args=_thing("round"),
        method="POST",
        data=lambda _cast: {"reason": "Mở nhầm kỳ."},
    ),
]
