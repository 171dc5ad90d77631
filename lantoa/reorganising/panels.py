"""On the page of a unit: the buttons that change it, and the changes to come."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.panels import Panel, Tool
from lantoa.organisation.models import Reorganisation, Unit
from lantoa.people.actors import Actor
from lantoa.reorganising import queries


def of_unit(unit: Unit, actor: Actor, day: dt.date) -> Iterator[Panel | Tool]:
    """For who may reorganise; what is to come everybody sees who sees the unit."""
    may = actor.may("organisation.reorganise") and actor.reaches(unit)
    planned = list(queries.planned_for(unit, actor.on))
    if planned:
        yield Panel(
            "reorganising/planned.html",
            {"planned": planned[:20], "may_undo": may, "unit": unit, "decisions": _decisions(planned)},
            order=10,
        )
    if may:
        if unit.level != Unit.Level.CELL:
            yield Tool(
                _("Thêm đơn vị trực thuộc"), reverse("reorganising:act", args=[unit.code, "them"]), "plus"
            )
        yield Tool(
            _("Ghi quyết định về tổ chức"), reverse("reorganising:choose", args=[unit.code]), "calendar-plus"
        )


def _decisions(planned: list[Reorganisation]) -> list[tuple[str, int]]:
    """The decisions of which several changes are yet to come, and how many."""
    counted = Counter(change.decision_number for change in planned if change.decision_number)
    return [(number, n) for number, n in counted.items() if n > 1]
