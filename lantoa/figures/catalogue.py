"""Every measure of the house, gathered by name from the rooms that declare them."""

from __future__ import annotations

from functools import cache

from lantoa.figures.declaring import Measure
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
