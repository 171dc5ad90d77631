"""What a room adds to "Một năm của tôi", the one printable page about a person's year.

A room that has something to say has a door `my_year.py` with `parts(actor, year)`; the hall gathers them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Part:
    """One part of the page: a template of the room and what it needs. The lower `order` stands first."""

    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    order: int = 50
