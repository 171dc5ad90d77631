"""How the tree changes. Each act writes one Reorganisation and one history event, and nothing overwrites the past.

Every act takes `on`, the first day on which the change holds (it may lie ahead), `by`, the actor, and what is known
of the decision: its number, its date, a note. All refuse with BadInput when a unit concerned does not stand on that
day or has a later change, and with NotAllowed when the actor may not reorganise these units.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError, Q
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.errors import BadInput, Conflict
from lantoa.foundation.gathering import gather
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation import changes, placing, queries, rules
from lantoa.organisation.changes import Changes
from lantoa.organisation.models import Placement, Reorganisation, Succession, Unit

Kind = Reorganisation.Kind


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
    work = _begin(by, on, parent)
    unit = placing.place_new(
        work, name=name, parent=parent, kind=kind, level=level, code=code, short_name=short_name
    )
    _write_down(work, Kind.FOUND, unit, by=by, decision=decision, decision_date=decision_date, note=note)
    return unit


@transaction.atomic
def found_list(plans: Sequence[Any], made: dict[int, Unit], *, on: dt.date, by: Any) -> Reorganisation:
    """Many units at once, as one change: each plan's `values` say name, parent, kind, level, short_name, code.

    A parent is a unit's id or another plan, whose unit stands in `made` (by the plan's id) or comes earlier in the
    list; what is founded is added to `made`.
    """
    parents = Unit.objects.in_bulk({p.values["parent"] for p in plans if isinstance(p.values["parent"], int)})
    work = _begin(by, on, *parents.values())
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
    return _write_down(work, Kind.FOUND, first, by=by, decision="", decision_date=None, note=note)


@transaction.atomic
def correct(
    unit: Unit, *, by: Any, level: str | None = None, kind: str | None = None, short_name: str | None = None
) -> dict[str, str]:
    """What was written wrongly of a unit, put right without a decision; gives what stood there before."""
    _must_be_his(by, by.on, [unit])
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
    name, work = rules.must_have_name(name), _begin(by, on, unit)
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
    _write_down(
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
    work = _begin(by, on, unit, parent)
    left = placing.hang_elsewhere(work, unit, parent)
    names = queries.names_of({parent.pk, left.parent_id or parent.pk}, on)
    _write_down(
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
    work = _begin(by, on, *ending, into or ending[0])
    places = [placing.standing(unit, on) for unit in ending]
    if into is None:
        first = places[0]
        _must_be_his(by, on, [parent or first.parent])
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
    _write_down(work, Kind.MERGE, into, by=by, decision=decision, decision_date=decision_date, note=note)
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
    work = _begin(by, on, unit)
    here = placing.standing(unit, on)
    _must_be_his(by, on, [here.parent])
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
    _write_down(work, Kind.SPLIT, unit, by=by, decision=decision, decision_date=decision_date, note=note)
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


@transaction.atomic
def dissolve(
    unit: Unit,
    *,
    on: dt.date,
    by: Any,
    successor: Unit | None = None,
    also: Sequence[Unit] = (),
    decision: str = "",
    decision_date: dt.date | None = None,
    note: str = "",
) -> None:
    """The unit ends before that day. What lies below it, and its records, go to the successor.

    Without a successor its parent is the successor. A root cannot be dissolved without one. `also` are those that
    take over a part of it without its records.
    """
    work = _begin(by, on, unit)
    heir = successor or placing.standing(unit, on).parent
    if heir is None:
        raise BadInput(
            _("Đơn vị gốc không thể kết thúc khi chưa có đơn vị kế tục. Chọn đơn vị kế tục."), "successor"
        )
    _must_be_his(by, on, [heir])
    placing.end(work, unit, heir)
    work.successions += [
        Succession(predecessor=unit, successor=one, starts=on, carries_records=False) for one in also
    ]
    _write_down(work, Kind.DISSOLVE, unit, by=by, decision=decision, decision_date=decision_date, note=note)


@transaction.atomic
def undo(change: Reorganisation, *, by: Any) -> None:
    """Take back a change that is not yet in force and that nothing later builds on.

    Conflict when it is taken back already; BadInput when it is in force, when a later change builds on it, or when a
    unit it founded has people or records by now.
    """
    placing.take_turns()
    change.refresh_from_db()
    if change.effective_on <= by.on and change.undone_at is None:
        raise BadInput(_("Thay đổi đã có hiệu lực nên không hủy được. Ghi một thay đổi mới để điều chỉnh."))
    _undo(change, by)


@transaction.atomic
def take_back(change: int, *, by: Any) -> None:
    """Take back a list of units entered a moment ago, in force or not, while nothing is built on it."""
    placing.take_turns()
    _undo(Reorganisation.objects.get(pk=change), by)


def _undo(change: Reorganisation, by: Any) -> None:
    if change.undone_at is not None:
        raise Conflict(_("Thay đổi này đã được hủy."))
    concerned = list(change.units.exclude(pk__in=change.changes["founded"]))
    _must_be_his(by, change.effective_on, concerned or list(change.leans_on.all()) or [None])
    if later := _builds_on(change):
        raise BadInput(_("Có thay đổi ghi sau dựa trên thay đổi này. Hủy thay đổi sau trước: %s.") % later)
    subject = concerned[0] if concerned else change.leans_on.first()
    try:
        with transaction.atomic():
            _put_back(change.changes.get("followed", {}))
            changes.undo(change.changes)
    except ProtectedError:
        raise BadInput(_("Đơn vị mới đã có người hoặc hồ sơ nên không hủy được việc thành lập.")) from None
    except IntegrityError:
        raise BadInput(
            _("Chỗ cũ trong cây nay có đơn vị khác. Ghi một thay đổi mới để điều chỉnh.")
        ) from None
    change.undone_at = clock.now()
    change.save(update_fields=["undone_at"])
    record(
        "unit.change_undone", change, by=by, unit=subject, on=change.effective_on, note=change.decision_number
    )


def _builds_on(change: Reorganisation) -> Reorganisation | None:
    """A later change that would not stand without this one: it changed, or leans on, what this one changed.

    Two changes that only lean on the same unit (two foundings under one parent) do not need each other.
    """
    changed = change.units.values("pk")
    later = Reorganisation.objects.filter(pk__gt=change.pk, undone_at__isnull=True)
    touching = Q(units__in=changed) | Q(leans_on__in=changed) | Q(units__in=change.leans_on.values("pk"))
    return later.filter(touching).order_by("-pk").first()


def _begin(by: Any, on: dt.date, *units: Unit | None) -> Changes:
    """Whoever may reorganise these units takes the turn."""
    _must_be_his(by, on, units)
    placing.take_turns()
    return Changes(on)


def _must_be_his(by: Any, on: dt.date, units: Iterable[Unit | None]) -> None:
    """NotAllowed unless the actor may reorganise and reaches every unit, today or, when it is yet to come, then.

    Only the system founds roots.
    """
    then = by.as_of(max(by.on, on))
    for unit in units:
        reached = (by.reaches(unit) or then.reaches(unit)) if unit else by.person is None
        rules.must_be_given(reached and by.may("organisation.reorganise"))


def _followed(work: Changes) -> dict[str, Any]:
    """What hangs on the units that end goes with their records: every room that has a door `hangs` says how."""
    heirs = {one.predecessor_id: one.successor_id for one in work.successions if one.carries_records}
    rooms = [room for room in gather("hangs") if hasattr(room, "follow")] if heirs else []
    return {room.__name__: room.follow(heirs, on=work.on) for room in rooms}


def _put_back(followed: Mapping[str, Any]) -> None:
    for room in gather("hangs"):
        if log := followed.get(room.__name__):
            room.restore(log)


def _write_down(
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
    change.changes["followed"] = _followed(work)
    change.save(update_fields=["changes"])
    change.units.add(*work.changed)
    change.leans_on.add(*(work.leans_on - work.changed))
    record(
        f"unit.{kind}", unit, by=by, unit=unit, on=work.on, note=decision or note, before=before, after=after
    )
    return change
