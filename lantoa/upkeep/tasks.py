"""What the clock does for upkeep: keep a copy, look whether the data is whole, forget old runs."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation import heard, sealing
from lantoa.foundation.errors import Conflict
from lantoa.foundation.models import Event
from lantoa.foundation.numbers import show
from lantoa.foundation.tasks import Task
from lantoa.upkeep import actions, queries, rules
from lantoa.upkeep.models import Checked, TaskRun

# The worker looks each second by itself; this is for whoever was cut off in between.
HEARING = dt.timedelta(minutes=5)


def seal(at: dt.datetime) -> str:
    """What has happened since the last seal."""
    made = sealing.seal(at)
    return _("Đã niêm phong %(n)s sự kiện.") % {"n": made.size} if made else _("Không có sự kiện mới.")


def hear(at: dt.datetime) -> str:
    """What has happened since each room last heard; Conflict, with the name of the first that stands still."""
    told, stuck = heard.hear_all()
    if stuck:
        raise Conflict(_("“%(what)s” dừng ở một việc, xem nhật ký máy chủ.") % {"what": stuck[0].label})
    return _("Đã nghe %(n)s việc mới.") % {"n": told}


def keep(at: dt.datetime) -> str:
    """A copy, whatever happened since the last one."""
    made = actions.keep(at)
    return _("%(name)s, %(rows)s dòng, ghi ở %(n)s nơi.") % {
        "name": made.name,
        "rows": show(made.rows),
        "n": len(made.places),
    }


def keep_while_writing(at: dt.datetime) -> str:
    """A copy where something was written since the last one; nothing to do before there is a key."""
    last = queries.last_copy()
    if not queries.public_key():
        return _("Chưa có khóa sao lưu.")
    if last and not Event.objects.filter(at__gt=last.at).exists():
        return _("Không có gì mới từ bản sao trước.")
    return keep(at)


def check_data(at: dt.datetime) -> str:
    """Every check; Conflict, with the first sentence that is not true."""
    found = queries.kept_checks(actions.check_data(at))
    if wrong := [one for one in found if one.count]:
        raise Conflict(
            _("%(n)s điều chưa đúng: %(first)s") % {"n": len(wrong), "first": wrong[0].check.sentence}
        )
    return _("%(n)s điều đều đúng.") % {"n": len(found)}


def forget(at: dt.datetime) -> str:
    """Runs older than thirty days, and what checks of the data found then; the last of them stays."""
    gone, _each = TaskRun.objects.filter(started_at__lt=at - rules.RUNS_KEPT).delete()
    last = Checked.objects.first()
    Checked.objects.filter(at__lt=at - rules.RUNS_KEPT).exclude(pk=last.pk if last else 0).delete()
    return _("Đã xóa %(n)s lần chạy cũ.") % {"n": gone}


TASKS = [
    Task("history.seal", gettext_lazy("Niêm phong lịch sử"), seal, every=sealing.EVERY),
    Task(heard.TASK, gettext_lazy("Báo việc mới cho các phòng chức năng"), hear, every=HEARING),
    Task("upkeep.keep", gettext_lazy("Sao lưu hằng đêm"), keep, at=dt.time(1, 30)),
    Task(
        "upkeep.keep_while_writing",
        gettext_lazy("Sao lưu khi có việc mới"),
        keep_while_writing,
        every=dt.timedelta(minutes=15),
    ),
    Task("upkeep.check_data", gettext_lazy("Kiểm tra dữ liệu"), check_data, at=dt.time(2, 30)),
    Task("upkeep.forget", gettext_lazy("Xóa nhật ký chạy nền cũ"), forget, at=dt.time(3, 0)),
]
