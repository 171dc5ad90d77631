"""What the clock does for people: what is kept for a while goes when its time is over."""

from __future__ import annotations

import datetime as dt

from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation import sealing
from lantoa.foundation.tasks import Task
from lantoa.people import actions, rules
from lantoa.people.models import OpenSession, ResetCode, Tries


def clear(at: dt.datetime) -> str:
    """Sessions that have ended; wrong tries, spent codes and the machines of sign-ins older than ninety days."""
    old = at - rules.RECORDS_KEPT
    sessions, _each = Session.objects.filter(expire_date__lt=at).delete()
    OpenSession.objects.filter(~Exists(Session.objects.filter(session_key=OuterRef("session_key")))).delete()
    tries, _each = Tries.objects.filter(last_at__lt=old).delete()
    codes, _each = ResetCode.objects.filter(expires_at__lt=old).delete()
    machines = sealing.clear_short_lived(old)
    said = _(
        "Đã xóa %(sessions)s phiên đã hết; quá 90 ngày: %(tries)s lần đếm thử sai, %(codes)s mã đặt lại, "
        "máy và địa chỉ của %(machines)s lần đăng nhập."
    )
    return said % {"sessions": sessions, "tries": tries, "codes": codes, "machines": machines}


def note_rights(at: dt.datetime) -> str:
    """What each role may do, where a new version changed it."""
    written = actions.note_rights(at)
    return (
        _("Quyền của các vai trò đã đổi; đã ghi vào lịch sử.")
        if written
        else _("Quyền của các vai trò như cũ.")
    )


TASKS = [
    Task("people.clear", gettext_lazy("Xóa phiên đã hết và dấu vết quá 90 ngày"), clear, at=dt.time(0, 30)),
    Task(
        "people.note_rights",
        gettext_lazy("Ghi quyền của các vai trò khi đổi"),
        note_rights,
        at=dt.time(0, 40),
    ),
]
