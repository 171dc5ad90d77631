"""Movements of a unit, and that it takes part in some, are carried on by the unit that continues it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.foundation.hangs import Hanging
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.programme.models import Movement, Participation


def hanging(unit: Unit, *, on: dt.date) -> Iterator[Hanging]:
    """Those running that day, of the very unit and those it continues."""
    running = organisation.within(Movement.objects.on(on), unit, on=on, only_itself=True)
    joined = organisation.within(Participation.objects.on(on), unit, on=on, only_itself=True)
    yield Hanging(
        _("Phong trào thi đua đang triển khai"), running.count(), _("Đơn vị kế tục theo dõi, tổng kết tiếp.")
    )
    yield Hanging(
        _("Phong trào đang tham gia"),
        joined.count(),
        _("Tính cho đơn vị kế tục, kể cả người có tên; lịch sử giữ."),
    )
