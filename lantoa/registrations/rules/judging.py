"""Who may change a paper, and who gives her word on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.registrations.rules.steps import APPROVED, DRAFT, RETURNED
from lantoa.registrations.rules.tasks import OTHER


def must_own(is_own: bool) -> None:
    """Only its owner writes a registration and records what was done."""
    if not is_own:
        raise NotAllowed(_("Chỉ người đăng ký mới viết và ghi kết quả vào bản này."))


def must_take_back(may: bool) -> None:
    """Only its owner takes back a line that was typed for her and that she has not confirmed herself."""
    if not may:
        raise NotAllowed(_("Chỉ người được ghi hộ mới bỏ dòng này, khi chưa tự xác nhận."))


def must_be_editable(status: str) -> None:
    """Conflict once it has been sent: what someone is reading does not change under her eyes."""
    if status not in (DRAFT, RETURNED):
        raise Conflict(_("Bản này đã gửi nên không sửa được nữa. Xem bản đã gửi ở mục “Của tôi”."))


def must_judge(*, may: bool, reaches: bool, is_own: bool) -> None:
    """Nobody judges their own; others only with the right and within reach."""
    if is_own:
        raise NotAllowed(_("Đồng chí không tự duyệt bản của mình. Bản này do cấp trên trực tiếp duyệt."))
    if not may or not reaches:
        raise NotAllowed(_("Bản này do cấp khác duyệt. Đồng chí xem được nhưng không duyệt."))


def must_say_why(reasons: Sequence[str], note: str, known: Sequence[str]) -> None:
    """A paper is never sent back without a reason; "khác" is spelled out."""
    if not reasons or any(reason not in known for reason in reasons):
        raise BadInput(_("Chọn ít nhất một lý do trả lại."), "reasons")
    if OTHER in reasons and not note:
        raise BadInput(_("Đã chọn “khác” thì ghi rõ lý do ở ô bên dưới."), "note")


def must_name_meeting(meeting_on: dt.date | None, minutes_number: str, on: dt.date) -> None:
    """A click records what a meeting decided: its date, not in the future, and the number of its minutes."""
    if meeting_on is None:
        raise BadInput(_("Nhập ngày họp đã thông qua, ví dụ 16/11/2026."), "meeting_on")
    if meeting_on > on:
        raise BadInput(_("Ngày họp chưa đến. Duyệt sau khi đã họp."), "meeting_on")
    if not minutes_number:
        raise BadInput(_("Nhập số biên bản của buổi họp đã thông qua."), "minutes_number")


def must_be_under_way(status: str) -> None:
    """Results are recorded on what was agreed to."""
    if status != APPROVED:
        raise Conflict(_("Bản này chưa được duyệt nên chưa ghi kết quả được."))
