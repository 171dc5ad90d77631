"""One figure for each child of a unit, in a constant number of queries, and what the unit has besides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.db.models import Count, Min

from lantoa.figures import together
from lantoa.figures.catalogue import catalogue
from lantoa.figures.catalogue import measure as measure_called
from lantoa.figures.counting import MOST_LISTED, Units, blank, least_of, rounded, units_at
from lantoa.figures.figure import NUMBER, PERCENT, RATIO, Figure
from lantoa.figures.folding import reading, which
from lantoa.figures.folding.reading import Kept
from lantoa.figures.measure import IN_PERIOD, Distinct, Least, Measure, Share, UnitsWith
from lantoa.figures.models import DeclaredFigure
from lantoa.figures.words import LEAST
from lantoa.foundation.dates import Period
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.organisation.paths import is_inside

OWN = ""  # the home of what counts for the unit itself and for none of its children


@dataclass(frozen=True)
class Children:
    """The unit, its children that day, and whose each record is; `kept` as `together.Whose` says."""

    unit: Unit
    on: dt.date
    here: str
    placements: tuple[Placement, ...]
    units: Units
    kept: Kept | None = None
    rows: dict[tuple[str, Period], list[tuple[int, Any]]] = field(default_factory=dict, compare=False)
    whole: dict[tuple[str, Period], dict[str, Any]] = field(default_factory=dict, compare=False)
    places: dict[int, str] = field(
        default_factory=dict, compare=False
    )  # of a large unit, of those asked so far

    @classmethod
    def of(cls, unit: Unit, on: dt.date, *, kept: Kept | None = None) -> Children:
        """Two queries; the same Children serve any number of measures."""
        place, below = organisation.with_children(unit, on)
        path = place.path if place else None
        return cls(unit, on, path or "", tuple(below), units_at(path, on), kept)

    def home(self, path: str) -> str:
        """The path of the child at or above this path; OWN for the unit itself."""
        return path[: len(self.here) + organisation.STEP] if len(path) > len(self.here) else OWN

    def homes(self, unit_ids: Iterable[int]) -> dict[int, str]:
        """id → the child that the unit's records count for."""
        ids = set(unit_ids)
        paths = self._paths_of(ids) if self.kept and len(ids) <= MOST_LISTED else self._paths
        return {unit_id: self.home(paths.get(unit_id, "")) for unit_id in ids}

    def _paths_of(self, ids: set[int]) -> dict[int, str]:
        """The same of a few units: of a nation only those are asked whose rows were read."""
        if new := ids - self.places.keys():
            found = organisation.paths_of(new, self.on)
            self.places.update(
                {one: path if is_inside(path, self.here) else "" for one, path in found.items()}
            )
        return self.places

    @cached_property
    def name(self) -> str:
        """What the unit is called that day."""
        return organisation.name_of(self.unit, self.on)

    @cached_property
    def _paths(self) -> dict[int, str]:
        # All at once: ids of thousands of units cost more to send than their paths to read.
        return organisation.paths_within(self.unit, self.on)

    def count(self, codes: Iterable[str], period: Period) -> None:
        """Ask for the rows of many measures in few questions; `by_child` of each then asks no more."""
        asked_for = [code for code, _split in together.with_parts((code, None) for code in codes)]
        ahead = self._whole(asked_for, period) if self.kept else {}
        everywhere = {OWN, *(place.path for place in self.placements)}
        rest = self.those_of(everywhere - ahead.keys(), period) if ahead else None
        are_few = rest is not None and isinstance(rest.units, list)
        placed = {
            code
            for code in asked_for
            if self.kept and _is_counted_where_it_stands(catalogue()[code], but_whole=are_few)
        }
        for code in placed:
            self.rows[code, period] = []
            self.whole[code, period] = self._where_it_stands(catalogue()[code], period)
        codes = [code for code in asked_for if code not in placed]
        asked = together.by_unit(codes, self.whose(period), rest)
        self.rows.update({(code, period): rows for code, rows in asked.items()})
        for path, amounts in ahead.items():
            for code, amount in amounts.items():
                self.whole.setdefault((code, period), {})[path] = amount

    def _where_it_stands(self, measure: Measure, period: Period) -> dict[str, Decimal]:
        """Home → how many different, counted by the database: of a province it would send every value otherwise."""
        assert isinstance(measure.counts, Distinct)
        of, found = measure.counts.of, self.whose(period).records(measure)
        below = organisation.by_child(found, self.here, on=self.on, of_unit=measure.of_unit)
        told = below.values_list("child").annotate(n=Count(of, distinct=True))
        itself = organisation.units_within(self.unit, self.on, only_itself=True)
        own = found.filter(**{f"{measure.of_unit}__in": itself}).aggregate(n=Count(of, distinct=True))["n"]
        return {OWN: Decimal(own), **{path: Decimal(n) for path, n in told}}

    def _whole(self, codes: Iterable[str], period: Period) -> dict[str, dict[str, Any]]:
        """Path of a child → code → what was counted whole of it, of measures that do not add up."""
        assert self.kept
        paths = {place.unit_id: place.path for place in self.placements}
        asked = [catalogue()[code] for code, _split in together.with_parts((code, None) for code in codes)]
        told = reading.whole_of_children(self.kept, asked, period, paths)
        return {paths[unit]: amounts for unit, amounts in told.items()}

    def those_of(self, paths: set[str], period: Period) -> together.Whose:
        """The same, but only what counts for these children, where that is little."""
        if paths == {OWN}:
            itself = organisation.units_within(self.unit, self.on, only_itself=True)
            return replace(self.whose(period), units=list(itself.values_list("unit_id", flat=True)))
        units = [unit for unit, path in self._paths.items() if self.home(path) in paths]
        whose = self.whose(period)
        return replace(whose, units=units) if len(units) <= MOST_LISTED else whose

    def whose(self, period: Period) -> together.Whose:
        """The unit, as measures are asked for it together."""
        return together.Whose(self.unit, period, self.on, self.units, kept=self.kept)


@dataclass(frozen=True)
class ByChild:
    """A figure for each child, in the order of the tree, and for the unit without its children."""

    own: Figure
    children: list[tuple[Placement, Figure]]


def by_child(
    code: str, *, unit: Unit, period: Period, on: dt.date | None = None, children: Children | None = None
) -> ByChild:
    """The figure of a measure for every child of the unit. KeyError for a code nobody declares.

    Numbers are exact, not rounded for prose. Different persons are counted within each child: over the
    children they may add up to more than the unit has.
    """
    measure, on = measure_called(code), on or period.last_day
    children = children or Children.of(unit, on)
    amounts = _amounts(measure, children, period)

    def made(whose: Unit, name: str, home: str) -> Figure:
        start = blank(measure, whose, period, name=name)
        return _figure(measure, start, amounts.get(home))

    return ByChild(
        made(unit, children.name if children.on == on else organisation.name_of(unit, on), OWN),
        [(place, made(place.unit, place.name, place.path)) for place in children.placements],
    )


def heard_from(children: Children, period: Period) -> set[str]:
    """The paths of the children that have, in themselves or below, any record or declaration of the period."""
    said = DeclaredFigure.objects.in_force().within_period(period).filter(unit__in=children.units)
    heard = set(children.homes(said.values_list("unit_id", flat=True)).values())
    happening = [m for m in catalogue().values() if m.records and m.on_date and m.meaning == IN_PERIOD]
    everywhere = {place.path for place in children.placements}
    if children.kept:
        heard |= set(children.homes(reading.heard_below(children.kept, happening, period)).values())
    if everywhere <= heard:
        return heard - {OWN}
    silent = children.those_of(everywhere - heard, period)
    for units in together.units_in_any(happening, silent):
        heard |= set(children.homes(units).values())
        if everywhere <= heard:  # nothing further could be learnt
            break
    return heard - {OWN}


def _is_counted_where_it_stands(measure: Measure, *, but_whole: bool) -> bool:
    """Whether it counts what differs; `but_whole`: and is not counted whole beforehand."""
    return isinstance(measure.counts, Distinct) and not (but_whole and which.is_whole(measure))


def _figure(measure: Measure, start: Figure, amount: Any) -> Figure:
    match measure.counts:
        case Share() | UnitsWith():
            above, below = amount or (Decimal(0), Decimal(0))
            return replace(start, kind=RATIO, numerator=above, denominator=below)
        case Least():
            return replace(start, kind=PERCENT, value=amount, exact=amount, precision=LEAST)
    value = Decimal(amount or 0)
    return replace(start, kind=NUMBER, value=value, exact=value)


def _amounts(measure: Measure, children: Children, period: Period) -> dict[str, Any]:
    """home → a number, or (numerator, denominator) for ratios."""
    match measure.counts:
        case Share(numerator, denominator):
            above = _amounts(measure_called(numerator), children, period)
            below = _amounts(measure_called(denominator), children, period)
            none = Decimal(0)
            return {home: (above.get(home, none), below.get(home, none)) for home in above | below}
        case UnitsWith():
            return _units_with(measure, children, period)
        case Least():
            found = children.whose(period).records(measure)
            lowest = least_of(measure, found).values_list(measure.of_unit).annotate(least=Min("ratio"))
            return {home: rounded(min(ratios)) for home, ratios in _gathered(lowest, children).items()}
    if (measure.code, period) not in children.rows:
        children.count([measure.code], period)
    by_home = _gathered(children.rows[measure.code, period], children)
    ahead = children.whole.get((measure.code, period), {})
    if isinstance(measure.counts, Distinct):
        return {home: Decimal(len(set(values))) for home, values in by_home.items()} | ahead
    return {home: Decimal(sum(parts)) for home, parts in by_home.items()} | ahead


def _gathered(rows: Iterable[tuple[int, Any]], children: Children) -> dict[str, list[Any]]:
    """(unit, amount) rows put together by the child they count for."""
    kept = [(unit_id, amount) for unit_id, amount in rows if amount is not None]
    homes = children.homes(unit_id for unit_id, _amount in kept)
    by_home: dict[str, list[Any]] = {}
    for unit_id, amount in kept:
        by_home.setdefault(homes[unit_id], []).append(amount)
    return by_home


def _units_with(measure: Measure, children: Children, period: Period) -> dict[str, tuple[Decimal, Decimal]]:
    amounts: dict[str, tuple[Decimal, Decimal]] = {}
    for _measure, having in together.units_with([measure], children.whose(period)):
        for path, has in having:
            home = children.home(path)
            with_records, all_units = amounts.get(home, (Decimal(0), Decimal(0)))
            amounts[home] = (with_records + has, all_units + 1)
    return amounts
