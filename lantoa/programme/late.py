"""What is late: plans of the year that are not issued."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.dates import Period
from lantoa.foundation.late import Late
from lantoa.organisation.models import Placement, Unit
from lantoa.programme.models import Plan

# The first quarter is for writing it; in the last months nobody begins one, but what was sent still lacks its number.
FROM_MONTH, LAST_MONTH_TO_PLAN = 4, 10


def late(on: dt.date) -> Iterator[Late]:
    """Committees without an issued plan, then plans that were sent and never got a number and a date."""
    if on.month < FROM_MONTH:
        return
    year = Period.year(on.year)
    of_year = Plan.objects.of_year().filter(starts__lt=year.ends, ends__gt=year.starts)
    things: QuerySet[Plan] | QuerySet[Placement] = of_year.filter(status=Plan.Status.SUBMITTED)
    said = _("%(n)s kế hoạch năm {year} chưa ghi số, ngày ban hành")
    if on.month <= LAST_MONTH_TO_PLAN:
        issued = of_year.issued().filter(unit=OuterRef("unit"))
        levels = [Unit.Level.GRASSROOTS, Unit.Level.SUPERIOR]
        committees = Placement.objects.on(on).filter(unit__level__in=levels, unit__kind=Unit.Kind.PARTY)
        things, said = committees.filter(~Exists(issued)), _("%(n)s kế hoạch năm {year} chưa ban hành")
    yield Late(
        "ke-hoach",
        _("Kế hoạch"),
        _("bản"),
        said.format(year=on.year),
        "programme.view",
        things,
        lambda code: f"{reverse('programme:plans')}?{urlencode({'don-vi': code, 'nam': on.year})}",
        order=20,
    )
