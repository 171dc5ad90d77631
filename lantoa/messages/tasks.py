"""What the clock does for messages."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.tasks import Task
from lantoa.messages import actions


def forget(at: dt.datetime) -> str:
    """Messages older than thirteen months."""
    return _("Đã xóa %(n)s thông báo cũ.") % {"n": actions.forget_old(at)}


TASKS = [Task("messages.forget", gettext_lazy("Xóa thông báo cũ hơn 13 tháng"), forget, at=dt.time(3, 15))]
