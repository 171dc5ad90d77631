"""A decision that was read becomes acts of the organisation, in an order in which each finds what it needs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput
from lantoa.organisation import actions as organisation
from lantoa.organisation import queries as tree
from lantoa.organisation import rules
from lantoa.organisation.finding import Finder
from lantoa.organisation.models import Reorganisation, Unit
from lantoa.organisation.names import spelt
from lantoa.people import actions as people
from lantoa.people.models import Person
from lantoa.reorganising import queries
from lantoa.reorganising.decision import Decision, Result, below, destination


@transaction.atomic
def carry_out(
    told: Decision,
    *,
    top: Unit,
    on: dt.date,
    by: Any,
    answers: Mapping[int, str],
    decision: str = "",
    decision_date: dt.date | None = None,
    holders: Mapping[str, str] | None = None,
) -> int:
    """Every row of the table, or none. `answers` says for each unit below one that is split to which result it goes,
    `holders` who is asked for at the head of a new one (see `seat`).

    BadInput, with the number of its row, for the first that cannot be done. Gives how many changes were written.
    """
    if told.wrong:
        raise BadInput(_("Bảng còn %(n)s dòng chưa đọc được.") % {"n": len(told.wrong)}, "text")
    if left := unanswered(told, on, answers):
        raise BadInput(
            _("Còn %(n)s đơn vị bên dưới đơn vị bị chia chưa chọn nơi đến.") % {"n": len(left)}, "text"
        )
    last, words = last_change(), {"on": on, "by": by, "decision": decision, "decision_date": decision_date}
    _Carrying(told, top, on, words).everything(answers)
    changes = Reorganisation.objects.filter(pk__gt=last)
    seat(changes, holders or {}, on=on, by=by, decision=decision)
    return changes.count()


def last_change() -> int:
    """The number of the newest change of the tree; what is recorded from now on has a higher one."""
    return Reorganisation.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def seat(
    changes: QuerySet[Reorganisation], holders: Mapping[str, str], *, on: dt.date, by: Any, decision: str = ""
) -> int:
    """Ask that whoever was chosen stands at the head of each new unit: box of the seat → key of the person.

    A second person confirms, as for every post. BadInput for somebody who cannot be chosen there. Gives how many.
    """
    if not any(holders.values()):
        return 0
    asked = [(one, holders[one.box]) for one in queries.seats_of(changes, on, by) if holders.get(one.box)]
    for one, chosen in asked:
        if chosen not in dict(one.people):
            raise BadInput(_("Chọn người đứng đầu %s trong danh sách.") % one.name)
        people.appoint(
            Person.objects.get(pk=chosen),
            unit=one.unit,
            role=one.role,
            reach=one.reach,
            title=one.title,
            is_head=True,
            starts=on,
            decision=decision,
            by=by,
        )
    return len(asked)


def unanswered(told: Decision, on: dt.date, answers: Mapping[int, str]) -> list[int]:
    """The units below those that are split of which nobody has said yet where they go."""
    return [
        place.unit_id
        for unit, places in below(told, on).items()
        for place in places
        if answers.get(place.unit_id) not in told.becomes[unit]
    ]


class _Carrying:
    """What was made so far, by the key of the result."""

    def __init__(self, told: Decision, top: Unit, on: dt.date, words: dict[str, Any]) -> None:
        self.told, self.top, self.on, self.words = told, top, on, words
        self.units = Unit.objects.in_bulk(
            {*told.becomes, *(unit for _n, unit, _to in [*told.moves, *told.ends])}
            | {one.unit for one in told.results.values() if one.unit}
        )
        self.finder = Finder(tree.subtree(top, on), on)
        self.made: dict[str, Unit] = {}

    def everything(self, answers: Mapping[int, str]) -> None:
        """New units first, then who goes where, then what ends, the deepest first; names and places last."""
        for result in self.told.results.values():
            self._step(result.number, partial(self._make, result))
        for unit, places in below(self.told, self.on).items():
            for place in places:
                self._send(unit, place.unit, answers[place.unit_id])
        for number, unit, to in self.told.moves:
            self._step(number, partial(self._move_to, unit, to))
        for unit in self._deepest_first(self.told.becomes):
            self._step(self.told.number_of[unit], partial(self._end, unit))
        ends = {unit: (number, to) for number, unit, to in self.told.ends}
        for unit in self._deepest_first(ends):
            number, to = ends[unit]
            self._step(number, partial(self._dissolve, unit, to))
        for result in self.told.results.values():
            self._step(result.number, partial(self._rename_and_place, result))

    def _step(self, number: int, act: Callable[[], Any]) -> None:
        try:
            act()
        except BadInput as bad:
            raise BadInput(_("Dòng %(n)s: %(said)s") % {"n": number, "said": bad}, "text") from bad

    def _deepest_first(self, units: Iterable[int]) -> list[int]:
        paths = tree.paths_of(set(units), self.on)
        return sorted(units, key=lambda unit: -len(paths.get(unit, "")))

    def _at(self, typed: str) -> Unit:
        where = destination(self.told, self.finder, typed) if typed else self.top.pk
        if isinstance(where, str):
            self._make(self.told.results[where])
            return self.made[where]
        if where is None:
            raise BadInput(_("Không có đơn vị “%s”. Ghi đủ tên hoặc mã.") % typed[:80])
        return Unit.objects.get(pk=where)

    def _make(self, result: Result) -> None:
        """The unit that goes on, or a new one where the first of its sources stood."""
        if result.key in self.made:
            return
        if result.unit:
            self.made[result.key] = self.units[result.unit]
            return
        first = self.units[result.sources[0]] if result.sources else None
        parent = self._at(result.parent) if result.parent or first is None else None
        if parent is None and first is not None:
            here = tree.placement(first, self.on)
            parent = here.parent if here else self.top
        self.made[result.key] = organisation.found(
            name=result.name,
            parent=parent,
            kind=first.kind if first else rules.kind_said_by(result.name),
            level=first.level if first else rules.level_said_by(result.name),
            **self.words,
        )

    def _send(self, unit: int, child: Unit, key: str) -> None:
        goes_on = self.made[key].pk == unit
        if not goes_on and key != self._heir_key(unit):
            self._step(self.told.number_of[unit], lambda: self._move(child, self.made[key]))

    def _heir_key(self, unit: int) -> str:
        """Whose the records and whatever is not sent elsewhere will be: of a unit that goes on, its own."""
        own = [key for key in self.told.becomes[unit] if self.made[key].pk == unit]
        return own[0] if own else self.told.carrier[unit]

    def _move(self, unit: Unit, parent: Unit) -> None:
        here = tree.placement(unit, self.on)
        if here is None or here.parent_id != parent.pk:
            organisation.move(unit, parent=parent, **self.words)

    def _move_to(self, unit: int, to: str) -> None:
        self._move(self.units[unit], self._at(to))

    def _end(self, unit: int) -> None:
        """What does not go on ends; who takes over a part is written down too."""
        key = self._heir_key(unit)
        if self.made[key].pk == unit:
            return
        also = [self.made[other] for other in self.told.becomes[unit] if other != key]
        organisation.dissolve(self.units[unit], successor=self.made[key], also=also, **self.words)

    def _dissolve(self, unit: int, to: str) -> None:
        organisation.dissolve(self.units[unit], successor=self._at(to) if to else None, **self.words)

    def _rename_and_place(self, result: Result) -> None:
        if result.unit is None:
            return
        unit = self.made[result.key]
        if spelt(tree.name_of(unit, self.on)) != spelt(result.name):
            organisation.rename(unit, name=result.name, **self.words)
        if result.parent:
            self._move(unit, self._at(result.parent))


@transaction.atomic
def undo(change: Reorganisation, *, by: Any) -> None:
    """Take back a change that is yet to come, and what was asked for in the units that it would have brought."""
    founded = Unit.objects.filter(pk__in=change.changes.get("founded", []))
    people.forget_grants_of(founded, by=by)
    organisation.undo(change, by=by)


@transaction.atomic
def undo_decision(changes: Iterable[Reorganisation], *, by: Any) -> int:
    """Take back all changes of one decision that is yet to come, the last first."""
    undone = 0
    for change in sorted(changes, key=lambda one: -one.pk):
        undo(change, by=by)
        undone += 1
    return undone
