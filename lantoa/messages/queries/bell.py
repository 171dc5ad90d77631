"""The bell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils import timezone

from lantoa.messages.models import Message


@dataclass(frozen=True)
class Day:
    """What came on one day, the newest first."""

    day: dt.date
    messages: list[Message]


def by_day(messages: Iterable[Message]) -> list[Day]:
    """Messages in their order, with a heading for each day."""
    return [
        Day(day, list(ones))
        for day, ones in groupby(messages, lambda one: timezone.localtime(one.shows_at).date())
    ]
