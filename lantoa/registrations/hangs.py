"""Papers that wait on a unit: they go with it to the one that continues it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.foundation.hangs import Hanging
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.registrations.models import Registration


def hanging(unit: Unit, *, on: dt.date) -> Iterator[Hanging]:
    """Papers that wait for a judgement here, and those of the year."""
    waiting = organisation.within(
        Registration.objects.waiting(), unit, on=on, of_unit="sent_to", only_itself=True
    )
    year = organisation.within(Registration.objects.in_year(on.year), unit, on=on, only_itself=True)
    yield Hanging(_("Bản đăng ký đang chờ duyệt"), waiting.count(), _("Đến người duyệt của đơn vị kế tục."))
    yield Hanging(
        _("Bản đăng ký năm %(year)s") % {"year": on.year},
        year.count(),
        _("Tính cho đơn vị kế tục; lịch sử giữ."),
    )
