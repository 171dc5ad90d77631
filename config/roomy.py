"""Room on the stack of Python's calls, so that it is not taken and given back all the time."""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import Any

# Of 8 bytes: room for the calls of the deepest page besides.
ROOM = 90_000


def _call(go: Callable[..., Any], *told: Any) -> Any:
    return go(*told)


def in_a_roomy_place() -> Callable[..., Any]:
    """What calls a function with plenty of stack below it.

    Python takes the stack of its calls from the system in pieces of 16 KB and gives each back as soon as it is empty.
    Whatever happens to stand at the edge of one takes and gives it at every call: of a page some hundred times. A
    frame that asks for much gets a large piece, and what it calls has the rest of it.
    """
    return FunctionType(_call.__code__.replace(co_stacksize=ROOM), globals())
