"""Asking for things that one of several conditions finds, each by an index of its own."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import QuerySet

Things = TypeVar("Things", bound=QuerySet[Any])


def in_any(things: Things, *branches: QuerySet[Any]) -> Things:
    """Those of `things` that at least one branch finds; branches ask the same model, or give keys of it (`values`).

    An OR of a condition and a subquery makes a database read the whole table, whoever asks. A union of branches lets
    each be answered by its index, and what is read is what is found.
    """
    first, *others = [_keys(branch, things) for branch in branches]
    return things.filter(pk__in=first.union(*others) if others else first)


def _keys(branch: QuerySet[Any], things: QuerySet[Any]) -> QuerySet[Any, Any]:
    """What identifies each thing found, in one column."""
    plain = branch.order_by()
    # values_list("person_id") gives keys of people already; a queryset of the things themselves gives its own.
    return plain.values("pk") if branch.model is things.model and not branch.query.values_select else plain
