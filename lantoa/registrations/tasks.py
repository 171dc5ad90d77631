"""What the clock does for registrations: decisions about the tree take effect on their day."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.tasks import Task
from lantoa.organisation.models import Reorganisation, Unit
from lantoa.registrations.actions import indexing

# So long may the worker have stood still without a change being passed over.
LOOK_BACK = dt.timedelta(days=31)


def follow_the_tree(at: dt.datetime) -> str:
    """Papers of units that a decision of these weeks has moved are compared where they now belong."""
    today = timezone.localtime(at).date()
    lately = Reorganisation.objects.filter(effective_on__gt=today - LOOK_BACK, effective_on__lte=today)
    units = Unit.objects.filter(reorganisations__in=lately).distinct()
    return _("Đã chuyển nhóm so sánh cho %(n)s bản đăng ký.") % {"n": indexing.follow_the_tree(units, today)}


TASKS = [
    Task(
        "registrations.pools",
        gettext_lazy("So giống nhau theo tổ chức mới"),
        follow_the_tree,
        at=dt.time(0, 15),
    )
]
