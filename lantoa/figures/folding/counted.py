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
from lantoa.figures.models import Home

Key = tuple[dt.date, str, str]  # month, code, part
Own = dict[int, dict[Key, Decimal]]  # of each unit that is kept: what it counts without what is kept below it


def counted(where: Mapping[int, Where], homes: Iterable[int] | None = None) -> Own:
    """What counts for each of the homes, months and parts apart; for all of them when none is named.

    `where` says for whom each unit counts; of named homes it must hold what the table of homes says.
    """
    own: Own = defaultdict(lambda: defaultdict(Decimal))
    chosen = None if homes is None else Home.objects.filter(home__in=list(homes)).values("unit_id")
    for measure in folded().values():
        for unit, key, amount in _of_units(measure, chosen):
            if unit in where:
                own[where[unit][0]][key] += amount
    return own


def _of_units(measure: Measure, units: QuerySet[Any, Any] | None) -> Iterator[tuple[int, Key, Decimal]]:
    parts = parts_of(measure)
    names = [WHOLE, *parts]
    found = records_of(measure).filter(**{f"{measure.on_date}__isnull": False})
    if units is not None:
        found = found.filter(**{f"{measure.of_unit}__in": units})
    rows = found.annotate(folded_month=TruncMonth(measure.on_date)).values_list(
        measure.of_unit, "folded_month"
    )
    asked = {f"folded_{n}": _amount(measure, parts.get(name)) for n, name in enumerate(names)}
    for unit, month, *amounts in rows.annotate(**asked).iterator(2_000):
        for name, amount in zip(names, amounts, strict=True):
            if amount:
                yield unit, (month, measure.code, name), Decimal(amount)


def _amount(measure: Measure, held: Q | None) -> Aggregate:
    return (
        Sum(measure.counts.of, filter=held) if isinstance(measure.counts, Total) else Count("pk", filter=held)
    )
