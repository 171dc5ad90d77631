"""What waits for one person's word, whatever room it lies in.

A room that judges something has a door `waiting.py` with `waiting(actor)`; the hall gathers them into one list.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.functional import Promise

Text = str | Promise


@dataclass(frozen=True)
class Kind:
    """One kind of thing to decide on. `code` stands in the address when only this kind is asked for."""

    code: str
    label: Text


@dataclass(frozen=True)
class Waiting:
    """One thing, since when it waits, and where the word is given. `unit_id` is whose it is."""

    kind: Kind
    title: str
    url: str
    button: Text
    since: dt.date
    unit_id: int
    who: str = ""
