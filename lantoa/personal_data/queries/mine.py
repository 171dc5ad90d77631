"""Questions about what is kept of one person: how much and since when, by whom it was read, all of it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Count, F, Min, Q, QuerySet, Value
from django.db.models.functions import Cast
from django.utils.dateparse import parse_date

from lantoa.foundation.keeps import Kept, all_kept
from lantoa.foundation.models import Event
from lantoa.people.models import Person
from lantoa.personal_data.words import name_of_column

LATEST = 50


@dataclass(frozen=True)
class Line:
    """One table: what is kept, in how many rows, since when (None where no day is kept)."""

    kept: Kept
    count: int
    since: dt.date | None


def lines_of(person: Person) -> list[Line]:
    """Every table that keeps something of the person, in the order of the rooms; asked in one question."""
    kept = all_kept()
    counted = _together([_counted(one, place, person.pk) for place, one in enumerate(kept)])
    found = {row["kept_place"]: row for row in counted if row["kept_rows"]}
    return [
        Line(one, found[place]["kept_rows"], parse_date((found[place]["kept_first"] or "")[:10]))
        for place, one in enumerate(kept)
        if place in found
    ]


def _counted(kept: Kept, place: int, key: int) -> QuerySet[Any, Any]:
    rows = kept.model._base_manager.filter(kept.of(key)).order_by()
    first = Cast(Min(F(kept.since)), CharField()) if kept.since else Value("", output_field=CharField())
    return (
        rows.annotate(kept_place=Value(place))
        .values("kept_place")
        .annotate(kept_rows=Count("pk"), kept_first=first)
    )


def _together(asked: list[QuerySet[Any, Any]]) -> QuerySet[Any, Any]:
    return asked[0].union(*asked[1:], all=True)


def named_in(person: Person) -> list[tuple[str, int]]:
    """Where her name stands as the one who did something (wrote, approved, recorded), the most first."""
    acts: list[Any] = [one for one in Person._meta.get_fields(include_hidden=True) if _is_an_act(one)]
    asked = [
        one.related_model._base_manager.filter(**{one.field.name: person.pk})
        .order_by()
        .annotate(kept_place=Value(place))
        .values("kept_place")
        .annotate(kept_rows=Count("pk"))
        for place, one in enumerate(acts)
    ]
    sums: dict[str, int] = defaultdict(int)
    for row in _together(asked):
        if row["kept_rows"]:
            sums[str(acts[row["kept_place"]].related_model._meta.verbose_name)] += row["kept_rows"]
    return sorted(sums.items(), key=lambda one: (-one[1], one[0]))


def _is_an_act(field: Any) -> bool:
    """A way back to a person under which nothing of her is kept but that she did it."""
    is_relation = field.auto_created and not field.concrete and (field.one_to_many or field.one_to_one)
    return bool(is_relation and field.hidden)


@dataclass(frozen=True)
class Reading:
    """Somebody has read something of hers on that day."""

    on: dt.date
    name: str
    post: str
    what: str
    note: str


def readings_of(person: Person) -> list[Reading]:
    """Who has opened or taken away what is kept of her, the latest first."""
    found: list[Event] = []
    for kept in all_kept():
        if kept.read_as:
            found += _read(kept, person.pk)
    found.sort(key=lambda event: event.pk, reverse=True)
    return [
        Reading(event.on, event.person_name, event.post_label, event.subject_label, event.note)
        for event in found
    ]


def _read(kept: Kept, key: int) -> Iterator[Event]:
    keys = [str(pk) for pk in kept.model._base_manager.filter(kept.of(key)).values_list("pk", flat=True)]
    return Event.objects.filter(verb=kept.read_as, subject_type=kept.table, subject_id__in=keys).iterator()


def everything_of(person: Person) -> list[dict[str, Any]]:
    """Each table with its rows, only with the columns that say something of her; names of others are left out."""
    return [
        {
            "what": str(kept.label),
            "why": str(kept.why),
            "until": str(kept.until),
            "rows": shown_rows(kept, person),
        }
        for kept in all_kept()
    ]


def shown_rows(kept: Kept, person: Person, within: Q | None = None) -> list[dict[str, Any]]:
    """The rows of one table that tell of the person: name of a column → what stands there."""
    rows = kept.model._base_manager.filter(kept.of(person.pk) & (within or Q())).order_by("pk")
    return [_said(row, kept) for row in rows]


def _said(row: Any, kept: Kept) -> dict[str, Any]:
    named = [(row._meta.get_field(name), name) for name in kept.fields.split()]
    return {name_of_column(field): _shown(row, name) for field, name in named}


def _shown(row: Any, name: str) -> Any:
    shown = getattr(row, f"get_{name}_display", None)
    return str(shown()) if shown else getattr(row, name)
