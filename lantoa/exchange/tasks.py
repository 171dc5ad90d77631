"""What the clock does here: long lists that wait are brought in."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext_lazy

from lantoa.exchange import beside
from lantoa.foundation.tasks import Task

TASKS = [
    Task(
        "exchange.take_up",
        gettext_lazy("Nhập nốt danh sách dài đang chờ"),
        beside.take_up,
        every=dt.timedelta(minutes=5),
    )
]
