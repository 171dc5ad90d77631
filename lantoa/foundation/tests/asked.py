"""A person at a form, for stories that call an action directly: she is asked, and may say that it is meant."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any, cast

from lantoa.foundation.entry import sending


@contextmanager
def at_a_form(*, sure: bool = False) -> Iterator[None]:
    """While this lasts, acts may ask."""
    now: Any = SimpleNamespace(is_sure=sure, claimed=True)
    token = sending.current.set(cast(sending.Sending, now))
    try:
        yield
    finally:
        sending.current.reset(token)
