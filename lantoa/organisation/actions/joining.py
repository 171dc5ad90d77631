"""Units become one, or one becomes several."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput
from lantoa.organisation import placing, queries
from lantoa.organisation.actions.shared import Kind, begin, must_be_his, write_down
from lantoa.organisation.changes import Changes
from lantoa.organisation.models import Succession, Unit


@transaction.atomic
def merge(
    units: Sequence[Unit],
    *,
    on: dt.date,
    by: Any,
    into: Unit | None = None,
    name: str = "",
    parent: Unit | None = None,
    code: str = "",
    decision: str = "",
    decision_date: dt.date | None = None,
    note: str = "",
) -> Unit:
    """Several units become one: `into` if given (it keeps its identity), else a new unit of that name.

    The new unit hangs below `parent`, or where the first of them did. What lies below the merged units, and their
    records, go to the one that continues.
    """
    ending = [unit for unit in dict.fromkeys(units) if unit != into]
    if len(ending) < (1 if into else 2):
        raise BadInput(_("Sáp nhập cần ít nhất hai đơn vị. Chọn thêm đơn vị."), "units")
    work = begin(by, on, *ending, into or ending[0])
    places = [placing.standing(unit, on) for unit in ending]
    if into is None:
        first = places[0]
        must_be_his(by, on, [parent or first.parent])
        into = placing.place_new(
            work,
            name=name,
            parent=parent or first.parent,
            kind=first.unit.kind,
            level=first.unit.level,
            code=code,
        )
    for place in sorted(places, key=lambda p: -len(p.path)):  # the deepest first: what is above may end too
        placing.end(work, place.unit, into)
    write_down(work, Kind.MERGE, into, by=by, decision=decision, decision_date=decision_date, note=note)
    return into


@transaction.atomic
def split(
    unit: Unit,
    *,
    names: Sequence[str],
    on: dt.date,
    by: Any,
    keeps_original: bool = False,
    children: Mapping[int, int] | None = None,
    carrier: int = 0,
    decision: str = "",
    decision_date: dt.date | None = None,
    note: str = "",
) -> list[Unit]:
    """New units come out of one. With `keeps_original` the unit goes on; otherwise it ends.

    `children` says which child (unit id) goes to which new unit (index in `names`); the others stay with the
    original, or go to `names[carrier]`, which also carries the records when the original ends.
    """
    if len(names) < (1 if keeps_original else 2):
        raise BadInput(_("Chia tách cần tên của các đơn vị mới. Nhập thêm tên."), "names")
    work = begin(by, on, unit)
    here = placing.standing(unit, on)
    must_be_his(by, on, [here.parent])
    made = [
        placing.place_new(work, name=name, parent=here.parent, kind=unit.kind, level=unit.level)
        for name in names
    ]
    _share_out(work, unit, made, children or {})
    for index, new in enumerate(made):
        if keeps_original or index != carrier:
            work.successions.append(
                Succession(predecessor=unit, successor=new, starts=on, carries_records=False)
            )
    if not keeps_original:
        placing.end(work, unit, made[carrier])
    write_down(work, Kind.SPLIT, unit, by=by, decision=decision, decision_date=decision_date, note=note)
    return made


def _share_out(work: Changes, unit: Unit, made: list[Unit], children: Mapping[int, int]) -> None:
    """Each chosen child goes to its new unit."""
    below = set(queries.children(unit, work.on).values_list("unit_id", flat=True))
    if not set(children) <= below or not set(children.values()) <= set(range(len(made))):
        raise BadInput(_("Có đơn vị được chọn không trực thuộc đơn vị này. Chọn lại."), "children")
    for index, new in enumerate(made):
        chosen = {child for child, place in children.items() if place == index}
        if chosen:
            placing.hand_over_children(work, unit, new, only=chosen)
