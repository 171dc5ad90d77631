"""Counting: from a measure, a unit and a period to a figure, and to the records behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, F, FloatField, Min, QuerySet, Sum
from django.db.models.functions import Cast
from django.urls import reverse

from lantoa.figures import rules
from lantoa.figures.catalogue import measure as measure_called
from lantoa.figures.declaring import (
    IN_PERIOD,
    SINCE_START,
    Distinct,
    Least,
    Measure,
    Records,
    Share,
    Total,
    UnitsWith,
)
from lantoa.figures.figure import COUNTED, NUMBER, PERCENT, RATIO, Figure
from lantoa.figures.models import Rounding
from lantoa.foundation.dates import Period
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit


def records_of(
    measure: Measure,
    unit: Unit,
    period: Period,
    *,
    on: dt.date | None = None,
    tree: str = "now",
    split: tuple[str, str] | None = None,
) -> QuerySet[Any]:
    """The records that the measure counts for the unit in the period: the list behind the number.

    `on` is the day whose tree is asked (the last day of the period unless given); `split` is
    (name of the split, name of the part).
    """
    if measure.records is None:
        raise ValueError(f"{measure.code} is a ratio of two measures and has no records of its own")
    on = on or period.last_day
    found = _dated(measure, measure.records(on), period)
    if split:
        found = found.filter(measure.splits[split[0]].parts[split[1]][1])
    return organisation.within(
        found, unit, on=on, of_unit=measure.of_unit, tree=tree, date_field=measure.on_date or None
    )


def _dated(measure: Measure, found: QuerySet[Any], period: Period) -> QuerySet[Any]:
    if not measure.on_date:
        return found
    if measure.meaning == IN_PERIOD:
        return found.filter(
            **{f"{measure.on_date}__gte": period.starts, f"{measure.on_date}__lt": period.ends}
        )
    if measure.meaning == SINCE_START:
        return found.filter(**{f"{measure.on_date}__lt": period.ends})
    return found


def figure(
    code: str,
    *,
    unit: Unit,
    period: Period,
    on: dt.date | None = None,
    tree: str = "now",
    split: tuple[str, str] | None = None,
) -> Figure:
    """The figure of a measure for a unit in a period. KeyError for a code nobody declares."""
    measure = measure_called(code)
    blank = _blank(measure, unit, period, on=on, split=split)
    match measure.counts:
        case Share(numerator, denominator):
            return _share(blank, numerator, denominator, unit=unit, period=period, on=on, tree=tree)
        case UnitsWith():
            having = units_having(measure, unit, period, on=on, tree=tree)
            with_records = sum(has for _placement, has in having)
            return replace(
                blank, kind=RATIO, numerator=Decimal(with_records), denominator=Decimal(len(having))
            )
        case Least():
            least = _least(measure, records_of(measure, unit, period, on=on, tree=tree, split=split))
            return _say(replace(blank, kind=PERCENT, exact=least), unit, least=True)
    value = tally(measure, records_of(measure, unit, period, on=on, tree=tree, split=split))
    return _say(replace(blank, exact=value), unit)


def tally(measure: Measure, found: QuerySet[Any]) -> Decimal:
    """How many, how many different, or how much."""
    match measure.counts:
        case Distinct(of):
            return Decimal(found.aggregate(n=Count(of, distinct=True))["n"])
        case Total(of):
            return Decimal(found.aggregate(n=Sum(of))["n"] or 0)
        case Records():
            return Decimal(found.count())
    raise ValueError(f"{measure.code} is not tallied from records")


def units_having(
    measure: Measure, unit: Unit, period: Period, *, on: dt.date | None = None, tree: str = "now"
) -> list[tuple[Placement, bool]]:
    """Every unit of the measure's level at or below `unit`, and whether it has a record in itself or below."""
    counts = measure.counts
    if not isinstance(counts, UnitsWith):
        raise ValueError(f"{measure.code} does not count units")
    on = on or period.last_day
    chosen = list(organisation.subtree(unit, on).filter(unit__level=counts.level).select_related("unit"))
    measures = [measure, *(measure_called(code) for code in counts.also)]
    covered = set.intersection(*(_paths(m, unit, period, on, tree) for m in measures))
    return [(placement, placement.path in covered) for placement in chosen]


def _paths(measure: Measure, unit: Unit, period: Period, on: dt.date, tree: str) -> set[str]:
    """The paths of all units that have a record, and of everything above them."""
    found = records_of(measure, unit, period, on=on, tree=tree)
    unit_ids = set(found.order_by().values_list(measure.of_unit, flat=True).distinct())
    paths = set(organisation.paths_of(unit_ids, on).values())
    width = organisation.STEP
    return {path[:end] for path in paths for end in range(width, len(path) + 1, width)}


def by_children(
    code: str, *, unit: Unit, period: Period, on: dt.date | None = None
) -> list[tuple[Placement, Decimal]]:
    """A tally for each child of the unit, in a constant number of queries. Only for records and totals:
    different persons do not add up over units.
    """
    measure, on = measure_called(code), on or period.last_day
    children = list(organisation.children(unit, on))
    found = records_of(measure, unit, period, on=on).order_by()
    amount = Sum(measure.counts.of) if isinstance(measure.counts, Total) else Count("pk")
    rows = list(found.values_list(measure.of_unit).annotate(n=amount))
    paths = organisation.paths_of({row[0] for row in rows}, on)
    sums = dict.fromkeys((child.path for child in children), Decimal(0))
    for unit_id, amount_of_unit in rows:
        home = next((p for p in sums if paths.get(unit_id, "").startswith(p)), None)
        if home is not None:
            sums[home] += Decimal(amount_of_unit or 0)
    return [(child, sums[child.path]) for child in children]


def _share(
    blank: Figure,
    numerator: str,
    denominator: str,
    *,
    unit: Unit,
    period: Period,
    on: dt.date | None,
    tree: str,
) -> Figure:
    above = figure(numerator, unit=unit, period=period, on=on, tree=tree)
    below = figure(denominator, unit=unit, period=period, on=on, tree=tree)
    return replace(blank, kind=RATIO, numerator=above.exact, denominator=below.exact)


def _least(measure: Measure, found: QuerySet[Any]) -> Decimal | None:
    counts = measure.counts
    assert isinstance(counts, Least)
    ratio = Cast(F(counts.numerator), FloatField()) * 100 / Cast(F(counts.denominator), FloatField())
    lowest = found.filter(**{f"{counts.denominator}__gt": 0}).aggregate(least=Min(ratio))["least"]
    return None if lowest is None else Decimal(str(lowest)).quantize(Decimal("0.01"))


def _say(counted: Figure, unit: Unit, *, least: bool = False) -> Figure:
    """Put the counted number into the words the unit has chosen for it."""
    if counted.exact is None:
        return counted
    rounding = Rounding.objects.filter(unit=unit, code=counted.code).first()
    if rounding is None:
        return replace(counted, value=counted.exact, precision=rules.ALWAYS if least else rules.EXACT)
    value, word = rules.stated(counted.exact, rounding.step, least=least)
    return replace(counted, value=value, precision=word)


def _blank(
    measure: Measure, unit: Unit, period: Period, *, on: dt.date | None, split: tuple[str, str] | None
) -> Figure:
    return Figure(
        code=measure.code,
        label=str(measure.label),
        kind=NUMBER,
        unit_of_count=str(measure.unit_of_count),
        period=period,
        unit_code=unit.code,
        unit_name=organisation.name_of(unit, on or period.last_day),
        source=COUNTED,
        url=address_of(measure.code, unit, period, split),
        how_counted=str(measure.how_counted),
        split=f"{split[0]}={split[1]}" if split else "",
    )


def address_of(code: str, unit: Unit, period: Period, split: tuple[str, str] | None = None) -> str:
    """Where the records behind a number are shown."""
    query = {"don-vi": unit.code, "ky": period.code}
    if split:
        query["tach"] = f"{split[0]}:{split[1]}"
    return f"{reverse('figures:records', args=[code])}?{urlencode(query)}"


def figures(codes: Iterable[str], *, unit: Unit, period: Period, on: dt.date | None = None) -> list[Figure]:
    """Several figures of one unit and period, in the order asked."""
    return [figure(code, unit=unit, period=period, on=on) for code in codes]
