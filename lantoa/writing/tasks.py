"""What the clock does for texts: the day's frequencies, for every pool."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.tasks import Task
from lantoa.writing import actions
from lantoa.writing.models import Pool


def count_texts(at: dt.datetime) -> str:
    """A snapshot of each pool; a second one on the same day changes nothing."""
    day, keys = timezone.localtime(at).date(), Pool.objects.order_by("pk").values_list("key", flat=True)
    for key in keys:
        actions.take_snapshot(key, day)
    return _("Đã đếm %(n)s nhóm so sánh.") % {"n": len(keys)}


TASKS = [
    Task("writing.count_texts", gettext_lazy("Đếm tần suất để so giống nhau"), count_texts, at=dt.time(1, 0))
]
