"""What the clock does for whoever types: drafts that nobody came back to go when their time is over."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.entry import drafts
from lantoa.foundation.tasks import Task


def forget_drafts(at: dt.datetime) -> str:
    """Drafts untouched for sixty days with their files, and the keys of forms sent before that."""
    return _("Đã xóa %(n)s bản nháp bỏ quên quá 60 ngày.") % {"n": drafts.forget_old(at)}


TASKS = [
    Task("portal.drafts", gettext_lazy("Xóa bản nháp bỏ quên quá 60 ngày"), forget_drafts, at=dt.time(0, 45))
]
