"""What the clock does here: long lists that wait are brought in, or made into files that go after a day."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext_lazy

from lantoa.exchange import beside, leaving
from lantoa.foundation.tasks import Task

TASKS = [
    Task(
        "exchange.take_up",
        gettext_lazy("Nhập nốt danh sách dài đang chờ"),
        beside.take_up,
        every=dt.timedelta(minutes=5),
    ),
    Task(
        "exchange.make_files",
        gettext_lazy("Lập nốt tệp của danh sách dài đang chờ"),
        leaving.take_up,
        every=dt.timedelta(minutes=5),
    ),
    Task(
        "exchange.clear_files",
        gettext_lazy("Xóa tệp xuất ra đã quá 24 giờ"),
        leaving.clear,
        every=dt.timedelta(hours=1),
    ),
]
