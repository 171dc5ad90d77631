"""One row of the access table: an address, who may use it, and with what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Row:
    """`allowed` names the cast who get through (not 403, not 404); everyone else is refused.

    `args` and `data` are made from the cast after the room's `prepare(cast)` has run. `typed` is what somebody types
    into its boxes who wants it to succeed, where the page does not offer it and its name does not tell it.
    """

    name: str
    allowed: str
    args: Callable[[Any], list[Any]] | None = None
    method: str = "GET"
    data: Callable[[Any], dict[str, Any]] | None = None
    typed: Callable[[Any], dict[str, Any]] | None = None
