"""The stages (giai đoạn) from whose first day "lũy kế" counts: as an office keeps them, else the years of a term."""

from __future__ import annotations

import datetime as dt

from lantoa.figures import rules
from lantoa.figures.models import Stage


def began(day: dt.date) -> dt.date:
    """The first day of the stage that the day lies in."""
    kept = Stage.objects.on(day).values_list("starts", flat=True).first()
    return kept or rules.stage_of(day)
