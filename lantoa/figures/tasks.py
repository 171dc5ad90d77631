"""What the clock does for figures: folds what nobody has folded yet, once a night compares sums with their records."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.figures import together
from lantoa.figures.folding import checking, folder, whole
from lantoa.foundation.tasks import Task


def fold(at: dt.datetime) -> str:
    """What is stale; everything where it was never counted, or is counted otherwise than before."""
    day = timezone.localtime(at).date()
    if folder.must_begin(day):
        return _("Đã cộng mới %(n)s số.") % {"n": folder.begin(at, day)}
    return _("Đã cộng lại số liệu của %(n)s đơn vị.") % {"n": folder.fold(at, day)}


def count_whole(at: dt.datetime) -> str:
    """What does not add up of large units, whoever waits longest first; the turn ends when others wait for theirs."""
    count = whole.count(together.counted_whole, A_TURN)
    return _("Đã đếm trọn %(n)s lượt đơn vị và kỳ.") % {"n": count}


def check_sums(at: dt.datetime) -> str:
    """What was missed does not stay missed: where a sum is wrong, everything is counted anew and the run names it.

    Where only what was counted whole is wrong, that alone is counted again, one after the other.
    """
    day = timezone.localtime(at).date()
    if not folder.is_begun():
        return _("Chưa có số cộng sẵn.")
    folder.fold(at, day)
    wrong = checking.first_wrong(day)
    if wrong is None:
        return _("Mọi số đang giữ đúng với bản ghi.")
    if isinstance(wrong, checking.WrongWhole):
        whole.begin(at, day, anew=False)
        return _("Đếm lại các số đếm trọn, vì có số chưa đúng: %(what)s") % {"what": wrong}
    count = folder.begin(at, day)
    return _("Đã cộng mới %(n)s số, vì có số chưa đúng: %(what)s") % {"n": count, "what": wrong}


A_TURN = 30  # seconds after which nothing new is begun; what was begun is ended, in a nation after minutes

TASKS = [
    Task("figures.fold", gettext_lazy("Cộng sẵn số liệu"), fold, every=dt.timedelta(minutes=5)),
    Task("figures.count_whole", gettext_lazy("Đếm trọn số liệu"), count_whole, every=dt.timedelta(minutes=2)),
    Task("figures.check_sums", gettext_lazy("So số cộng sẵn với bản ghi"), check_sums, at=dt.time(3, 0)),
]
