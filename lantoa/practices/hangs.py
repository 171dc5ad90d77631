"""Practices of a unit are looked after by the one that continues it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.foundation.hangs import Hanging
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.practices.models import Practice


def hanging(unit: Unit, *, on: dt.date) -> Iterator[Hanging]:
    """The practices registered by the very unit and those it continues."""
    found = organisation.within(Practice.objects.all(), unit, on=on, only_itself=True)
    yield Hanging(
        _("Mô hình, phần việc"),
        found.count(),
        _("Đơn vị kế tục theo dõi tiếp; tên nơi đầu giữ nguyên."),
    )
