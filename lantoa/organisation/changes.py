"""How dated rows are closed and opened, and everything written down so that it can be undone.

One `Changes` is one reorganisation: it works only on open rows. A row that began on the very day of the change is
taken out and kept in the log, so that several changes may fall on one day (1/7/2025 was such a day).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Model

from lantoa.organisation.models import Heir, Placement, Succession, Unit

TABLES: dict[str, type[Placement] | type[Heir]] = {"placement": Placement, "heir": Heir}


class Changes:
    """The changes of one reorganisation, as they are made."""

    def __init__(self, on: dt.date) -> None:
        self.on = on
        self.changed: set[int] = set()
        self.leans_on: set[int] = set()
        self.successions: list[Succession] = []
        self.log: dict[str, Any] = {"founded": [], "successions": []}
        self.log |= {name: {"closed": [], "removed": [], "opened": []} for name in TABLES}

    def replace_places(self, old: Sequence[Placement], new: Iterable[Placement]) -> None:
        """Close placements and open others; the parents left and the parents joined are leant on."""
        new = list(new)
        self._replace("placement", old, new)
        self.leans_on |= {place.parent_id for place in [*old, *new] if place.parent_id}

    def replace_heirs(self, old: Sequence[Heir], new: Iterable[Heir]) -> None:
        """Close inheritances and open others; who inherits is leant on."""
        new = list(new)
        self._replace("heir", old, new)
        self.leans_on |= {row.heir_id for row in new}

    def _replace(self, table: str, old: Sequence[Any], new: list[Any]) -> None:
        """Close (or take out) the old rows and open the new ones, in a constant number of queries."""
        model, kept = TABLES[table], self.log[table]
        same_day = [row for row in old if row.starts == self.on]
        closed = [row.pk for row in old if row.starts != self.on]
        if same_day:
            own = set(kept["opened"])  # opened a moment ago by this very change: nothing to put back
            kept["removed"] += [as_dict(row) for row in same_day if row.pk not in own]
            model._default_manager.filter(pk__in=[row.pk for row in same_day]).delete()
        if closed:
            kept["closed"] += closed
            model._default_manager.filter(pk__in=closed).update(ends=self.on)
        opened = model._default_manager.bulk_create(new)
        kept["opened"] += [row.pk for row in opened]
        self.changed |= {row.unit_id for row in [*old, *opened]}


def as_dict(row: Model) -> dict[str, Any]:
    """A row as JSON, column by column."""
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return {k: v.isoformat() if isinstance(v, dt.date) else v for k, v in values.items()}


def undo(log: dict[str, Any]) -> None:
    """Put back exactly what stood before."""
    Succession.objects.filter(pk__in=log["successions"]).delete()
    for name, model in TABLES.items():
        kept = log[name]
        model._default_manager.filter(pk__in=kept["opened"]).delete()
        model._default_manager.filter(pk__in=kept["closed"]).update(ends=None)
        model._default_manager.bulk_create([_as_row(model, values) for values in kept["removed"]])
    Unit.objects.filter(pk__in=log["founded"]).delete()


def _as_row(model: type[Any], values: dict[str, Any]) -> Any:
    dates = {k: dt.date.fromisoformat(v) for k, v in values.items() if k in ("starts", "ends") and v}
    return model(**values | dates)
