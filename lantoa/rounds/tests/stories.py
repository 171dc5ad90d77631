"""Rounds as stories of this room begin."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from lantoa.foundation.dates import Period
from lantoa.rounds import actions
from lantoa.rounds.models import Answer, Round
from lantoa.rounds.rules import Said
from lantoa.rounds.words import Amount

OCTOBER, SEPTEMBER = Period.months(2026, 10, 1), Period.months(2026, 9, 1)
FIGURES = ["meetings.regular", "meetings.attendance", "registrations.people"]
DUE = dt.date(2026, 11, 20)
WHY = "Sổ giấy còn ghi thêm."


def opened(cast: Any, **changed: Any) -> Round:
    """The province asks down to its cells about October."""
    asked = {"title": "Số liệu tháng 10/2026", "period": OCTOBER, "due_on": DUE, "lowest": "cell"}
    asked |= {"figures": FIGURES, "prose": ["Phát biểu ý kiến"]}
    return actions.open_round(**({"by": cast.officer} | asked | changed))


def one_figure(cast: Any, **changed: Any) -> Round:
    """The province asks for one number only."""
    return opened(cast, **({"figures": ["meetings.regular"], "prose": []} | changed))


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


def answer_of(found: Round, unit: Any) -> Answer:
    """What this unit is asked."""
    return Answer.objects.select_related("round__unit", "unit").get(round=found, unit=unit)


def send(found: Round, by: Any, number: int | None = None, why: str = "", **besides: Any) -> Answer:
    """The actor's own unit says this number in the first cell; nothing in the others."""
    answer = answer_of(found, by.unit)
    said = {item.pk: Said(reason=WHY) for item in found.items.all()}
    first = found.items.first()
    said[first.pk] = Said(Amount(None if number is None else Decimal(number)), reason=WHY)
    return actions.send(answer, by=by, said=said, gaps_why=why, **besides)


def total(answer: Answer) -> Any:
    """What the first cell of a sent answer says upward."""
    return answer.lines.first().total.value
