"""Units are founded, one or a list of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.organisation import placing
from lantoa.organisation.actions.shared import Kind, begin, write_down
from lantoa.organisation.models import Reorganisation, Unit


@transaction.atomic
def found(
    *,
    name: str,
    parent: Unit | None,
    kind: str,
    on: dt.date,
    by: Any,
    level: str = "",
    code: str = "",
    short_name: str = "",
    decision: str = "",
    decision_date: dt.date | None = None,
    note: str = "",
) -> Unit:
    """A new unit under `parent` (None for a root, which only the system founds) from the day `on`.

    BadInput without a name, or when the code is taken.
    """
    work = begin(by, on, parent)
    unit = placing.place_new(
        work, name=name, parent=parent, kind=kind, level=level, code=code, short_name=short_name
    )
    write_down(work, Kind.FOUND, unit, by=by, decision=decision, decision_date=decision_date, note=note)
    return unit


@transaction.atomic
def found_list(plans: Sequence[Any], made: dict[int, Unit], *, on: dt.date, by: Any) -> Reorganisation:
    """Many units at once, as one change: each plan's `values` say name, parent, kind, level, short_name, code.

    A parent is a unit's id or another plan, whose unit stands in `made` (by the plan's id) or comes earlier in the
    list; what is founded is added to `made`.
    """
    parents = Unit.objects.in_bulk({p.values["parent"] for p in plans if isinstance(p.values["parent"], int)})
    work = begin(by, on, *parents.values())
    for plan in plans:
        told, above = plan.values, plan.values["parent"]
        parent = (
            parents[above]
            if isinstance(above, int)
            else made.get(id(above)) or Unit.objects.get(pk=above.match)
        )
        made[id(plan)] = placing.place_new(
            work,
            name=told["name"],
            parent=parent,
            kind=told["kind"],
            level=told["level"],
            code=told["code"] or "",
            short_name=told["short_name"] or "",
        )
    note = _("%(n)s đơn vị theo danh sách") % {"n": len(plans)} if len(plans) > 1 else ""
    first = made[id(plans[0])]
    return write_down(work, Kind.FOUND, first, by=by, decision="", decision_date=None, note=note)
