"""Doors that an upper room gathers are found by name, so that gathering never imports upward."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from django.conf import settings

# Each is said in ARCHITECTURE.md; what it must hold stands in foundation/<door>.py.
DOORS = (
    "measures",
    "todo",
    "waiting",
    "naming",
    "my_year",
    "search",
    "permissions",
    "menu",
    "verbs",
    "help",
    "tasks",
    "heard",
    "exchange",
    "hangs",
    "keeps",
    "told",
    "late",
    "agenda",
    "panels",
    "replay",
    "api",
)


@cache
def gather(door: str) -> tuple[ModuleType, ...]:
    """The modules `lantoa.<room>.<door>` of every room that has that door, bottom floor first.

    LookupError for a door that is none of DOORS. The ground has no doors of its own: its module of the same
    name says what the door holds.
    """
    if door not in DOORS:
        raise LookupError(f"{door!r} is no door; the doors are {', '.join(DOORS)}")
    names = [f"lantoa.{room}.{door}" for room in settings.ROOMS if room != "foundation"]
    return tuple(import_module(name) for name in names if find_spec(name))
