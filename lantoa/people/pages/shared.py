"""What several pages of people show."""

from __future__ import annotations

from typing import Any

from lantoa.organisation import queries as organisation


def with_names(context: dict[str, Any], on: Any) -> dict[str, Any]:
    """Add the units' names on that day, in one query."""
    rows = [*context["memberships"], *context["posts"]]
    names = organisation.names_of([row.unit_id for row in rows], on)
    for row in rows:
        row.unit_name = names.get(row.unit_id, row.unit.code)
    return context
