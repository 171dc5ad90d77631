"""What the clock does for this room."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.tasks import Task
from lantoa.supervision import actions


def compare(at: dt.datetime) -> str:
    """Papers not yet compared since they were agreed to."""
    return _("Đã so %(n)s bản đăng ký.") % {"n": actions.compare_papers(at)}


TASKS = [
    Task(
        "supervision.compare",
        gettext_lazy("So các bản đăng ký gần như chép nhau"),
        compare,
        at=dt.time(1, 40),
    )
]
