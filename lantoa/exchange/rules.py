"""Decisions about lists: no database, no clock."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput, Conflict

MOST_AT_ONCE = 3_000  # rows in one request; more is brought in part by part
UNDONE_FOR = dt.timedelta(hours=24)
AT_WORK_FOR = dt.timedelta(minutes=30)
KEPT_FOR = dt.timedelta(days=30)


def must_be_draft(state: str) -> None:
    """Conflict for a list that has been written, dropped or taken back."""
    if state != "draft":
        raise Conflict(_("Danh sách này đã nhập hoặc đã bỏ. Mở lại trang để xem."))


def must_be_undoable(state: str, done_at: dt.datetime | None, now: dt.datetime) -> None:
    """Conflict for what was not written or is taken back; BadInput when the day is over."""
    if state != "done" or done_at is None:
        raise Conflict(_("Danh sách này chưa nhập hoặc đã hoàn tác."))
    if now >= done_at + UNDONE_FOR:
        raise BadInput(_("Đã quá 24 giờ nên không hoàn tác được. Sửa từng dòng ở trang đơn vị, trang người."))


def must_have_something(count: int) -> None:
    """BadInput when no row would be written; too many rows at once are refused too."""
    if not count:
        raise BadInput(_("Không có dòng nào để nhập: mọi dòng đã có hoặc đang vướng."))
    if count > MOST_AT_ONCE:
        raise BadInput(_("Một lần nhập tối đa 3.000 dòng. Chia danh sách thành nhiều phần."))
