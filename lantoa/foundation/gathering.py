"""Doors that an upper room gathers are found by name, so that gathering never imports upward."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from django.conf import settings


@cache
def gather(door: str) -> tuple[ModuleType, ...]:
    """The modules `lantoa.<room>.<door>` of every room that has that door, bottom floor first."""
    names = [f"lantoa.{room}.{door}" for room in settings.ROOMS]
    return tuple(import_module(name) for name in names if find_spec(name))
