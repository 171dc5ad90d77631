"""What folded measures count, asked of their records: one question a measure for any number of units."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.db.models import Aggregate, Count, Q, QuerySet, Sum
from django.db.models.functions import TruncMonth

from lantoa.figures.folding.tree import Where
from lantoa.figures.folding.which import WHOLE, folded, parts_of, records_of
from lantoa.figures.measure import Measure, Total
from lantoa.organisation.paths import ancestor_paths

NOUGHT = Decimal(0)
Key = tuple[dt.date, str, str]  # month, code, part
Amounts = dict[tuple[int, Key], Decimal]
Own = dict[int, dict[Key, Decimal]]  # of each unit that is kept: what it counts without what is kept below it


def counted(where: Mapping[int, Where], units: QuerySet[Any, Any] | Iterable[int] | None = None) -> Own:
    """What counts for each of the homes, months and parts apart; of these units only where they are named.

    `where` says for whom each unit counts; what it does not hold is not counted.
    """
    own: Own = defaultdict(lambda: defaultdict(Decimal))
    for measure in folded().values():
        for unit, key, amount in _of_units(measure, units):
            if unit in where:
                own[where[unit][0]][key] += amount
    return own


def added_up(own: Own, where: Mapping[int, Where]) -> Amounts:
    """(unit, key) → amount with everything below it."""
    paths = {home: path for home, path, _above in where.values()}
    at = {path: home for home, path in paths.items()}
    total: Amounts = defaultdict(Decimal)
    for home, amounts in own.items():
        line = [at[path] for path in ancestor_paths(paths[home]) if path in at]
        add_to(total, line, amounts)
    return total


def add_to(more: Amounts, line: Iterable[int], amounts: Mapping[Key, Decimal]) -> None:
    """Add the amounts to those of every unit of the line."""
    for key, amount in amounts.items():
        if amount:
            for unit in line:
                more[unit, key] += amount


def _of_units(
    measure: Measure, units: QuerySet[Any, Any] | Iterable[int] | None
) -> Iterator[tuple[int, Key, Decimal]]:
    parts = parts_of(measure)
    names = [WHOLE, *parts]
    found = records_of(measure).filter(**{f"{measure.on_date}__isnull": False})
    if units is not None:
        found = found.filter(**{f"{measure.of_unit}__in": units})
    rows = found.annotate(folded_month=TruncMonth(measure.on_date)).values_list(
        measure.of_unit, "folded_month"
    )
    asked = {f"folded_{n}": amount_where(measure, parts.get(name)) for n, name in enumerate(names)}
    for unit, month, *amounts in rows.annotate(**asked).iterator(2_000):
        for name, amount in zip(names, amounts, strict=True):
            if amount:
                yield unit, (month, measure.code, name), Decimal(amount)


def amount_where(measure: Measure, held: Q | None) -> Aggregate:
    """How many or how much of the measure's records this condition holds of; of all where there is none."""
    return (
        Sum(measure.counts.of, filter=held) if isinstance(measure.counts, Total) else Count("pk", filter=held)
    )
