"""What was sent is compared with what others send later; what is back with its owner is not."""

from __future__ import annotations

import datetime as dt

from lantoa.registrations.models import Registration
from lantoa.registrations.queries import likeness
from lantoa.writing import actions as writing
from lantoa.writing import queries as pools


def put_in(registration: Registration, *, on: dt.date) -> None:
    """Compare its words from now on with those of its grassroots organisation, as the tree stands on that day."""
    writing.index(
        registration,
        pool=pools.pool_of(registration.unit, on),
        year=registration.year,
        owner=likeness.owner_of(registration),
        text=likeness.text_of(registration),
    )


def take_out(registration: Registration) -> None:
    """Compare its words no more."""
    writing.forget(registration)
