"""Rounds as stories of this room begin."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lantoa.foundation.dates import Period
from lantoa.rounds import actions
from lantoa.rounds.models import Round

OCTOBER, SEPTEMBER = Period.months(2026, 10, 1), Period.months(2026, 9, 1)
FIGURES = ["meetings.regular", "meetings.attendance", "registrations.people"]
DUE = dt.date(2026, 11, 20)


def opened(cast: Any, **changed: Any) -> Round:
    """The province asks down to its cells about October."""
    asked = {"title": "Số liệu tháng 10/2026", "period": OCTOBER, "due_on": DUE, "lowest": "cell"}
    return actions.open_round(
        by=cast.officer, **{**asked, "figures": FIGURES, "prose": ["Phát biểu ý kiến"], **changed}
    )


def of_the_commune(cast: Any) -> Round:
    """The commune asks its own cells about September."""
    return actions.open_round(
        by=cast.committee,
        title="Số liệu tháng 9/2026",
        period=SEPTEMBER,
        due_on=DUE,
        lowest="cell",
        figures=["meetings.thematic"],
    )
