"""What must stand before a list can come in: a campaign to give to, a year to register for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

SETTINGS: dict[str, Callable[..., None]] = {}


@pytest.fixture
def setting(cast) -> Callable[[str], None]:
    """Prepare the world for one kind of list."""

    def prepare(code: str) -> None:
        if code in SETTINGS:
            SETTINGS[code](cast)

    return prepare
