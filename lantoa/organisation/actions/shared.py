"""What every act on the tree begins and ends with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from lantoa.foundation.gathering import gather
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation import placing, rules
from lantoa.organisation.changes import Changes
from lantoa.organisation.models import Reorganisation, Succession, Unit

Kind = Reorganisation.Kind


def begin(by: Any, on: dt.date, *units: Unit | None) -> Changes:
    """Whoever may reorganise these units takes the turn."""
    must_be_his(by, on, units)
    placing.take_turns()
    return Changes(on)


def must_be_his(by: Any, on: dt.date, units: Iterable[Unit | None]) -> None:
    """NotAllowed unless the actor may reorganise and reaches every unit, today or, when it is yet to come, then.

    Only the system founds roots.
    """
    then = by.as_of(max(by.on, on))
    for unit in units:
        reached = (by.reaches(unit) or then.reaches(unit)) if unit else by.person is None
        rules.must_be_given(reached and by.may("organisation.reorganise"))


def followed(work: Changes) -> dict[str, Any]:
    """What hangs on the units that end goes with their records: every room that has a door `hangs` says how."""
    heirs = {one.predecessor_id: one.successor_id for one in work.successions if one.carries_records}
    rooms = [room for room in gather("hangs") if hasattr(room, "follow")] if heirs else []
    return {room.__name__: room.follow(heirs, on=work.on) for room in rooms}


def write_down(
    work: Changes,
    kind: str,
    unit: Unit,
    *,
    by: Any,
    decision: str,
    decision_date: dt.date | None,
    note: str,
    before: dict[str, str] | None = None,
    after: dict[str, str] | None = None,
) -> Reorganisation:
    """The Reorganisation with its log, the successions, and the event."""
    change = Reorganisation.objects.create(
        kind=kind,
        about=unit.name_on(work.on),
        decision_number=clean(decision),
        decision_date=decision_date,
        effective_on=work.on,
        note=note,
        recorded_by=", ".join(filter(None, [str(by.person or ""), by.label])),
    )
    for one in work.successions:
        one.reorganisation = change
    Succession.objects.bulk_create(work.successions)
    change.changes = work.log | {"successions": [one.pk for one in work.successions]}
    change.changes["followed"] = followed(work)
    change.save(update_fields=["changes"])
    change.units.add(*work.changed)
    change.leans_on.add(*(work.leans_on - work.changed))
    record(
        f"unit.{kind}", unit, by=by, unit=unit, on=work.on, note=decision or note, before=before, after=after
    )
    return change
