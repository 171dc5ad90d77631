"""Inspections of a unit go on with the one that continues it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.foundation.hangs import Hanging
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.supervision.models import Inspection
from lantoa.supervision.words import Status


def hanging(unit: Unit, *, on: dt.date) -> Iterator[Hanging]:
    """Those of the very unit that are planned, under way or not put away yet."""
    alive = Inspection.objects.filter(status__in=[Status.PLANNED, Status.OPEN, Status.CONCLUDED])
    found = organisation.within(alive, unit, on=on, only_itself=True)
    yield Hanging(
        _("Cuộc kiểm tra, giám sát chưa xong"),
        found.count(),
        _("Đơn vị kế tục đọc hồ sơ, gửi báo cáo và khắc phục tiếp."),
    )
