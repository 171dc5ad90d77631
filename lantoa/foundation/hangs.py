"""What hangs on a unit, and where it goes when the unit ends.

A room whose records belong to units has a door `hangs.py`: `hanging(unit, on=)` gives lines for the page that asks
before a unit changes. Where rows must move with a unit that ends (most only count for the one that continues it), the
door has `follow(heirs, on=)`, which gives a log as JSON, and `restore(log)`, which puts everything back.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

Text = str | Promise


@dataclass(frozen=True)
class Hanging:
    """How many of one kind hang on a unit, and where they go."""

    label: Text
    count: int
    goes: Text
