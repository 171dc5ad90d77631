"""What the clock does for searching: the whole index once a night, so that nothing that was missed stays missed."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.tasks import Task
from lantoa.searching import actions


def rebuild(at: dt.datetime) -> str:
    """Everything again."""
    return _("%(n)s dòng tìm được.") % {"n": actions.rebuild()}


def catch_up(at: dt.datetime) -> str:
    """What has happened since the last time, so that the next search need not."""
    return _("Đã đọc %(n)s việc mới.") % {"n": actions.catch_up(is_patient=True)}


TASKS = [
    Task(
        "searching.catch_up",
        gettext_lazy("Ghi việc mới vào mục tìm"),
        catch_up,
        every=dt.timedelta(minutes=5),
    ),
    Task("searching.rebuild", gettext_lazy("Lập lại mục tìm"), rebuild, at=dt.time(3, 30)),
]
