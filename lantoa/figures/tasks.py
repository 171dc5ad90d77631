"""What the clock does for figures: folds what nobody has folded yet, and once a night counts everything anew."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.figures.folding import checking, folder
from lantoa.foundation.tasks import Task


def fold(at: dt.datetime) -> str:
    """What is stale; everything where it was never counted, or is counted otherwise than before."""
    day = timezone.localtime(at).date()
    if folder.must_begin(day):
        return _("Đã cộng mới %(n)s số.") % {"n": folder.begin(at, day)}
    return _("Đã cộng lại số liệu của %(n)s đơn vị.") % {"n": folder.fold(at, day)}


def fold_anew(at: dt.datetime) -> str:
    """Whatever was missed does not stay missed; the first sum that was wrong is named in the run."""
    day = timezone.localtime(at).date()
    if not folder.is_needed(day):
        return _("Chưa cần cộng sẵn số liệu.")
    folder.fold(at, day)
    wrong = checking.first_wrong(day)
    count = folder.begin(at, day)
    if wrong:
        return _("Đã cộng mới %(n)s số. Trước đó có số chưa đúng: %(what)s") % {"n": count, "what": wrong}
    return _("Đã cộng mới %(n)s số; số đang giữ đều đúng.") % {"n": count}


TASKS = [
    Task("figures.fold", gettext_lazy("Cộng sẵn số liệu"), fold, every=dt.timedelta(minutes=5)),
    Task("figures.fold_anew", gettext_lazy("Cộng lại toàn bộ số liệu"), fold_anew, at=dt.time(3, 0)),
]
