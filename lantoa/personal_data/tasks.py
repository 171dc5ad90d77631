"""What the clock does about personal data: it proposes what is over its time; a person says yes or no."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.tasks import Task
from lantoa.personal_data import actions


def propose(at: dt.datetime) -> str:
    """What is older than its rule."""
    return _("%(n)s đề xuất xóa đang chờ quyết định.") % {"n": actions.propose(timezone.localdate(at))}


TASKS = [
    Task("personal_data.propose", gettext_lazy("Đề xuất xóa khi hết hạn lưu"), propose, at=dt.time(2, 0))
]
