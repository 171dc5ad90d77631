"""Decisions about lists: no database, no clock."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _

from lantoa.foundation.approval import Steps, step
from lantoa.foundation.errors import BadInput, Conflict
from lantoa.foundation.exchange import AT_ONCE

DRAFT, RUNNING, DONE, UNDONE, DROPPED = "draft", "running", "done", "undone", "dropped"
MEND, BRING_IN, DROP, UNDO = "mend", "bring_in", "drop", "undo"
START, END, GIVE_BACK = "start", "end", "give_back"

STEPS = Steps(
    [
        step(MEND, frm=[DRAFT], to=DRAFT),
        step(BRING_IN, frm=[DRAFT], to=DONE),
        # A long one: by a process of its own, which gives it back when it is refused or fails.
        step(START, frm=[DRAFT], to=RUNNING),
        step(END, frm=[RUNNING], to=DONE),
        step(GIVE_BACK, frm=[RUNNING], to=DRAFT),
        step(DROP, frm=[DRAFT], to=DROPPED),
        step(UNDO, frm=[DONE], to=UNDONE),
    ],
    field="state",
)

# A long list that goes out: a file is made of it by a process of its own.
FINISH, FAIL, AGAIN, READY, FAILED = "finish", "fail", "again", "ready", "failed"
OUT = Steps(
    [
        step(FINISH, frm=[RUNNING], to=READY),
        step(FAIL, frm=[RUNNING], to=FAILED),
        step(AGAIN, frm=[FAILED], to=RUNNING),
    ],
    field="state",
)

IN_THE_REQUEST = 500  # so many rows are written while the browser waits; more by a process of its own
OUT_IN_THE_REQUEST = AT_ONCE
FILE_KEPT_FOR = dt.timedelta(
    hours=24
)  # then whoever asked for it asks anew: what she may read may be less by then
DEAD_AFTER = dt.timedelta(minutes=10)  # the longest list takes one
UNDONE_FOR = dt.timedelta(hours=24)
AT_WORK_FOR = dt.timedelta(minutes=30)
KEPT_FOR = dt.timedelta(days=30)


def must_be_draft(state: str) -> None:
    """Conflict for a list that has been written, dropped or taken back."""
    if not STEPS.may(MEND, state):
        raise Conflict(_("Danh sách này đã nhập hoặc đã bỏ. Mở lại trang để xem."))


def must_be_undoable(state: str, done_at: dt.datetime | None, now: dt.datetime) -> None:
    """Conflict for what was not written or is taken back; BadInput when the day is over."""
    if not STEPS.may(UNDO, state) or done_at is None:
        raise Conflict(_("Danh sách này chưa nhập hoặc đã hoàn tác."))
    if now >= done_at + UNDONE_FOR:
        raise BadInput(_("Đã quá 24 giờ nên không hoàn tác được. Sửa từng dòng ở trang đơn vị, trang người."))


def must_be_running(state: str) -> None:
    """Conflict for a list that no process was asked to bring in, or that is in already."""
    if not STEPS.may(END, state):
        raise Conflict(_("Danh sách này không chờ nhập nữa. Mở lại trang để xem."))


def has_died(phase_at: dt.datetime | None, now: dt.datetime) -> bool:
    """Whether the process that brings a list in has not been heard of for too long; what it wrote is rolled back."""
    return phase_at is None or now - phase_at > DEAD_AFTER


def must_have_something(count: int) -> None:
    """BadInput when no row would be written."""
    if not count:
        raise BadInput(_("Không có dòng nào để nhập: mọi dòng đã có hoặc đang vướng."))
