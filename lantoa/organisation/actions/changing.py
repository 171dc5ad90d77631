"""A unit stays the same one and is corrected, renamed, moved."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation import placing, queries, rules
from lantoa.organisation.actions.shared import Kind, begin, must_be_his, write_down
from lantoa.organisation.models import Placement, Unit


@transaction.atomic
def correct(
    unit: Unit, *, by: Any, level: str | None = None, kind: str | None = None, short_name: str | None = None
) -> dict[str, str]:
    """What was written wrongly of a unit, put right without a decision; gives what stood there before."""
    must_be_his(by, by.on, [unit])
    here = placing.standing(unit, by.on)
    before = {"level": unit.level, "kind": unit.kind, "short_name": here.short_name}
    given = {"level": level, "kind": kind, "short_name": short_name}
    before = {name: before[name] for name, value in given.items() if value is not None}
    if level is not None or kind is not None:
        unit.level = unit.level if level is None else level
        unit.kind = unit.kind if kind is None else kind
        unit.save(update_fields=["level", "kind"])
    if short_name is not None:
        here.short_name = clean(short_name)
        here.save(update_fields=["short_name"])
    after = {name: value for name, value in given.items() if value is not None}
    record("unit.corrected", unit, by=by, unit=unit, before=before, after=after)
    return before


@transaction.atomic
def rename(
    unit: Unit,
    *,
    name: str,
    on: dt.date,
    by: Any,
    short_name: str = "",
    decision: str = "",
    decision_date: dt.date | None = None,
    note: str = "",
) -> None:
    """The unit is called otherwise from that day; its place stays."""
    name, work = rules.must_have_name(name), begin(by, on, unit)
    here = placing.standing(unit, on)
    renamed = Placement(
        unit=unit,
        parent_id=here.parent_id,
        path=here.path,
        name=name,
        short_name=clean(short_name),
        starts=on,
    )
    work.replace_places([here], [renamed])
    before, after = {"name": here.name}, {"name": name}
    write_down(
        work,
        Kind.RENAME,
        unit,
        by=by,
        decision=decision,
        decision_date=decision_date,
        note=note or f"{here.name} → {name}",
        before=before,
        after=after,
    )


@transaction.atomic
def move(
    unit: Unit,
    *,
    parent: Unit,
    on: dt.date,
    by: Any,
    decision: str = "",
    decision_date: dt.date | None = None,
    note: str = "",
) -> None:
    """The unit, with everything below it, belongs to another parent from that day. BadInput for a cycle."""
    work = begin(by, on, unit, parent)
    left = placing.hang_elsewhere(work, unit, parent)
    names = queries.names_of({parent.pk, left.parent_id or parent.pk}, on)
    write_down(
        work,
        Kind.MOVE,
        unit,
        by=by,
        decision=decision,
        decision_date=decision_date,
        note=note,
        before={"parent": names[left.parent_id] if left.parent_id else ""},
        after={"parent": names[parent.pk]},
    )
