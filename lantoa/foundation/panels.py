"""What a room offers on the page of a unit, which stands lower than it.

A room with something to show has a door `panels.py` with `of_unit(unit, actor, day)`; the page gathers them, so that no
lower room names an upper one. A tool is a button at the head of the page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

Text = str | Promise


@dataclass(frozen=True)
class Panel:
    """One part of the page: a template of the room and what it needs. The lower `order` stands first."""

    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    order: int = 50


@dataclass(frozen=True)
class Tool:
    """A button: where it leads and what it says; at most one on a page is `primary`."""

    label: Text
    url: str
    icon: str
    primary: bool = False
