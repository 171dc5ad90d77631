"""What the clock does for rounds: decisions about the tree take effect on their day."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.tasks import Task
from lantoa.rounds import actions
from lantoa.rounds.models import Round


def follow_the_tree(at: dt.datetime) -> str:
    """Every open round asks whoever stands there today."""
    found = list(Round.objects.open().select_related("unit"))
    for one in found:
        actions.follow_the_tree(one, timezone.localtime(at).date())
    return _("Đã xem lại %(n)s kỳ số liệu.") % {"n": len(found)}


TASKS = [Task("rounds.tree", gettext_lazy("Kỳ số liệu theo tổ chức mới"), follow_the_tree, at=dt.time(0, 20))]
