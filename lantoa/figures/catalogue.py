"""Every measure of the house, gathered by name from the rooms that declare them."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.utils.translation import gettext_lazy as _

from lantoa.figures.measure import Measure
from lantoa.foundation.gathering import gather


@cache
def catalogue() -> dict[str, Measure]:
    """code → Measure, bottom floor first. ValueError when two rooms use one code."""
    found: dict[str, Measure] = {}
    for door in gather("measures"):
        for measure in door.MEASURES:
            if measure.code in found:
                raise ValueError(f"two measures are called {measure.code}")
            found[measure.code] = measure
    return found


def measure(code: str) -> Measure:
    """The measure of that code; KeyError when there is none."""
    return catalogue()[code]


@cache
def fields_of_work() -> dict[str, Any]:
    """room → what people call its work, for every room that counts something: as the menu calls it, in its order.

    A room whose line a room above keeps in the menu (the library of practices) is called by that line.
    """
    lines = {line.code: line for door in gather("menu") for line in door.DOORS}
    lines |= {door.__name__.split(".")[1]: door.DOORS[0] for door in gather("menu") if door.DOORS}
    counted = {measure.room for measure in catalogue().values()}
    named = sorted((lines[room].order, room) for room in counted if room in lines)
    found = {room: lines[room].label for _order, room in named if room != "statistics"}
    others = {room: _("Chung") for room in sorted(counted) if room not in found}
    return found | others
