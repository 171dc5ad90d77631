"""The folder: counts again what is stale, and adds the difference to everything above, each once a batch.

Whatever it does is one transaction, and one folder works at a time: cut off in the middle, nothing has happened.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import transaction
from django.db.models import F, Q

from lantoa.figures.counting import MOST_LISTED
from lantoa.figures.folding import hearing, whole
from lantoa.figures.folding.counted import NOUGHT, Amounts, Key, Own, add_to, counted
from lantoa.figures.folding.pieces import how_many, pieces
from lantoa.figures.folding.tree import Where, at_or_above, homes, is_changed_between, kept_homes, standing
from lantoa.figures.folding.which import signature
from lantoa.figures.models import FoldedSum, Folding, Home, Stale
from lantoa.organisation.models import Placement
from lantoa.organisation.paths import ancestor_paths

ONE = 1  # the row of Folding
AT_ONCE = 500


def is_needed(day: dt.date) -> bool:
    """Whether the tree is so large that somebody would wait; what is small is counted at once."""
    return Placement.objects.on(day).count() > MOST_LISTED


def must_begin(day: dt.date) -> bool:
    """Whether nothing can be read yet: never counted, or measures count otherwise than they did."""
    return is_needed(day) and not is_begun()


def is_begun() -> bool:
    """Whether everything was counted once, as measures count today."""
    return Folding.objects.filter(of=signature()).exists()


def begin(now: dt.datetime, day: dt.date, tell: Callable[[int, int, int], None] = lambda *_told: None) -> int:
    """Count everything from its records and keep it; how many sums that are. What is kept stays readable meanwhile.

    `tell` hears after each province, and after the root, how many parts of how many are done, and how many sums.
    """
    # From here on acts are noted, though nothing can be read before the count is whole.
    Folding.objects.get_or_create(pk=ONE, defaults={"tree_day": day, "as_of": now})
    with transaction.atomic():
        state = Folding.objects.select_for_update().get(pk=ONE)
        heard = Stale.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        where, count = homes(day), 0
        parts = how_many(where)
        Home.objects.all().delete()
        FoldedSum.objects.all().delete()
        _keep_homes(where)
        for part, piece in enumerate(pieces(where, day), start=1):
            rows = _rows(piece.own, piece.total)
            FoldedSum.objects.bulk_create(rows, batch_size=2_000)
            count += len(rows)
            tell(part, parts, count)
        whole.begin(now, day, anew=state.of != signature())
        Stale.objects.filter(pk__lte=heard).delete()
        state.tree_day, state.as_of, state.of = day, now, signature()
        state.save()
    return count


def fold(now: dt.datetime, day: dt.date) -> int:
    """Everything that is stale; how many units were counted again. Nothing while another folds, or before `begin`."""
    count, more = 0, True
    while more:
        some, more = _fold_some(now, day)
        count += some
    return count


@transaction.atomic
def _fold_some(now: dt.datetime, day: dt.date) -> tuple[int, bool]:
    state = Folding.objects.select_for_update(skip_locked=True).filter(pk=ONE, of=signature()).first()
    if state is None:
        return 0, False
    told_up_to = hearing.told_up_to(now)
    stale = list(Stale.objects.order_by("pk")[:AT_ONCE])
    turn = _turn(state, stale, day)
    turn.write()
    if turn.is_of_a_changed_tree or state.tree_day != day:
        whole.place(now, day)
    whole.mark({one.unit for one in stale}, now, day)
    Stale.objects.filter(pk__in=[one.pk for one in stale]).delete()
    more = len(stale) == AT_ONCE
    if not more:
        state.as_of = told_up_to
    state.tree_day = day
    state.save()
    return len(turn.again), more


def _turn(state: Folding, stale: Collection[Stale], day: dt.date) -> Turn:
    units = {one.unit for one in stale}
    if any(one.moved for one in stale) or (state.tree_day != day and is_changed_between(state.tree_day, day)):
        return Turn.of_a_changed_tree(units, day)
    kept = Home.objects.filter(unit__in=units).values_list("home", flat=True)
    return Turn.where_all_stands(set(kept))


@dataclass(frozen=True)
class Turn:
    """One batch: the units that are counted `again`; those whose line changed, and where they stood and stand now."""

    again: set[int]
    before: dict[int, str]  # home → path
    after: dict[int, str]
    changed: dict[int, Where | None] = field(default_factory=dict)  # unit → where it counts from now on
    is_of_a_changed_tree: bool = False

    @classmethod
    def where_all_stands(cls, again: set[int]) -> Turn:
        """The tree is as it was folded."""
        paths = dict(Home.objects.filter(unit=F("home"), home__in=again).values_list("home_id", "path"))
        return cls(again, paths, paths)

    @classmethod
    def of_a_changed_tree(cls, stale: Collection[int], day: dt.date) -> Turn:
        """Whoever gained or lost a unit is counted again; who only stands elsewhere is added up there."""
        old, new = kept_homes(), homes(day)
        changed = {unit for unit in old.keys() | new.keys() if old.get(unit) != new.get(unit)}
        again = {where[unit][0] for where in (old, new) for unit in stale if unit in where}
        for unit in changed:
            lines = {where[unit][0] if unit in where else None for where in (old, new)}
            if len(lines) == 2:
                again |= {home for home in lines if home}
        before, after = standing(old), standing(new)
        touched = again | _below_what_differs(before, after) | _below_what_differs(after, before)
        now_at = {unit: new.get(unit) for unit in changed}
        return cls(again, _only(before, touched), _only(after, touched), now_at, is_of_a_changed_tree=True)

    def write(self) -> None:
        """Take away what was added where it stood, count, and add it where it stands."""
        touched = self.before.keys() | self.after.keys()
        if not touched and not self.changed:
            return
        old = _kept_of(touched)
        above_before = at_or_above(self.before.values())
        _keep_changed_homes(self.changed)
        above_after = at_or_above(self.after.values())
        fresh = self._fresh(old)
        more: Amounts = defaultdict(Decimal)
        for home in touched:
            was, now = old.get(home, {}), fresh.get(home, {})
            lines = (
                above_before.get(self.before.get(home, ""), []),
                above_after.get(self.after.get(home, ""), []),
            )
            if lines[0] == lines[1]:
                add_to(
                    more,
                    lines[0],
                    {key: now.get(key, NOUGHT) - was.get(key, NOUGHT) for key in was.keys() | now.keys()},
                )
            else:
                add_to(more, lines[0], {key: -amount for key, amount in was.items()})
                add_to(more, lines[1], now)
        _change(more, {home: fresh.get(home, {}) for home in touched}, old)

    def _fresh(self, old: Own) -> Own:
        members = dict(Home.objects.filter(home__in=self.again).values_list("unit_id", "home_id"))
        where: dict[int, Where] = {unit: (home, "", None) for unit, home in members.items()}
        fresh = counted(where, Home.objects.filter(home__in=self.again).values("unit_id")) if members else {}
        return {
            home: fresh.get(home, {}) if home in self.again else amounts for home, amounts in old.items()
        } | {home: amounts for home, amounts in fresh.items() if home not in old}


def _below_what_differs(one: Mapping[int, str], other: Mapping[int, str]) -> set[int]:
    """Those that stand at or below a place where another stands, or none, in the other tree: their line differs."""
    places = {path for unit, path in one.items() if other.get(unit) != path}
    return {unit for unit, path in one.items() if places and not places.isdisjoint(ancestor_paths(path))}


def _only(paths: Mapping[int, str], units: set[int]) -> dict[int, str]:
    return {unit: path for unit, path in paths.items() if unit in units}


def _kept_of(kept: Collection[int]) -> Own:
    found: Own = defaultdict(dict)
    rows = FoldedSum.objects.filter(unit__in=list(kept)).exclude(own=0)
    for unit, month, code, part, own in rows.values_list("unit_id", "month", "code", "part", "own"):
        found[unit][month, code, part] = own
    return found


def _change(more: Amounts, fresh: Own, old: Own) -> None:
    """Write what differs, in one statement a batch; what came to nought goes."""
    owns = {
        (home, key): fresh[home].get(key, NOUGHT)
        for home in fresh
        for key in fresh[home].keys() | old.get(home, {}).keys()
        if fresh[home].get(key, NOUGHT) != old.get(home, {}).get(key, NOUGHT)
    }
    asked = {place for place, amount in more.items() if amount} | set(owns)
    if not asked:
        return
    units, months = {unit for unit, _key in asked}, {key[0] for _unit, key in asked}
    kept = {
        (one.unit_id, (one.month, one.code, one.part)): one
        for one in FoldedSum.objects.filter(unit__in=units, month__in=months)
    }
    rows = []
    for unit, key in asked:
        was = kept.get((unit, key))
        own = owns.get((unit, key), was.own if was else NOUGHT)
        amount = (was.amount if was else NOUGHT) + more.get((unit, key), NOUGHT)
        rows.append(_row(unit, key, own, amount))
    FoldedSum.objects.bulk_create(
        rows,
        batch_size=2_000,
        update_conflicts=True,
        unique_fields=["unit", "month", "code", "part"],
        update_fields=["own", "amount"],
    )
    FoldedSum.objects.filter(Q(own=0) & Q(amount=0), unit__in=units).delete()


def _rows(own: Own, total: Amounts) -> list[FoldedSum]:
    nothing: dict[Key, Decimal] = {}
    return [
        _row(unit, key, own.get(unit, nothing).get(key, NOUGHT), amount)
        for (unit, key), amount in total.items()
        if amount or own.get(unit, nothing).get(key)
    ]


def _row(unit: int, key: Key, own: Decimal, amount: Decimal) -> FoldedSum:
    month, code, part = key
    return FoldedSum(unit_id=unit, month=month, code=code, part=part, own=own, amount=amount)


def _keep_homes(where: Mapping[int, Where]) -> None:
    rows = (
        Home(unit_id=unit, home_id=home, path=path, above_id=up) for unit, (home, path, up) in where.items()
    )
    Home.objects.bulk_create(rows, batch_size=2_000)


def _keep_changed_homes(changed: Mapping[int, Where | None]) -> None:
    Home.objects.filter(unit__in=list(changed)).delete()
    _keep_homes({unit: where for unit, where in changed.items() if where is not None})
