"""Counting: from a measure, a unit and a period to a figure, and to the records behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache, cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Aggregate, Count, F, FloatField, Min, QuerySet, Sum
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast
from django.urls import get_script_prefix, reverse

from lantoa.figures import rules, stages, words
from lantoa.figures.catalogue import measure as measure_called
from lantoa.figures.figure import COUNTED, NUMBER, PERCENT, RATIO, Figure
from lantoa.figures.measure import (
    EVER,
    ON_DAY,
    SINCE_START,
    Distinct,
    Least,
    Measure,
    Records,
    Share,
    Total,
    UnitsWith,
)
from lantoa.figures.models import Rounding
from lantoa.foundation.dates import Period
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit

Units = list[int] | QuerySet[Any]
Ahead = tuple[int, Period, dt.date, str, tuple[str, str] | None]  # unit, period, day of the tree, code, part
MOST_LISTED = (
    200  # ids in one question; beyond, the database joins: every id costs more to write than to join
)


def records_of(
    measure: Measure,
    unit: Unit,
    period: Period,
    *,
    on: dt.date | None = None,
    tree: str = "now",
    split: tuple[str, str] | None = None,
    units: Units | None = None,
    since: dt.date | None = None,
) -> QuerySet[Any]:
    """The records that the measure counts for the unit in the period: the list behind the number.

    `on` is the day whose tree is asked (see `day_of_tree` for what it is when not given); what is there
    on a day is counted on the period's last day, whichever tree is asked: the same period a year before
    counts what was there then. `split` is (name of the split, name of the part). `units` and `since`, the
    first day of the stage, spare asking again (see `units_of`, `stages`).
    """
    if measure.records is None:
        raise ValueError(f"{measure.code} is a ratio of two measures and has no records of its own")
    on = on or day_of_tree(unit, period)
    found = dated(measure, measure.records(min(on, period.last_day)), period, since)
    if split:
        found = found.filter(measure.splits[split[0]].parts[split[1]][1])
    if units is not None and tree == "now":
        return found.filter(**{f"{measure.of_unit}__in": units})
    return organisation.within(
        found, unit, on=on, of_unit=measure.of_unit, tree=tree, date_field=measure.on_date or None
    )


def dated(
    measure: Measure, found: QuerySet[Any], period: Period, since: dt.date | None = None
) -> QuerySet[Any]:
    """Those of the records that the measure counts in the period, by what it means."""
    if not measure.on_date or measure.meaning == ON_DAY:
        return found
    if measure.meaning == EVER:
        return found.filter(**{f"{measure.on_date}__lt": period.ends})
    first = period.starts
    if measure.meaning == SINCE_START:
        first = min(since or stages.began(period.last_day), period.starts)
    return found.filter(**{f"{measure.on_date}__gte": first, f"{measure.on_date}__lt": period.ends})


def day_of_tree(unit: Unit, period: Period) -> dt.date:
    """The day whose tree is asked: the period's last, or the unit's own last day when it ended within."""
    return organisation.last_day_in(unit, period.starts, period.ends) or period.last_day


def units_of(unit: Unit, on: dt.date) -> Units:
    """The units that count for the unit that day: their ids where they are few, a question where they are many."""
    return _listed(organisation.units_within(unit, on))


def units_at(path: str | None, on: dt.date) -> Units:
    """The same where it is known where the unit stands; none for None, which stands nowhere."""
    return _listed(organisation.counted_below(path, on))


def _listed(asked: QuerySet[Any]) -> Units:
    ids = list(asked.values_list("unit_id", flat=True)[: MOST_LISTED + 1])
    return asked if len(ids) > MOST_LISTED else ids


@dataclass(frozen=True)
class Known:
    """What many figures of one unit share, asked once: its name, its units, how it says its numbers."""

    unit_name: str
    units: Units
    steps: Mapping[str, tuple[Decimal, str]]
    last_day: dt.date
    ahead: Mapping[Ahead, Any] = field(default_factory=dict)  # what `together` has counted already

    @cached_property
    def since(self) -> dt.date:
        """The first day of the stage, asked when something counts from there."""
        return stages.began(self.last_day)

    @classmethod
    def of(cls, unit: Unit, on: dt.date, period: Period, *, few: bool = False) -> Known:
        """Two questions; one where `few` figures are asked, for which listing the units is not worth it."""
        said = [f"unit__roundings__{name}" for name in ("code", "step", "word")]
        rows = list(Placement.objects.on(on).filter(unit=unit).values_list("name", "path", *said))
        if not rows:  # it stands nowhere that day
            rounded_so = Rounding.objects.filter(unit=unit).values_list("code", "step", "word")
            rows = [(organisation.name_of(unit, on), None, *one) for one in rounded_so or [("", None, "")]]
        steps = {code: (step, word) for _name, _path, code, step, word in rows if code}
        name, path, *_said = rows[0]
        units = organisation.counted_below(path, on)
        return cls(name, units if few else _listed(units), steps, period.last_day)


def figure(
    code: str,
    *,
    unit: Unit,
    period: Period,
    on: dt.date | None = None,
    tree: str = "now",
    split: tuple[str, str] | None = None,
    known: Known | None = None,
) -> Figure:
    """The figure of a measure for a unit in a period. KeyError for a code nobody declares."""
    measure, on = measure_called(code), on or day_of_tree(unit, period)
    known = known or Known.of(unit, on, period)
    start = blank(measure, unit, period, name=known.unit_name, split=split)

    amount = known.ahead.get((unit.pk, period, on, code, split)) if tree == "now" else None

    def found() -> QuerySet[Any]:
        since = known.since if measure.meaning == SINCE_START else None
        return records_of(
            measure, unit, period, on=on, tree=tree, split=split, units=known.units, since=since
        )

    match measure.counts:
        case Share(numerator, denominator):
            parts = [
                figure(c, unit=unit, period=period, on=on, tree=tree, known=known)
                for c in (numerator, denominator)
            ]
            return replace(start, kind=RATIO, numerator=parts[0].exact, denominator=parts[1].exact)
        case UnitsWith():
            if amount is None:
                having = units_having(measure, unit, period, on=on, tree=tree, units=known.units)
                amount = sum(has for _placement, has in having), len(having)
            return replace(start, kind=RATIO, numerator=Decimal(amount[0]), denominator=Decimal(amount[1]))
        case Least():
            lowest, occasions = amount or _least(measure, found())
            told = said(replace(start, kind=PERCENT, exact=lowest), known, least=True)
            return replace(told, precision=rules.least_word(told.precision, occasions))
    return said(replace(start, exact=tally(measure, found()) if amount is None else amount), known)


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


def how_many(measure: Measure) -> Aggregate:
    """The same for a question that groups: how many, how many different, or how much; of nothing, None."""
    match measure.counts:
        case Distinct(of):
            return Count(of, distinct=True)
        case Total(of):
            return Sum(of)
    return Count("pk")


def units_having(
    measure: Measure,
    unit: Unit,
    period: Period,
    *,
    on: dt.date | None = None,
    tree: str = "now",
    units: Units | None = None,
) -> list[tuple[Placement, bool]]:
    """Every unit of the measure's level at or below `unit`, and whether it has a record in itself or below."""
    counts = measure.counts
    if not isinstance(counts, UnitsWith):
        raise ValueError(f"{measure.code} does not count units")
    on = on or day_of_tree(unit, period)
    here = organisation.Standing(unit, on)
    chosen = list(here.subtree().filter(unit__level=counts.level).select_related("unit"))
    units = here.units_within() if units is None else units
    measures = [measure, *(measure_called(code) for code in counts.also)]
    covered = set.intersection(*(_paths(m, unit, period, on, tree, units) for m in measures))
    return [(placement, placement.path in covered) for placement in chosen]


def _paths(
    measure: Measure, unit: Unit, period: Period, on: dt.date, tree: str, units: Units | None
) -> set[str]:
    """The paths of all units that have a record, and of everything above them."""
    found = records_of(measure, unit, period, on=on, tree=tree, units=units)
    places = organisation.paths_where(found.order_by().values(measure.of_unit), on)
    paths = set(places.values_list("path", flat=True))
    width = organisation.STEP
    return {path[:end] for path in paths for end in range(width, len(path) + 1, width)}


def _least(measure: Measure, found: QuerySet[Any]) -> tuple[Decimal | None, int]:
    """The least of the occasions, and of how many."""
    told = least_of(measure, found).aggregate(least=Min("ratio"), n=Count("pk"))
    return rounded(told["least"]), told["n"]


def least_of(measure: Measure, found: QuerySet[Any]) -> QuerySet[Any]:
    """The records with their `ratio` in per cent, without those where nobody was due."""
    return _with_some_due(measure, found).annotate(ratio=_ratio(measure))


def lowest_first(measure: Measure, found: QuerySet[Any]) -> QuerySet[Any]:
    """The occasions that a minimum looks at, as they are, the lowest first."""
    return _with_some_due(measure, found).order_by(_ratio(measure), "pk")


def _with_some_due(measure: Measure, found: QuerySet[Any]) -> QuerySet[Any]:
    assert isinstance(measure.counts, Least)
    return found.filter(**{f"{measure.counts.denominator}__gt": 0})


def _ratio(measure: Measure) -> Combinable:
    counts = measure.counts
    assert isinstance(counts, Least)
    return Cast(F(counts.numerator), FloatField()) * 100 / Cast(F(counts.denominator), FloatField())


def rounded(ratio: float | None) -> Decimal | None:
    """Per cent with two decimals."""
    return None if ratio is None else Decimal(str(ratio)).quantize(Decimal("0.01"))


def said(counted: Figure, known: Known, *, least: bool = False) -> Figure:
    """Put the counted number into the words the unit has chosen for it."""
    if counted.exact is None:
        return counted
    chosen = known.steps.get(counted.code)
    if chosen is None:
        return replace(counted, value=counted.exact, precision=words.ALWAYS if least else words.EXACT)
    step, preferred = chosen
    value, word = rules.stated(counted.exact, step, least=least, word=preferred)
    return replace(counted, value=value, precision=word)


def blank(
    measure: Measure, unit: Unit, period: Period, *, name: str, split: tuple[str, str] | None = None
) -> Figure:
    """The figure before it is counted: what it is, whose, and where its records are shown."""
    part = f" ({measure.splits[split[0]].parts[split[1]][0]})" if split else ""
    return Figure(
        code=measure.code,
        label=f"{measure.label}{part}",
        kind=NUMBER,
        unit_of_count=str(measure.unit_of_count),
        period=period,
        unit_code=unit.code,
        unit_name=name,
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
    return f"{_list_of(code, get_script_prefix())}?{urlencode(query)}"


@cache
def _list_of(code: str, _prefix: str) -> str:
    """A report says some hundred numbers; looking their addresses up anew took a tenth of its time."""
    return reverse("figures:records", args=[code])
