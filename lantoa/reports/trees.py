"""One report by two trees: whose each number was on the day of its record, and whose it is now, unit by unit.

A record counts for the unit that stands on the report's day, or continues the one that made it. By the tree of then it
counts for the unit below which it lay on its own day. Where units were merged, split or moved in between, the two
differ, and an office is asked why its number is another than the one it was sent.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from django.db.models import Count, OuterRef, Subquery, Sum
from django.db.models.functions import Substr
from django.utils.translation import gettext as _

from lantoa.figures.catalogue import catalogue
from lantoa.figures.children import Children, by_child
from lantoa.figures.measure import IN_PERIOD, Measure, Records, Total
from lantoa.foundation.dates import Period
from lantoa.foundation.half_open import holds_on
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.organisation.paths import after
from lantoa.reports import queries
from lantoa.reports.form import Form

Amounts = dict[int, Decimal]  # the id of a unit → what counts for it


@dataclass(frozen=True)
class Whose:
    """What counted for one unit then, what counts for it now."""

    name: str
    then: Decimal
    now: Decimal
    ended: bool = False

    @property
    def more(self) -> Decimal:
        """How much more it is now; below zero for what went elsewhere."""
        return self.now - self.then


@dataclass(frozen=True)
class Both:
    """One measure by both trees: the whole, and the units for which they differ."""

    label: str
    unit_of_count: str
    whole: Whose
    units: tuple[Whose, ...]


def both(form: Form, unit: Unit, period: Period) -> list[Both]:
    """The measures of the form that say another number by the tree of then, for the whole or for a unit below.

    Raises BadInput when the unit did not exist in the period.
    """
    on = queries.day_of_tree(unit, period)
    children = Children.of(unit, on)
    measures = list(_comparable(form))
    children.count([measure.code for measure in measures], period)
    now = {measure.code: _now(measure, period, children) for measure in measures}
    then = _then(measures, unit, period, on)
    names = organisation.names_of({*chain(*now.values(), *then.values())}, on)
    found = (_both(measure, then[measure.code], now[measure.code], children, names) for measure in measures)
    return [one for one in found if one.whole.more or one.units]


def _comparable(form: Form) -> Iterator[Measure]:
    """What happened on a day and adds up over units; what is there on a day has one tree only."""
    for code in dict.fromkeys(slot.code for slot in form.rows if not slot.split):
        measure = catalogue().get(code)
        if measure is None or not measure.on_date or measure.meaning != IN_PERIOD:
            continue
        if isinstance(measure.counts, Records | Total):
            yield measure


def _now(measure: Measure, period: Period, children: Children) -> Amounts:
    counted = by_child(measure.code, unit=children.unit, period=period, on=children.on, children=children)
    now = {place.unit_id: figure.exact or Decimal(0) for place, figure in counted.children}
    return now | {children.unit.pk: counted.own.exact or Decimal(0)}


def _both(
    measure: Measure, then: Amounts, now: Amounts, children: Children, names: Mapping[int, str]
) -> Both:
    unit = children.unit
    standing = {place.unit_id for place in children.placements} | {unit.pk}
    rows = [
        Whose(
            names[key] if key != unit.pk else _("Trực tiếp tại %(unit)s") % {"unit": names[key]},
            then.get(key, Decimal(0)),
            now.get(key, Decimal(0)),
            ended=key not in standing,
        )
        for key in (*now, *(key for key in then if key not in now))
    ]
    whole = Whose(children.name, _sum(one.then for one in rows), _sum(one.now for one in rows))
    differing = tuple(one for one in rows if one.more)
    return Both(str(measure.label), str(measure.unit_of_count), whole, differing)


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0))


def _then(measures: Sequence[Measure], unit: Unit, period: Period, on: dt.date) -> dict[str, Amounts]:
    """code → what counted on the day of each record, for the unit itself and those that stood directly below it then.

    One question for each measure and stretch in which the unit stood somewhere, one for who stood below in it.
    """
    found: dict[str, Amounts] = {measure.code: defaultdict(Decimal) for measure in measures}
    for stood in Placement.objects.filter(unit=unit, starts__lt=period.ends):
        told = {measure.code: list(_by_path(measure, period, on, stood)) for measure in measures}
        below = _children_then((path for rows in told.values() for _day, path, _n in rows), stood, period)
        for code, rows in told.items():
            for day, path, amount in rows:
                found[code][_whose(below.get(path, []), day, default=unit.pk)] += amount or Decimal(0)
    return found


def _by_path(
    measure: Measure, period: Period, on: dt.date, stood: Placement
) -> Iterator[tuple[dt.date, str, Decimal]]:
    """(day, path of the child of then, amount) of the records of the period while the unit stood there."""
    assert measure.records is not None, "only what has records is compared"
    day, first = measure.on_date, max(stood.starts, period.starts)
    last = min(stood.ends, period.ends) if stood.ends else period.ends
    records = measure.records(min(on, period.last_day)).filter(**{f"{day}__gte": first, f"{day}__lt": last})
    places = Placement.objects.filter(holds_on(OuterRef(day)), unit=OuterRef(measure.of_unit))
    lay = Subquery(places.values("path")[:1])
    amount = Sum(measure.counts.of) if isinstance(measure.counts, Total) else Count("pk", distinct=True)
    child = Substr("lay", 1, len(stood.path) + organisation.STEP)
    found = records.order_by().annotate(lay=lay).filter(lay__gte=stood.path, lay__lt=after(stood.path))
    for one in found.annotate(child=child).values(day, "child").annotate(amount=amount):
        yield one[day], one["child"], Decimal(one["amount"] or 0)


def _children_then(paths: Iterable[str], stood: Placement, period: Period) -> dict[str, list[Placement]]:
    """Who stood at these paths, the unit's own left out: one path may have been two units' one after the other."""
    below: dict[str, list[Placement]] = defaultdict(list)
    asked = {path for path in paths if len(path) > len(stood.path)}
    for place in Placement.objects.filter(path__in=asked, starts__lt=period.ends) if asked else ():
        below[place.path].append(place)
    return below


def _whose(places: Iterable[Placement], day: dt.date, *, default: int) -> int:
    held = (one.unit_id for one in places if one.starts <= day and (one.ends is None or day < one.ends))
    return next(held, default)
