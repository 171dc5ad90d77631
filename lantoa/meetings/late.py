"""What is late: cells that recorded no regular meeting of the month before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.dates import Period
from lantoa.foundation.late import Late
from lantoa.meetings.models import Meeting
from lantoa.organisation.models import Placement, Unit


def late(on: dt.date) -> Iterator[Late]:
    """A cell founded in the course of that month, or since, had no meeting to record."""
    last = on.replace(day=1) - dt.timedelta(days=1)
    month = Period.months(last.year, last.month, 1)
    held = Meeting.objects.regular().in_period(month).filter(unit=OuterRef("unit"))
    stood = Placement.objects.on(month.starts).filter(unit=OuterRef("unit"))
    cells = Placement.objects.on(on).filter(unit__level=Unit.Level.CELL, unit__kind=Unit.Kind.PARTY)
    asked = {"thang": month.code}
    yield Late(
        "buoi-hop",
        _("Họp tháng %(month)s") % {"month": last.month},
        _("chi bộ"),
        _("%(n)s chi bộ chưa ghi buổi họp tháng {month}").format(month=last.month),
        "meetings.view",
        cells.filter(~Exists(held), Exists(stood)),
        lambda code: f"{reverse('meetings:everywhere')}?{urlencode({'don-vi': code, **asked})}",
        order=30,
    )
