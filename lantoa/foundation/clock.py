"""The one place that asks what time it is. Everything else is given its dates."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.utils import timezone


def now() -> dt.datetime:
    """This instant; the fixed one of LANTOA_NOW in rehearsals and tests."""
    if settings.LANTOA_NOW:
        return dt.datetime.fromisoformat(settings.LANTOA_NOW)
    return timezone.now()


def today() -> dt.date:
    """Today's date in Vietnam."""
    return timezone.localtime(now()).date()
