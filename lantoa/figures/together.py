"""Many measures of one unit and period, asked in few questions: each measure is a branch of a union.

Nothing is counted in another way than a figure alone is: the branches are the records that `records_of` gives.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

from django.db.models import (
    Exists,
    FloatField,
    IntegerField,
    Min,
    Model,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.functions import Cast

from lantoa.figures import stages
from lantoa.figures.catalogue import catalogue
from lantoa.figures.counting import Known, Units, how_many, least_of, records_of, rounded, units_of
from lantoa.figures.folding import reading, which
from lantoa.figures.folding.counted import amount_where
from lantoa.figures.measure import SINCE_START, Distinct, Least, Measure, Records, Share, Total, UnitsWith
from lantoa.foundation.dates import Period
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit

FEW = 8  # figures of one page, for which the units are not listed beforehand
WHOLE = "IntegerField"  # and small, big, positive ones: a database reads them alike
AT_ONCE = 25  # branches in one question: SQLite reads no more than some thousands of values in one
Part = tuple[str, str] | None
Asked = tuple[str, Part]
Thing = TypeVar("Thing")
Kind = tuple[type[Model], str]  # a table, and the path from its rows to their unit
AnyOf = dict[Kind, bool]


@cache
def kind_of(code: str) -> Kind:
    """The records that a measure chooses from."""
    measure = catalogue()[code]
    assert measure.records is not None
    return measure.records(dt.date.max).model, measure.of_unit


@dataclass(frozen=True)
class Whose:
    """The unit and the period that are asked for, by the tree of the day; `units` as `counting.units_of` gives them.

    `kept` is what is folded of it that day, and is read where it may be; without, everything is counted. `any_of`
    remembers which kinds of records the units have, and serves every period of the same units.
    """

    unit: Unit
    period: Period
    on: dt.date
    units: Units
    stage: list[dt.date] = field(default_factory=list, compare=False)
    built: dict[Asked, QuerySet[Any]] = field(init=False, default_factory=dict, compare=False, repr=False)
    kept: reading.Kept | None = None
    any_of: AnyOf = field(default_factory=dict, compare=False, repr=False)

    def records(self, measure: Measure, split: Part = None) -> QuerySet[Any]:
        """What a figure alone counts, in no order; a question is put together once."""
        if (known := self.built.get((measure.code, split))) is not None:
            return known
        since = self.since() if measure.meaning == SINCE_START else None
        found = records_of(
            measure, self.unit, self.period, on=self.on, split=split, units=self.units, since=since
        )
        return self.built.setdefault((measure.code, split), found.order_by())

    def may_have(self, measures: Iterable[Measure]) -> set[str]:
        """The codes of those of whose kind the units have a record at all, of whatever day; the others are nought.

        Of many, one question for 25 kinds spares putting together one for each measure. Few measures are all asked, and
        all of a large unit, which has something of each.
        """
        kinds = {one.code: kind_of(one.code) for one in measures if one.records}
        if len(kinds) > AT_ONCE and isinstance(self.units, list):
            for some in _some_at_once([k for k in dict.fromkeys(kinds.values()) if k not in self.any_of]):
                self.any_of.update(zip(some, _has_any(some, self), strict=True))
        return {code for code, kind in kinds.items() if self.any_of.get(kind, True)}

    def since(self) -> dt.date:
        """The first day of the stage."""
        if not self.stage:
            self.stage.append(stages.began(self.period.last_day))
        return self.stage[0]


def _has_any(kinds: Sequence[Kind], whose: Whose) -> Sequence[bool]:
    asked = (model._base_manager.filter(**{f"{of_unit}__in": whose.units}) for model, of_unit in kinds)
    found: Sequence[bool] = Unit.objects.filter(pk=whose.unit.pk).values_list(*map(Exists, asked)).get()
    return found


def known(
    unit: Unit,
    on: dt.date,
    period: Period,
    asked: Iterable[Asked],
    *,
    kept: reading.Kept | None = None,
    any_of: AnyOf | None = None,
) -> Known:
    """What many figures of one unit share, and what each of those asked for counts.

    Who asks for several periods of one unit and day gives the same `any_of` each time.
    """
    asked = list(asked)
    base = Known.of(unit, on, period, few=len(asked) <= FEW)
    remembered = {} if any_of is None else any_of
    amounts = tallied(asked, Whose(unit, period, on, base.units, kept=kept, any_of=remembered))
    return replace(base, ahead={(unit.pk, period, on, *key): amount for key, amount in amounts.items()})


def tallied(asked: Iterable[Asked], whose: Whose) -> dict[Asked, Any]:
    """(code, part) → what is counted: a number; (least in per cent, occasions); (units with, units of the level).

    Ratios of two measures are given by these two. Four questions at the most for 25 measures.
    """
    wanted = [(catalogue()[code], split) for code, split in with_parts(asked)]
    kept = _kept(wanted, whose)
    rest = [(measure, split) for measure, split in wanted if (measure.code, split) not in kept]
    return _tally(rest, whose) | _units(rest, whose) | kept


def counted_whole(unit: Unit, period: Period) -> dict[str, Any]:
    """Code → amount, counted now, of all that are counted whole beforehand, by the tree of the period's last day."""
    on = period.last_day
    asked: list[Asked] = [(code, None) for code in which.whole()]
    amounts = tallied(asked, Whose(unit, period, on, units_of(unit, on)))
    return {code: amount for (code, _split), amount in amounts.items()}


def _tally(wanted: Sequence[tuple[Measure, Part]], whose: Whose) -> dict[Asked, Any]:
    """Of those that count how many, how many different or how much: that; of a minimum (it, of how many occasions)."""
    chosen = [one for one in wanted if isinstance(one[0].counts, Records | Distinct | Total | Least)]
    found: dict[Asked, Any] = {
        (one.code, split): (None, 0) if isinstance(one.counts, Least) else Decimal(0) for one, split in chosen
    }
    alive = whose.may_have(measure for measure, _split in chosen)
    chosen = [(measure, split) for measure, split in chosen if measure.code in alive]
    parted = {} if isinstance(whose.units, list) else _with_several_parts(chosen)
    for measure, parts in parted.values():
        found |= _of_parts(measure, parts, whose)
    chosen = [(measure, split) for measure, split in chosen if measure.code not in parted]
    branches = [_amount(n, m, whose.records(m, split)) for n, (m, split) in enumerate(chosen)]
    for number, least, amount in _rows(branches):
        measure, split = chosen[number]
        is_least = isinstance(measure.counts, Least)
        found[measure.code, split] = (rounded(least), amount) if is_least else Decimal(amount or 0)
    return found


def _with_several_parts(chosen: Iterable[tuple[Measure, Part]]) -> dict[str, tuple[Measure, list[Part]]]:
    """Code → (measure, the parts asked for), where they are parts of one row and more than one is asked for."""
    asked: dict[str, tuple[Measure, list[Part]]] = {}
    for measure, split in chosen:
        if measure.splits and which.is_folded(measure):
            asked.setdefault(measure.code, (measure, []))[1].append(split)
    return {code: (measure, parts) for code, (measure, parts) in asked.items() if len(parts) > 1}


def _of_parts(measure: Measure, parts: Sequence[Part], whose: Whose) -> dict[Asked, Any]:
    """The parts of one measure in one reading of its records, not one for each part."""
    held = [measure.splits[part[0]].parts[part[1]][1] if part else None for part in parts]
    asked = {f"asked_{n}": amount_where(measure, one) for n, one in enumerate(held)}
    told = whose.records(measure).aggregate(**asked)
    return {(measure.code, split): Decimal(told[f"asked_{n}"] or 0) for n, split in enumerate(parts)}


def _units(wanted: Sequence[tuple[Measure, Part]], whose: Whose) -> dict[Asked, Any]:
    """(units with, units of the level) of those that count units."""
    units = [measure for measure, split in wanted if isinstance(measure.counts, UnitsWith) and not split]
    return {
        (measure.code, None): (sum(has for _path, has in rows), len(rows))
        for measure, rows in units_with(units, whose)
    }


def _kept(wanted: Sequence[tuple[Measure, Part]], whose: Whose) -> dict[Asked, Any]:
    """What folded sums say of them, and what was counted whole."""
    kept = whose.kept
    if kept is None:
        return {}

    def live(
        some: Sequence[tuple[Measure, Part]], days: Period, units: list[int] | None
    ) -> dict[Asked, Decimal]:
        return _tally(some, replace(whose, period=days, units=whose.units if units is None else units))

    whole = reading.read_whole(kept, wanted, whose.period)
    return whole | reading.read(kept, wanted, whose.period, whose.since, live)


def with_parts(asked: Iterable[Asked]) -> dict[Asked, None]:
    """The same and, for ratios, both measures of the ratio, each once."""
    found: dict[Asked, None] = {}
    for code, split in asked:
        counts = catalogue()[code].counts
        if isinstance(counts, Share):
            found |= with_parts([(counts.numerator, None), (counts.denominator, None)])
        else:
            found[code, split] = None
    return found


def _rows(branches: Sequence[QuerySet[Any, Any]]) -> Iterator[tuple[Any, ...]]:
    """What all of them find, some at once; those of one type together: a union reads every row as its first."""
    groups: dict[str, list[QuerySet[Any, Any]]] = {}
    for branch in branches:
        amount = branch.query.annotations.get("asked_amount")
        kind = amount.output_field.get_internal_type() if amount else ""
        groups.setdefault(WHOLE if kind.endswith(WHOLE) else kind, []).append(branch)
    for group in groups.values():
        for first, *others in _some_at_once(group):
            yield from first.union(*others, all=True) if others else first


def _some_at_once(things: Sequence[Thing]) -> Iterator[Sequence[Thing]]:
    for first in range(0, len(things), AT_ONCE):
        yield things[first : first + AT_ONCE]


def _numbered(number: int) -> Value:
    return Value(number, output_field=IntegerField())


def _amount(number: int, measure: Measure, found: QuerySet[Any]) -> QuerySet[Any, Any]:
    """(number, the least or nothing, how many or how much): one row."""
    # Of nothing, too, an aggregate: by a mere constant the rows would be grouped.
    lowest = Min("ratio") if isinstance(measure.counts, Least) else Min(Cast(Value(None), FloatField()))
    told = least_of(measure, found) if isinstance(measure.counts, Least) else found
    return told.values_list(_numbered(number)).annotate(asked_least=lowest, asked_amount=how_many(measure))


def by_unit(
    codes: Iterable[str], whose: Whose, rest: Whose | None = None
) -> dict[str, list[tuple[int, Any]]]:
    """code → (unit, amount) rows of measures that are added up; (unit, value) rows of those that count what differs.

    `rest` are those units of which nothing was counted whole: of the others only what adds up is asked. Two
    questions at the most for 25 measures of a kind, three with `rest`.
    """
    wanted = [catalogue()[code] for code, _split in with_parts((code, None) for code in codes)]
    group = [measure for measure in wanted if isinstance(measure.counts, Records | Total | Distinct)]
    found: dict[str, list[tuple[int, Any]]] = {measure.code: [] for measure in group}
    kept = whose.kept
    ahead = reading.of_children(kept, group, whose.period, whose.since) if kept else {}
    here = replace(whose, units=reading.units_at(kept)) if kept else whose
    alive = whose.may_have(group)
    group = [measure for measure in group if measure.code in alive or measure.code in ahead]

    def asked_of(measure: Measure) -> Whose:
        if measure.code in ahead:
            return here
        return rest if rest and which.is_whole(measure) else whose

    branches = [_of_units(n, m, asked_of(m).records(m)) for n, m in enumerate(group)]
    for number, unit, amount in _rows(branches):
        found[group[number].code].append((unit, amount))
    return {code: [*rows, *ahead.get(code, [])] for code, rows in found.items()}


def _of_units(number: int, measure: Measure, found: QuerySet[Any]) -> QuerySet[Any, Any]:
    if isinstance(measure.counts, Distinct):
        # As text: values of different types do not go into one column.
        value = Cast(measure.counts.of, TextField())
        return found.values_list(_numbered(number), measure.of_unit, value).distinct()
    return found.values_list(_numbered(number), measure.of_unit).annotate(asked_amount=how_many(measure))


def units_with(measures: Sequence[Measure], whose: Whose) -> Iterator[tuple[Measure, list[tuple[str, bool]]]]:
    """Of each measure that counts units: (path, whether it has a record) of every unit of its level.

    Two questions for all of them; no id of a unit leaves the database.
    """
    levels = {measure.counts.level for measure in measures if isinstance(measure.counts, UnitsWith)}
    if not levels:
        return
    due = organisation.subtree(whose.unit, whose.on).filter(unit__level__in=levels)
    paths: dict[str, list[str]] = {level: [] for level in levels}
    for level, path in due.values_list("unit__level", "path"):
        paths[level].append(path)
    covered = _covered(measures, whose)
    for measure in measures:
        counts = measure.counts
        if isinstance(counts, UnitsWith):
            everywhere = set.intersection(*(covered[code] for code in (measure.code, *counts.also)))
            yield measure, [(path, path in everywhere) for path in paths[counts.level]]


def _covered(measures: Sequence[Measure], whose: Whose) -> dict[str, set[str]]:
    """code → the paths of all units that have a record, and of everything above them."""
    needed = {measure.code: measure for measure in measures}
    for measure in measures:
        if isinstance(measure.counts, UnitsWith):
            needed |= {code: catalogue()[code] for code in measure.counts.also}
    codes, width = list(needed), organisation.STEP
    branches = [
        organisation.paths_where(whose.records(m).values(m.of_unit), whose.on).values_list(
            _numbered(n), "path"
        )
        for n, m in enumerate(needed.values())
    ]
    covered: dict[str, set[str]] = {code: set() for code in codes}
    for number, path in _rows(branches):
        covered[codes[number]] |= {path[:end] for end in range(width, len(path) + 1, width)}
    return covered


def units_in_any(measures: Sequence[Measure], whose: Whose) -> Iterator[set[int]]:
    """The units that have a record of any of the measures, some measures at once: one question for 25."""
    alive = whose.may_have(measures)
    for some in _some_at_once([measure for measure in measures if measure.code in alive]):
        first, *others = [whose.records(m).values_list(m.of_unit).distinct() for m in some]
        yield {unit for (unit,) in (first.union(*others) if others else first)}
