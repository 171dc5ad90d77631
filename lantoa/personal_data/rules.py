"""Decisions about personal data: values in, answers out; no database, clock or request."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from lantoa.foundation.approval import Steps, step
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.working_days import working_day_after
from lantoa.personal_data.words import OPEN as STILL_OPEN
from lantoa.personal_data.words import IncidentStatus, Kind, Opening, ProposalStatus, Status

CLOSE = "close"
INCIDENT_STEPS = Steps([step(CLOSE, frm=[IncidentStatus.OPEN], to=IncidentStatus.CLOSED)])
CARRY_OUT, DECLINE = "carry_out", "decline"
RETENTION_STEPS = Steps(
    [
        step(CARRY_OUT, frm=[ProposalStatus.WAITING], to=ProposalStatus.DONE),
        step(DECLINE, frm=[ProposalStatus.WAITING], to=ProposalStatus.DECLINED),
    ]
)
TAKE, FINISH, REFUSE, WITHDRAW = "take", "finish", "refuse", "withdraw"
STEPS = Steps(
    [
        step(TAKE, frm=[Status.RECEIVED], to=Status.ANSWERING),
        step(FINISH, frm=STILL_OPEN, to=Status.DONE),
        step(REFUSE, frm=STILL_OPEN, to=Status.REFUSED),
        step(WITHDRAW, frm=STILL_OPEN, to=Status.WITHDRAWN),
    ]
)

OPEN, END = "open", "end"
OPENING_STEPS = Steps(
    [
        step(OPEN, frm=[Opening.WAITING], to=Opening.OPEN),
        step(REFUSE, frm=[Opening.WAITING], to=Opening.REFUSED),
        step(END, frm=[Opening.WAITING, Opening.OPEN], to=Opening.ENDED),
    ],
    field="state",
)


def due_after(day: dt.date, days: int | None, *, working: bool) -> dt.date | None:
    """The last day of a term of so many days, working ones or all; `day` itself is not counted. None without a term."""
    if days is None:
        return None
    return working_day_after(day, days) if working else day + dt.timedelta(days=days)


def must_ask_something(text: str, field: str = "text") -> None:
    """BadInput without a word of what is asked."""
    if not text:
        raise BadInput(_("Ghi rõ đồng chí yêu cầu điều gì."), field)


def must_be_handed_over(day: dt.date, today: dt.date) -> None:
    """BadInput for a paper that was not handed over yet."""
    if day > today:
        raise BadInput(_("Ngày nhận giấy chưa đến. Ghi ngày đã nhận."), "asked_on")


def must_name_who_took_it(name: str) -> None:
    """BadInput without who took the paper."""
    if not name:
        raise BadInput(_("Ghi họ tên người đã nhận giấy."), "received_by")


def must_answer_others(*, may: bool, is_own: bool) -> None:
    """Who answers has the right to, and never to her own request."""
    if is_own:
        raise NotAllowed(_("Không ai tự trả lời yêu cầu của mình; người phụ trách khác trả lời."))
    if not may:
        raise NotAllowed(_("Người phụ trách bảo vệ dữ liệu của đơn vị trả lời yêu cầu này."))


def must_be_ones_own(*, is_own: bool) -> None:
    """Only who asked takes it back."""
    if not is_own:
        raise NotAllowed(_("Chỉ người gửi rút được yêu cầu của mình."))


def must_give_reason(text: str, field: str = "answer") -> None:
    """An answer in words, whatever it is: it is read by who asked."""
    if not text:
        raise BadInput(_("Ghi câu trả lời; người gửi đọc nguyên văn."), field)


def must_be_extended_once(*, is_open: bool, was_extended: bool, days: int | None) -> None:
    """A term is made longer once, while the request is open, where there is a rule how long."""
    if not is_open or was_extended:
        raise Conflict(_("Mỗi yêu cầu chỉ gia hạn một lần, khi còn đang giải quyết."))
    if days is None:
        raise Conflict(_("Chưa đặt thời gian gia hạn cho loại yêu cầu này ở trang Hạn trả lời."))


def must_keep_terms(*, heads_the_tree: bool) -> None:
    """Terms hold for the whole installation: who answers for all of it keeps them."""
    if not heads_the_tree:
        raise NotAllowed(_("Hạn trả lời dùng chung; người phụ trách ở đơn vị cao nhất giữ."))


def must_say_where(basis: str, text: str) -> None:
    """BadInput for a basis without the paper in which it stands; "not determined" needs none."""
    if basis != "unset" and not text:
        raise BadInput(_("Ghi văn bản, điều, khoản làm căn cứ; chưa rõ thì chọn “chưa xác định”."), "text")


def must_answer_for_unit(*, may: bool) -> None:
    """Who answers for personal data in the unit writes down what went wrong there."""
    if not may:
        raise NotAllowed(_("Người phụ trách bảo vệ dữ liệu của đơn vị ghi sự cố này."))


def hours_after(at: dt.datetime, hours: int | None) -> dt.datetime | None:
    """The moment so many hours later; None where it is not known how many."""
    return None if hours is None else at + dt.timedelta(hours=hours)


def must_be_noticed_by_now(at: dt.datetime, now: dt.datetime) -> None:
    """BadInput for what would be noticed in the future."""
    if at > now:
        raise BadInput(_("Lúc phát hiện chưa đến. Kiểm tra lại ngày, giờ."), "noticed_on")


def must_be_told_after(at: dt.datetime, noticed: dt.datetime, now: dt.datetime) -> None:
    """BadInput for a notice before the incident was noticed, or yet to come."""
    if at > now:
        raise BadInput(_("Lúc báo chưa đến. Ghi sau khi đã báo."), "on")
    if at < noticed:
        raise BadInput(_("Lúc báo trước lúc phát hiện sự cố. Kiểm tra lại ngày, giờ."), "on")


def must_not_be_closed(*, is_open: bool) -> None:
    """A closed incident is not written in any more."""
    if not is_open:
        raise Conflict(_("Sự cố này đã kết thúc nên không ghi thêm."))


def must_be_to_erase(kind: str) -> None:
    """Only who asked to be erased is."""
    if kind != Kind.ERASE:
        raise Conflict(_("Yêu cầu này không phải yêu cầu xóa dữ liệu."))


def must_choose_parts(parts: Sequence[str], *, has_left: bool, when_left: Iterable[str]) -> None:
    """BadInput without a part, and for what a member still needs to be one."""
    if not parts:
        raise BadInput(_("Chọn ít nhất một phần để xóa; không xóa phần nào thì trả lời lý do."), "parts")
    if not has_left and set(parts) & set(when_left):
        raise BadInput(
            _(
                "Người này còn sinh hoạt hoặc giữ chức vụ: chưa xóa được họ tên, tài khoản. Bỏ chọn hai phần ấy."
            ),
            "parts",
        )


def months_before(day: dt.date, months: int) -> dt.date:
    """The same day so many months earlier; the last of its month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def must_ask_to_open(*, may: bool, is_own: bool) -> None:
    """Who keeps accounts and reads no contents asks; of oneself there is nothing to ask."""
    if is_own:
        raise NotAllowed(
            _("Dữ liệu của mình thì xem ở trang Hệ thống biết gì về tôi, không cần mở khẩn cấp.")
        )
    if not may:
        raise NotAllowed(_("Người quản trị đề nghị mở khẩn cấp."))


def must_open_something(parts: Sequence[str], reason: str) -> None:
    """BadInput without a part, and without a reason."""
    if not parts:
        raise BadInput(_("Chọn phần cần mở."), "parts")
    if not reason:
        raise BadInput(_("Ghi lý do; người có dữ liệu được mở đọc nguyên văn."), "reason")


def must_lie_in_reach(*, reaches: bool) -> None:
    """NotAllowed for a person of a unit out of reach."""
    if not reaches:
        raise NotAllowed(_("Người này sinh hoạt ở đơn vị ngoài phạm vi của đồng chí."))


def must_give_the_second_word(*, may: bool) -> None:
    """NotAllowed but for who decides in the unit or above it."""
    if not may:
        raise NotAllowed(_("Cấp ủy, thường trực ở đơn vị ấy hoặc cấp trên trả lời đề nghị này."))


def must_be_one_of_the_two(*, is_one: bool) -> None:
    """NotAllowed but for who asked and who agreed."""
    if not is_one:
        raise NotAllowed(_("Người đề nghị hoặc người đã đồng ý đóng lần mở này."))


def must_be_open_for(*, is_asker: bool, is_open: bool) -> None:
    """NotAllowed for anybody but who asked; Conflict when its time is over."""
    if not is_asker:
        raise NotAllowed(_("Chỉ người đề nghị đọc được phần đã mở."))
    if not is_open:
        raise Conflict(_("Lần mở này chưa được đồng ý, đã hết giờ hoặc đã đóng. Còn cần thì đề nghị lại."))
