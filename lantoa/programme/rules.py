"""Decisions about plans and the programme's own data: no database, no clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.utils.translation import gettext as _

from lantoa.foundation.approval import Steps, step
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.text import fold
from lantoa.people.rules import falls_due
from lantoa.programme.models import Plan

# Names in one sending: each is looked up by itself.
MOST_NAMES = 100
DRAFT, SUBMITTED, ISSUED, REVIEWED, SUMMED_UP, CLOSED = Plan.Status.values
SUBMIT, RETURN, ISSUE, REVIEW, SUM_UP, CLOSE = "submit", "return", "issue", "review", "sum_up", "close"
LIFE = Steps(
    [
        step(SUBMIT, frm=[DRAFT], to=SUBMITTED),
        step(RETURN, frm=[SUBMITTED], to=DRAFT),
        step(ISSUE, frm=[SUBMITTED], to=ISSUED),
        step(REVIEW, frm=[ISSUED], to=REVIEWED),
        step(SUM_UP, frm=[ISSUED, REVIEWED], to=SUMMED_UP),
        step(CLOSE, frm=[SUMMED_UP], to=CLOSED),
    ]
)


def must_edit(in_reach: bool) -> None:
    """What superiors gave is read here, not changed."""
    if not in_reach:
        raise NotAllowed(
            _("Nội dung này do cấp trên hoặc đơn vị khác ban hành. Đồng chí chỉ sửa được của đơn vị mình.")
        )


def must_keep_settings(keeps_lists: bool) -> None:
    """The programme's name, pillars and legal bases are kept by those who act for the whole installation."""
    if not keeps_lists:
        raise NotAllowed(
            _("Tên chương trình, nội dung trụ cột và căn cứ do cấp cao nhất trong hệ thống cập nhật.")
        )


def must_keep_the_list(keeps_lists: bool) -> None:
    """What others propose for a list is answered by who keeps it."""
    if not keeps_lists:
        raise NotAllowed(_("Đơn vị giữ danh mục trả lời đề nghị này."))


def must_be_unanswered(answered_on: dt.date | None) -> None:
    """A proposal is answered once; Conflict afterwards."""
    if answered_on is not None:
        raise Conflict(_("Đề nghị này đã có người trả lời. Tải lại trang để xem."))


def must_say_why_not(agreed: bool, answer: str) -> None:
    """What is not taken over is answered with a reason."""
    if not agreed and not answer:
        raise BadInput(_("Ghi lý do chưa nhận, để nơi đề nghị biết."), "answer")


def must_be_draft(status: str) -> None:
    """Only a draft is rewritten; what was issued stays as it was signed."""
    if status != DRAFT:
        raise BadInput(_("Chỉ sửa được bản nháp. Kế hoạch đã trình phải được trả lại trước khi sửa."))


def must_name_a_document(number: str, issued_on: dt.date | None) -> None:
    """An issued paper has a number and a date."""
    if not number:
        raise BadInput(_("Nhập số, ký hiệu của văn bản đã ký, ví dụ 12-KH/ĐU."), "number")
    must_be_dated(issued_on)


def must_be_dated(issued_on: dt.date | None) -> dt.date:
    """The day on the paper; BadInput without one."""
    if issued_on is None:
        raise BadInput(_("Nhập ngày ban hành ghi trên văn bản đã ký."), "issued_on")
    return issued_on


def must_leave_time(lower_by: dt.date | None, issued_on: dt.date) -> None:
    """Who is asked for a plan is asked by a day after the superior's own."""
    if lower_by is not None and lower_by <= issued_on:
        raise BadInput(_("Hạn cho cấp dưới phải sau ngày ban hành kế hoạch này."), "lower_by")


def must_leave_time_to_answer(answer_by: dt.date, issued_on: dt.date, asks: str) -> None:
    """Who is asked to do something is told what, and by a day after the document's own."""
    if answer_by <= issued_on:
        raise BadInput(_("Hạn thực hiện phải sau ngày ban hành văn bản."), "answer_by")
    if not asks:
        raise BadInput(_("Ghi yêu cầu cấp dưới làm gì trước hạn này."), "asks")


def must_replace_ones_own(is_own: bool, is_earlier: bool) -> None:
    """Whoever issued a document replaces it by a later one; what it asked is asked no more, of anybody."""
    if not is_own:
        raise BadInput(
            _("Chỉ nơi ban hành mới thay thế văn bản của mình. Chọn văn bản của đơn vị."), "replaces"
        )
    if not is_earlier:
        raise BadInput(_("Văn bản bị thay thế phải ban hành trước văn bản này."), "replaces")


def must_be_asked(is_asked: bool) -> None:
    """Only the units directly below the one that issued it answer a document."""
    if not is_asked:
        raise NotAllowed(_("Văn bản này không yêu cầu đơn vị của đồng chí báo thực hiện."))


ON_TIME, LATE, OVERDUE, WAITED_FOR, BEFORE = "on_time", "late", "overdue", "waited_for", "before"


def how_issued(
    issued_on: dt.date | None, lower_by: dt.date, today: dt.date, since: dt.date | None = None
) -> str:
    """Whether the plan that a superior asked for came on time, late, not though its day has passed, or not yet.

    BEFORE where that day had passed when the office began (`since`), unless a paper of before tells of it.
    """
    if issued_on is not None and issued_on <= lower_by:
        return ON_TIME
    if not falls_due(lower_by, since) and (issued_on is None or falls_due(issued_on, since)):
        return BEFORE
    if issued_on is not None:
        return LATE
    return OVERDUE if today > lower_by else WAITED_FOR


def must_not_lie_ahead(day: dt.date, today: dt.date, field: str) -> None:
    """What is recorded as done cannot bear a date to come."""
    if day > today:
        raise BadInput(_("Ngày này chưa đến. Kiểm tra lại ngày ghi trên văn bản."), field)


def must_follow(day: dt.date, earlier: dt.date, field: str) -> None:
    """What ends does not end before it began."""
    if day < earlier:
        said = _("Ngày này trước ngày bắt đầu, %(day)s. Kiểm tra lại ngày.") % {"day": f"{earlier:%d/%m/%Y}"}
        raise BadInput(said, field)


def must_be_running(starts: dt.date, ends: dt.date | None, day: dt.date) -> None:
    """One joins a movement while it runs: from its first day on, and before it is over."""
    must_follow(day, starts, "joined_on")
    if ends is not None and day >= ends:
        raise BadInput(
            _("Phong trào đã kết thúc trước ngày này. Nhập ngày đơn vị bắt đầu tham gia."), "joined_on"
        )


def must_be_among(party_members: int | None, persons: int | None) -> None:
    """Party members are part of those who take part: the whole is told first, and is not the smaller."""
    if party_members is None:
        return
    if persons is None:
        raise BadInput(
            _("Ghi tổng số người tham gia trước, rồi ghi trong đó có bao nhiêu đảng viên."), "persons"
        )
    if party_members > persons:
        raise BadInput(
            _("Số đảng viên nhiều hơn tổng số người tham gia. Kiểm tra lại hai số."), "party_members"
        )


def must_still_take_part(left_on: dt.date | None) -> None:
    """Nobody is named of a unit that has left."""
    if left_on is not None:
        raise BadInput(_("Đơn vị đã thôi tham gia. Ghi tham gia lại nếu đơn vị trở lại phong trào."))


def names_in(text: str, field: str) -> list[str]:
    """One name a line; blank lines are skipped."""
    names = [line.strip() for line in text.splitlines() if line.strip()]
    if not names:
        raise BadInput(_("Ghi ít nhất một người, mỗi dòng một họ tên."), field)
    if len(names) > MOST_NAMES:
        said = _("Mỗi lần ghi nhiều nhất %s người. Chia phần còn lại sang lần sau.")
        raise BadInput(said % MOST_NAMES, field)
    return names


def must_be_counted(named: int, persons: int | None, field: str) -> None:
    """No more stand by name than the unit says take part; where it has not said, the names are what is known."""
    if persons is not None and named > persons:
        said = _(
            "Có tên %(named)s người, nhiều hơn số người tham gia đơn vị ghi (%(persons)s). Sửa số người trước."
        )
        raise BadInput(said % {"named": named, "persons": persons}, field)


def code_of(name: str, known: Iterable[tuple[str, str]]) -> str:
    """The code of a pillar: the one it had before under the same name, else made from the name."""
    before = {fold(old): code for code, old in known}
    return before.get(fold(name)) or fold(name).replace(" ", "-")[:40]
