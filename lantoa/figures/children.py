"""One figure for each child of a unit, in a constant number of queries, and what the unit has besides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.db.models import Count, Min, QuerySet, Sum

from lantoa.figures.catalogue import catalogue
from lantoa.figures.catalogue import measure as measure_called
from lantoa.figures.counting import Units, blank, least_of, records_of, rounded, units_having, units_of
from lantoa.figures.figure import NUMBER, PERCENT, RATIO, Figure
from lantoa.figures.measure import IN_PERIOD, Distinct, Least, Measure, Share, Total, UnitsWith
from lantoa.figures.models import DeclaredFigure
from lantoa.figures.words import LEAST
from lantoa.foundation.dates import Period
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit

OWN = ""  # the home of what counts for the unit itself and for none of its children


@dataclass(frozen=True)
class Children:
    """The unit, its children that day, and whose each record is."""

    unit: Unit
    on: dt.date
    here: str
    placements: tuple[Placement, ...]
    units: Units
    paths: dict[int, str] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, unit: Unit, on: dt.date) -> Children:
        """A few queries; the same Children serve any number of measures."""
        place = organisation.placement(unit, on)
        below = organisation.children(unit, on) if place else []
        return cls(unit, on, place.path if place else "", tuple(below), units_of(unit, on))

    def home(self, path: str) -> str:
        """The path of the child at or above this path; OWN for the unit itself."""
        return path[: len(self.here) + organisation.STEP] if len(path) > len(self.here) else OWN

    def homes(self, unit_ids: Iterable[int]) -> dict[int, str]:
        """id → the child that the unit's records count for."""
        asked = set(unit_ids)
        if unknown := asked - self.paths.keys():
            found = organisation.paths_of(unknown, self.on)
            self.paths.update({unit_id: found.get(unit_id, "") for unit_id in unknown})
        return {unit_id: self.home(self.paths[unit_id]) for unit_id in asked}


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
        made(unit, organisation.name_of(unit, on), OWN),
        [(place, made(place.unit, place.name, place.path)) for place in children.placements],
    )


def heard_from(children: Children, period: Period) -> set[str]:
    """The paths of the children that have, in themselves or below, any record or declaration of the period."""
    said = DeclaredFigure.objects.in_force().within_period(period).filter(unit__in=children.units)
    units = set(said.values_list("unit_id", flat=True))
    for measure in catalogue().values():
        if measure.records and measure.on_date and measure.meaning == IN_PERIOD:
            found = records_of(measure, children.unit, period, on=children.on, units=children.units)
            units |= set(found.order_by().values_list(measure.of_unit, flat=True).distinct())
    return set(children.homes(units).values()) - {OWN}


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
    found = records_of(measure, children.unit, period, on=children.on, units=children.units).order_by()
    match measure.counts:
        case Distinct(of):
            return _distinct(found.values_list(measure.of_unit, of).distinct(), children)
        case Least():
            lowest = least_of(measure, found).values_list(measure.of_unit).annotate(least=Min("ratio"))
            return {home: rounded(min(ratios)) for home, ratios in _gathered(lowest, children).items()}
        case Total(of):
            sums = found.values_list(measure.of_unit).annotate(n=Sum(of))
        case _:
            sums = found.values_list(measure.of_unit).annotate(n=Count("pk"))
    return {home: Decimal(sum(parts)) for home, parts in _gathered(sums, children).items()}


def _gathered(rows: QuerySet[Any], children: Children) -> dict[str, list[Any]]:
    """(unit, amount) rows put together by the child they count for."""
    kept = [(unit_id, amount) for unit_id, amount in rows if amount is not None]
    homes = children.homes(unit_id for unit_id, _amount in kept)
    by_home: dict[str, list[Any]] = {}
    for unit_id, amount in kept:
        by_home.setdefault(homes[unit_id], []).append(amount)
    return by_home


def _distinct(rows: QuerySet[Any], children: Children) -> dict[str, Decimal]:
    by_home = _gathered(rows, children)
    return {home: Decimal(len(set(values))) for home, values in by_home.items()}


def _units_with(measure: Measure, children: Children, period: Period) -> dict[str, tuple[Decimal, Decimal]]:
    amounts: dict[str, tuple[Decimal, Decimal]] = {}
    having = units_having(measure, children.unit, period, on=children.on, units=children.units)
    for place, has in having:
        home = children.home(place.path)
        with_records, all_units = amounts.get(home, (Decimal(0), Decimal(0)))
        amounts[home] = (with_records + has, all_units + 1)
    return amounts
