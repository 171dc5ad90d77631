"""Periods of a unit: they stay with it and count for the one that continues it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.foundation.hangs import Hanging
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.reviews.models import ReviewPeriod


def hanging(unit: Unit, *, on: dt.date) -> Iterator[Hanging]:
    """What goes on here, and what is rated here."""
    going = ReviewPeriod.objects.open()
    here = organisation.within(going, unit, on=on, only_itself=True)
    rated = organisation.within(going, unit, on=on, of_unit="decided_by", only_itself=True)
    yield Hanging(
        _("Đợt kiểm điểm đang mở"), here.count(), _("Đơn vị kế tục làm tiếp; bản đã viết giữ nguyên.")
    )
    yield Hanging(_("Đợt kiểm điểm chờ nơi này xếp loại"), rated.count(), _("Đơn vị kế tục xếp loại."))
