"""What falls due: what a quarter brought to each breakthrough under way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.breakthroughs import rules
from lantoa.breakthroughs.models import Breakthrough
from lantoa.foundation.late import Due
from lantoa.messages import queries as messages

WRITERS = ("secretary", "committee", "leader")


def due(first: dt.date, last: dt.date, on: dt.date) -> Iterator[Due]:
    """The head who undertook it; for that of a collective, whoever writes for it."""
    for year, quarter in rules.quarters_between(first - dt.timedelta(days=100), last + dt.timedelta(days=1)):
        day = rules.due_on(year, quarter)
        if first <= day <= last:
            yield from _to_report(year, quarter, day, on)


def _to_report(year: int, quarter: int, day: dt.date, on: dt.date) -> Iterator[Due]:
    running = list(Breakthrough.objects.to_report(year, quarter))
    writers = messages.receivers_of({one.unit_id for one in running if not one.person_id}, on, WRITERS)
    words = {"quarter": rules.quarter_period(year, quarter).label}
    for one in running:
        for person in [one.person_id] if one.person_id else sorted(writers.get(one.unit_id, ())):
            yield Due(
                f"breakthrough:{one.pk}:{year}q{quarter}",
                person,
                one.unit_id,
                day,
                _("ghi kết quả %(quarter)s của nội dung đột phá") % words,
                reverse("breakthroughs:report", args=[one.pk, year, quarter]),
                priority=25,
                is_of_unit=one.person_id is None,
            )
