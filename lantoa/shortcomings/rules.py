"""Decisions about shortcomings: values in, answers out; no database, clock or request."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _

from lantoa.foundation.approval import Steps, step
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.shortcomings.words import Status

REPORT, SEND_BACK, VERIFY, REOPEN, WITHDRAW = "report", "send_back", "verify", "reopen", "withdraw"
STEPS = Steps(
    [
        step(REPORT, frm=[Status.OPEN], to=Status.REPORTED),
        step(SEND_BACK, frm=[Status.REPORTED], to=Status.OPEN),
        step(VERIFY, frm=[Status.REPORTED], to=Status.VERIFIED),
        step(REOPEN, frm=[Status.VERIFIED], to=Status.OPEN),
        step(WITHDRAW, frm=[Status.OPEN], to=Status.WITHDRAWN),
    ]
)
NEAR_DAYS = 14


def near_until(on: dt.date) -> dt.date:
    """A deadline up to this day is near. A default of ours, no regulation sets it."""
    return on + dt.timedelta(days=NEAR_DAYS)


def must_write(may: bool) -> None:
    """One writes of oneself, or, with the right, of one's unit and of the people it follows."""
    if not may:
        raise NotAllowed(
            _("Đồng chí ghi hạn chế của mình; của đơn vị và đảng viên thì do người phụ trách nơi ấy ghi.")
        )


def must_be_found(finding: str, found_on: dt.date | None, deadline: dt.date | None, on: dt.date) -> None:
    """It says what, was found by today, and is due after it was found."""
    if not finding:
        raise BadInput(_("Ghi rõ hạn chế cần khắc phục."), "finding")
    if found_on is None:
        raise BadInput(_("Nhập ngày nêu ra, ví dụ 16/11/2026."), "found_on")
    if found_on > on:
        raise BadInput(_("Ngày nêu ra chưa đến. Kiểm tra lại ngày."), "found_on")
    if deadline is None:
        raise BadInput(_("Nhập hạn khắc phục, ví dụ 31/03/2027."), "deadline")
    if deadline < found_on:
        raise BadInput(_("Hạn khắc phục phải sau ngày nêu ra."), "deadline")


def must_mend(may: bool) -> None:
    """Who mends it says so; the secretary says it for a member of her cell who cannot sign in."""
    if not may:
        raise NotAllowed(
            _("Người được giao khắc phục báo kết quả. Chỉ báo hộ đảng viên trong chi bộ chưa có tài khoản.")
        )


def must_say_what_was_done(done: str, mended_on: dt.date | None, found_on: dt.date, on: dt.date) -> None:
    """What was done, on a day after it was found and not to come."""
    if not done:
        raise BadInput(_("Ghi đã làm gì để khắc phục."), "done")
    if mended_on is None:
        raise BadInput(_("Nhập ngày khắc phục xong, ví dụ 16/11/2026."), "mended_on")
    if mended_on > on:
        raise BadInput(_("Ngày khắc phục xong chưa đến. Báo sau khi đã làm xong."), "mended_on")
    if mended_on < found_on:
        raise BadInput(_("Ngày khắc phục xong phải sau ngày nêu ra."), "mended_on")


def must_verify(*, may: bool, is_another: bool) -> None:
    """Somebody other than the one it is about, who mends it, or who reported it."""
    if not is_another:
        raise NotAllowed(_("Đồng chí không tự xác nhận việc mình khắc phục. Người khác kiểm tra, xác nhận."))
    if not may:
        raise NotAllowed(_("Nơi theo dõi hạn chế này kiểm tra, xác nhận. Đồng chí xem được nhưng không ghi."))


def must_be_a_later_meeting(
    held_on: dt.date | None, *, mended_on: dt.date | None, found_at: dt.date | None
) -> None:
    """The meeting that verifies is held when it was mended, and later than the one that found it."""
    if held_on is None:
        return
    if (mended_on and held_on < mended_on) or (found_at and held_on <= found_at):
        raise BadInput(_("Chọn buổi họp sau ngày khắc phục xong, khác buổi đã nêu hạn chế."), "meeting")


def must_be_due_again(deadline: dt.date | None, on: dt.date) -> None:
    """What is reopened gets a new deadline."""
    if deadline is None:
        raise BadInput(_("Nhập hạn khắc phục mới, ví dụ 31/03/2027."), "deadline")
    if deadline < on:
        raise BadInput(_("Hạn khắc phục mới phải từ hôm nay trở đi."), "deadline")


def must_say_why(why: str, field: str = "why") -> None:
    """Sent back or taken out only with a reason."""
    if not why:
        raise BadInput(_("Ghi rõ lý do để người được nêu biết."), field)


def must_be_about_one(is_about: bool) -> None:
    """The right of reply belongs to whom it is about."""
    if not is_about:
        raise NotAllowed(_("Chỉ người, đơn vị được nêu mới ghi ý kiến vào đây."))


def must_still_stand(status: str) -> None:
    """What was written by mistake needs no answer."""
    if status == Status.WITHDRAWN:
        raise Conflict(_("Nội dung này đã rút vì ghi nhầm."))
