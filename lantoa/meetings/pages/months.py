"""The month that a page of meetings is about, and which others it offers."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest

from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput

BACK = 24


def asked_month(request: HttpRequest) -> Period:
    """The month in the address; else this one."""
    try:
        return Period.parse(request.GET.get("thang", ""))
    except BadInput:
        return Period.months(request.actor.on.year, request.actor.on.month, 1)


def months_to_choose(on: dt.date, ahead: int = 0) -> list[Period]:
    """This month, so many ahead and those of two years before, newest first."""
    now = on.year * 12 + on.month - 1
    return [Period.months(n // 12, n % 12 + 1, 1) for n in range(now + ahead, now - BACK, -1)]
