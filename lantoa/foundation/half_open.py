"""Rows with half-open dates: from `starts`, up to but without `ends`; without an end they go on."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q


def goes_past(day: Any) -> Q:
    """Those that have not ended by this day, begun or not; a day or an expression."""
    return Q(ends__isnull=True) | Q(ends__gt=day)


def holds_on(day: Any, prefix: str = "") -> Q:
    """Those that hold on this day, a day or an expression; `prefix` leads to the row that has the dates."""
    begun = Q(**{f"{prefix}starts__lte": day})
    return begun & (Q(**{f"{prefix}ends__isnull": True}) | Q(**{f"{prefix}ends__gt": day}))


def ends_after_start(name: str) -> models.CheckConstraint:
    """No row ends before it began, or on that day."""
    return models.CheckConstraint(condition=Q(ends__isnull=True) | Q(ends__gt=F("starts")), name=name)
