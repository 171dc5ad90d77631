"""Questions to courses: from which units their people came, who of them was admitted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Sum

from lantoa.study.models import Course


def admitted_from(course: Course) -> int | None:
    """How many people were admitted to the Party from the course; None while no admission names it."""
    found: int | None = course.admissions.standing().aggregate(n=Sum("people"))["n"]
    return found


def unsent(course: Course) -> int:
    """How many participants no unit is named for yet."""
    return course.participants - (course.intakes.aggregate(n=Sum("people"))["n"] or 0)


def with_admitted(rows: Iterable[Any], course: Course) -> list[Any]:
    """The rows of units, each with `admitted`: how many its unit has admitted from the course. One question."""
    found = course.admissions.standing().order_by().values("unit_id").annotate(n=Sum("people"))
    admitted = dict(found.values_list("unit_id", "n"))
    rows = list(rows)
    for row in rows:
        row.admitted = admitted.get(row.unit_id)
    return rows
