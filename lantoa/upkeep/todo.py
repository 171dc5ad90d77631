"""What upkeep asks of an administrator today: a copy that is late. That the worker stopped stands above every page."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.todo import Todo
from lantoa.people.actors import Actor, keeps_lists
from lantoa.upkeep import queries, rules


def items(actor: Actor) -> Iterator[Todo]:
    """Nothing for whoever does not look after the installation."""
    if not (actor.may("upkeep.manage") and keeps_lists(actor)):
        return
    now, here = clock.now(), reverse("upkeep:index")
    copy = queries.last_copy()
    second = queries.last_second_copy()
    if rules.is_copy_late(second.at if second else None, now):
        note = _("Trong 26 giờ qua chưa có bản sao nào ở nơi thứ hai.")
        if rules.is_copy_late(copy.at if copy else None, now):
            note = _("Chưa có bản sao lưu nào trong 26 giờ qua.")
        press, minutes = _("Sao lưu ngay"), 3
        if copy is None and not queries.public_key():
            note = _("Làm ba việc một lần: tạo khóa và in ra giấy, khai nơi giữ bản sao ở đĩa khác, sao lưu.")
            press, minutes = _("Mở trang Vận hành"), 10
        yield Todo(_("Sao lưu dữ liệu"), here, press, minutes=minutes, due=actor.on, note=note)
    # Left from a time before another machine stood before this one, it is nobody's concern.
    if settings.OWN_CERTIFICATE and (ends := queries.ends_at()) and rules.is_near(ends, now):
        note = _(
            "Hết hạn ngày %(day)s. Khởi động lại Lan Tỏa là có chứng thư mới, điện thoại không phải cài lại."
        )
        words = note % {"day": f"{timezone.localtime(ends):%d/%m/%Y}"}
        yield Todo(_("Chứng thư của máy sắp hết hạn"), here, _("Xem"), minutes=2, due=actor.on, note=words)
