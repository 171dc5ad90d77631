"""Asking for things that one of several conditions finds, each by an index of its own; and for many numbers at once."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Count, IntegerField, QuerySet, Value
from django.db.models.functions import Cast

Things = TypeVar("Things", bound=QuerySet[Any])


def in_any(things: Things, *branches: QuerySet[Any]) -> Things:
    """Those of `things` that at least one branch finds; branches ask the same model, or give keys of it (`values`).

    An OR of a condition and a subquery makes a database read the whole table, whoever asks. A union of branches lets
    each be answered by its index, and what is read is what is found.
    """
    first, *others = [_keys(branch, things) for branch in branches]
    return things.filter(pk__in=first.union(*others) if others else first)


def how_many(**asked: tuple[QuerySet[Any], Any]) -> dict[str, dict[int, int]]:
    """name → {part → how many things} of several questions, asked as one.

    Each is (things, part): a whole number of each thing that its things are told apart by, an expression or a
    column; 0 for all of them together. A part without a thing is not in the answer.
    """
    branches = [
        things.order_by()
        .values_list(_number(n), Cast(part if part else _number(0), IntegerField()))
        .annotate(asked_amount=Count("*"))  # the rows: their keys need not be read
        for n, (things, part) in enumerate(asked.values())
    ]
    names, found = list(asked), {name: dict[int, int]() for name in asked}
    first, *others = branches
    for which, part, amount in first.union(*others, all=True) if others else first:
        found[names[which]][part] = amount
    return found


def _number(value: int) -> Value:
    return Value(value, output_field=IntegerField())


def _keys(branch: QuerySet[Any], things: QuerySet[Any]) -> QuerySet[Any, Any]:
    """What identifies each thing found, in one column."""
    plain = branch.order_by()
    # values_list("person_id") gives keys of people already; a queryset of the things themselves gives its own.
    return plain.values("pk") if branch.model is things.model and not branch.query.values_select else plain
