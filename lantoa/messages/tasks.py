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


def remind(at: dt.datetime) -> str:
    """What falls due; quiet hours and days are no failure."""
    return _("Đã nhắc %(n)s người.") % {"n": actions.remind(at)}


def put_letters(at: dt.datetime) -> str:
    """The digest of the week and what waits; without a server for letters nothing is put."""
    words = {"digests": actions.put_digests(at), "waiting": actions.put_waiting(at)}
    return _("Đã xếp %(digests)s thư tổng hợp, %(waiting)s thư việc chờ cho ý kiến.") % words


def send(at: dt.datetime) -> str:
    """What is to be tried now."""
    sent, failed = actions.send_due(at)
    return _("Gửi được %(sent)s, chưa được %(failed)s.") % {"sent": sent, "failed": failed}


TASKS = [
    Task(
        "messages.letters",
        gettext_lazy("Xếp thư tổng hợp, thư việc chờ"),
        put_letters,
        every=dt.timedelta(hours=1),
    ),
    Task("messages.send", gettext_lazy("Gửi thư đã xếp"), send, every=dt.timedelta(minutes=5)),
    Task(
        "messages.remind", gettext_lazy("Nhắc việc sắp đến hạn, quá hạn"), remind, every=dt.timedelta(hours=1)
    ),
    Task("messages.forget", gettext_lazy("Xóa thông báo cũ hơn 13 tháng"), forget, at=dt.time(3, 15)),
]
