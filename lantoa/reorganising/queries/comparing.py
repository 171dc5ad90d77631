"""The acts, what hangs on a unit, what is to come, and how the tree looks before and after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from lantoa.foundation.gathering import gather
from lantoa.foundation.hangs import Hanging
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Reorganisation, Unit

MOST = 60


def hanging_on(units: Iterable[Unit], on: dt.date) -> list[Hanging]:
    """What hangs on these units together, of every kind that is there at all."""
    found: dict[str, Hanging] = {}
    for unit in units:
        below = organisation.children(unit, on).count()
        lines = [Hanging(_("Đơn vị trực thuộc"), below, _("Chuyển nguyên về đơn vị kế tục."))]
        lines += [
            one for room in gather("hangs") if hasattr(room, "hanging") for one in room.hanging(unit, on=on)
        ]
        for line in lines:
            before = found.get(str(line.label))
            total = line.count + (before.count if before else 0)
            found[str(line.label)] = Hanging(line.label, total, line.goes)
    return [line for line in found.values() if line.count]


def planned_for(unit: Unit, today: dt.date) -> QuerySet[Reorganisation]:
    """Changes of this unit, or of those directly below, that are yet to come."""
    below = Placement.objects.on(today).filter(parent=unit).values("unit_id")
    found = Reorganisation.objects.filter(effective_on__gt=today, undone_at__isnull=True)
    which = Q(units=unit) | Q(units__in=below) | Q(leans_on=unit)
    return found.filter(which).distinct().order_by("effective_on", "pk").defer("changes")


def planned_below(unit: Unit, today: dt.date) -> QuerySet[Reorganisation]:
    """Changes yet to come of this unit and of everything below it, today or then."""
    within = organisation.units_within(unit, today)
    found = Reorganisation.objects.filter(effective_on__gt=today, undone_at__isnull=True)
    return found.filter(Q(units__in=within) | Q(leans_on__in=within)).distinct()


@dataclass(frozen=True)
class Line:
    """One unit on one side: its name, what it hangs below, and what becomes of it ("" where it stays)."""

    name: str
    parent: str
    mark: str


@dataclass(frozen=True)
class Rehearsal:
    """How the tree looks before and after an act that has not been done."""

    before: list[Line]
    after: list[Line]
    ending: list[Unit]
    more: int
    looked: Any = None


class _Undone(Exception):
    """Thrown to take the rehearsal back."""


def rehearse(
    act: Callable[[], Any],
    on: dt.date,
    look: Callable[[QuerySet[Reorganisation]], Any] = lambda changes: None,
) -> Rehearsal:
    """Do the act, look, and take it back. What it refuses it refuses here too.

    `look(changes)` is asked while it stands; what it gives is kept as `looked`.
    """
    kept: list[Rehearsal] = []
    try:
        with transaction.atomic():
            old = _places(on)
            last = Reorganisation.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
            act()
            changes = Reorganisation.objects.filter(pk__gt=last)
            kept.append(replace(_compared(changes, old, on), looked=look(changes)))
            raise _Undone
    except _Undone:
        return kept[0]


def _places(on: dt.date) -> Callable[[Iterable[int]], dict[int, tuple[str, int | None]]]:
    """What stands on that day, kept by the database's own time travel: rows closed by the act still hold before it."""
    day = on - dt.timedelta(days=1)

    def of(ids: Iterable[int]) -> dict[int, tuple[str, int | None]]:
        rows = Placement.objects.on(day).filter(unit__in=set(ids))
        return {
            unit: (name, parent) for unit, name, parent in rows.values_list("unit_id", "name", "parent_id")
        }

    return of


def _compared(changes: QuerySet[Reorganisation], old: Any, on: dt.date) -> Rehearsal:
    touched = Q(reorganisations__in=changes) | Q(pk__in=changes.values("leans_on"))
    ids = set(Unit.objects.filter(touched).values_list("pk", flat=True))
    before = old(ids)
    rows = Placement.objects.on(on).filter(unit__in=ids)
    after = {unit: (name, parent) for unit, name, parent in rows.values_list("unit_id", "name", "parent_id")}
    parents = {parent for _name, parent in [*before.values(), *after.values()] if parent}
    names = organisation.names_of(parents, on - dt.timedelta(days=1)) | organisation.names_of(parents, on)
    gone, fresh = set(before) - set(after), set(after) - set(before)
    moved = {unit for unit in set(before) & set(after) if before[unit] != after[unit]}
    shown = gone | fresh | moved

    def lines(side: Mapping[int, tuple[str, int | None]], mark: Callable[[int], str]) -> list[Line]:
        kept = [(unit, *told) for unit, told in side.items() if unit in shown]
        return [Line(name, names.get(parent or 0, ""), mark(unit)) for unit, name, parent in kept]

    left = lines(before, lambda unit: _("kết thúc") if unit in gone else _("thay đổi"))
    right = lines(after, lambda unit: _("mới") if unit in fresh else _("thay đổi"))
    ending = list(Unit.objects.filter(pk__in=gone))
    return Rehearsal(left[:MOST], right[:MOST], ending, max(0, len(left) - MOST) + max(0, len(right) - MOST))
