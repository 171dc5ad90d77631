"""The life of an inspection and of its twelve papers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Any

from django.utils.translation import gettext as _

from lantoa.foundation.approval import Steps, step
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.working_days import working_day_after
from lantoa.supervision.words import FilePaper, Kind, Presence, Status

OPEN, CONCLUDE, CONCLUDE_REGULAR, CLOSE, DROP = "open", "conclude", "conclude_regular", "close", "drop"
STEPS = Steps(
    [
        step(OPEN, frm=[Status.PLANNED], to=Status.OPEN),
        step(CONCLUDE, frm=[Status.OPEN], to=Status.CONCLUDED),
        # Regular oversight has no decision of its own and no file.
        step(CONCLUDE_REGULAR, frm=[Status.PLANNED], to=Status.CONCLUDED),
        step(CLOSE, frm=[Status.CONCLUDED], to=Status.CLOSED),
        step(DROP, frm=[Status.PLANNED], to=Status.DROPPED),
    ]
)
PAPERS = tuple(FilePaper)
LAUNCH_WITHIN, SELF_REPORT_WITHIN = (
    3,
    15,
)  # working days after signing; days after that, as is usual (domain §9)
STAGES = {
    FilePaper.PLAN: _("Đã ban hành kế hoạch"),
    FilePaper.LAUNCH: _("Đã triển khai"),
    FilePaper.SELF_REPORT: _("Đã nhận báo cáo của đơn vị"),
    FilePaper.WORK: _("Đang làm việc, xác minh"),
    FilePaper.CHECKING: _("Đang làm việc, xác minh"),
    FilePaper.RESULT: _("Đã có báo cáo kết quả"),
}


def first_deadlines(decided_on: dt.date) -> dict[str, dt.date]:
    """Which papers are due when, as the rules and custom say; the others get their day from whoever keeps the file."""
    launch = working_day_after(decided_on, LAUNCH_WITHIN)
    return {
        FilePaper.LAUNCH: launch,
        FilePaper.SELF_REPORT: launch + dt.timedelta(days=SELF_REPORT_WITHIN),
    }


def stage_of(status: str, done: Collection[str], *, to_mend: int, overdue: int) -> str:
    """How far it is, in the words of domain §9: by its status, the papers that are there, what is still to mend."""
    if status == Status.OPEN:
        reached = [kind for kind in PAPERS if kind in done and kind in STAGES]
        return STAGES[reached[-1]] if reached else _("Đã quyết định")
    if status == Status.CONCLUDED:
        if overdue:
            return _("Có việc khắc phục quá hạn")
        return _("Đang khắc phục") if to_mend else _("Đã kết luận")
    names = {
        Status.PLANNED: _("Trong chương trình"),
        Status.CLOSED: _("Đã lưu hồ sơ"),
        Status.DROPPED: _("Không tiến hành"),
    }
    return names[Status(status)]


def first_month_to_come(year: int, on: dt.date) -> int:
    """The first month of that year that is not over on the day; 13 when all are, 1 when none is."""
    return on.month if year == on.year else (13 if year < on.year else 1)


def must_plan(may: bool) -> None:
    """The committee's own programme is kept by its own people."""
    if not may:
        raise NotAllowed(_("Chương trình, hồ sơ này do nơi lập chương trình ghi. Đồng chí xem được."))


def must_be_programmed(year: int | None, on: dt.date) -> None:
    """This year's, the last one's or the next one's."""
    if year is None or abs(year - on.year) > 1:
        raise BadInput(_("Lập chương trình cho năm trước, năm nay hoặc năm sau."), "year")


def must_be_issued(number: str, issued_on: dt.date | None, on: dt.date) -> None:
    """A number and a day, or neither of them yet."""
    if issued_on and not number:
        raise BadInput(_("Nhập số, ký hiệu của chương trình, ví dụ 02-CTr/UBKT."), "number")
    if number and issued_on is None:
        raise BadInput(_("Nhập ngày ban hành, ví dụ 15/01/2026."), "issued_on")
    if issued_on and issued_on > on:
        raise BadInput(_("Ngày ban hành chưa đến. Kiểm tra lại ngày."), "issued_on")


def must_be_planned(
    *, kind: str, what: str, covers: tuple[dt.date | None, dt.date | None], month: int | None, is_led: bool
) -> None:
    """It says which kind, on what, in which month; the days it covers stand in order."""
    if kind not in Kind.values:
        raise BadInput(_("Chọn kiểm tra, giám sát chuyên đề hay giám sát thường xuyên."), "kind")
    if not what:
        raise BadInput(_("Ghi nội dung kiểm tra, giám sát: việc gì, ở đâu."), "what")
    if month is not None and not 1 <= month <= 12:
        raise BadInput(_("Tháng tiến hành là số từ 1 đến 12."), "month")
    first, last = covers
    if first and last and last < first:
        raise BadInput(_("Mốc kết thúc phải sau mốc bắt đầu."), "covers_to")
    if kind == Kind.REGULAR and not is_led:
        raise BadInput(_("Giám sát thường xuyên cần ghi ai theo dõi."), "led_by")


def must_be_below(*, is_below: bool, is_itself: bool, names_person: bool) -> None:
    """A committee inspects what stands below it; of its own unit, persons."""
    if is_below or (is_itself and names_person):
        return
    raise BadInput(
        _("Chọn đơn vị bên dưới. Với đơn vị của mình thì ghi tên đảng viên được kiểm tra, giám sát."), "unit"
    )


def must_be_led_by_another(*, is_subject: bool, is_of_the_unit: bool) -> None:
    """Who leads it is neither whom it is about nor of the unit it is about."""
    if is_subject:
        raise BadInput(_("Người phụ trách không thể là người được kiểm tra, giám sát."), "led_by")
    if is_of_the_unit:
        raise BadInput(_("Người phụ trách không thuộc đơn vị được kiểm tra, giám sát."), "led_by")


def must_be_decided(number: str, decided_on: dt.date | None, on: dt.date) -> None:
    """A decision with its number, signed by today."""
    if not number:
        raise BadInput(_("Nhập số quyết định, ví dụ 57-QĐ/UBKT."), "decision_number")
    if decided_on is None:
        raise BadInput(_("Nhập ngày quyết định, ví dụ 02/11/2026."), "decided_on")
    if decided_on > on:
        raise BadInput(_("Ngày quyết định chưa đến. Kiểm tra lại ngày."), "decided_on")


def must_be_there(done_on: dt.date | None, decided_on: dt.date | None, on: dt.date) -> None:
    """A paper that is there has a day, not before the decision and not to come."""
    if done_on is None:
        raise BadInput(_("Nhập ngày của tài liệu, ví dụ 16/11/2026."), "done_on")
    if done_on > on:
        raise BadInput(_("Ngày của tài liệu chưa đến. Kiểm tra lại ngày."), "done_on")
    if decided_on and done_on < decided_on:
        raise BadInput(_("Tài liệu của hồ sơ có từ ngày quyết định trở đi."), "done_on")


def must_send(*, may: bool, is_open: bool) -> None:
    """The unit inspected sends its own report, while the inspection is under way."""
    if not may:
        raise NotAllowed(_("Báo cáo này do đơn vị, đảng viên được kiểm tra, giám sát gửi."))
    if not is_open:
        raise Conflict(_("Cuộc này chưa mở hoặc đã kết luận."))


def must_be_concluded(
    text: str, number: str, concluded_on: dt.date | None, begun_on: dt.date | None, on: dt.date
) -> None:
    """A conclusion says something, on a day after it was begun; of what was decided it has a number."""
    if not text:
        raise BadInput(_("Ghi kết luận: ưu điểm, hạn chế, yêu cầu."), "conclusion")
    if begun_on and not number:
        raise BadInput(_("Nhập số thông báo kết luận, ví dụ 12-TB/UBKT."), "conclusion_number")
    if concluded_on is None:
        raise BadInput(_("Nhập ngày kết luận, ví dụ 04/12/2026."), "concluded_on")
    if concluded_on > on:
        raise BadInput(_("Ngày kết luận chưa đến. Kiểm tra lại ngày."), "concluded_on")
    if begun_on and concluded_on < begun_on:
        raise BadInput(_("Ngày kết luận phải sau ngày quyết định."), "concluded_on")


def must_be_ready_to_close(*, missing: Collection[str], to_mend: int) -> None:
    """Every paper is there or is said not to be made, and everything was mended."""
    if missing:
        raise Conflict(
            _("Hồ sơ còn thiếu: %(papers)s. Ghi tài liệu hoặc ghi vì sao không lập rồi mới lưu.")
            % {"papers": "; ".join(missing)}
        )
    if to_mend:
        raise Conflict(_("Còn %(n)s việc chưa được xác nhận đã khắc phục.") % {"n": to_mend})


def must_say_why(why: str, field: str = "why") -> None:
    """Dropped, not made, drawn again, taken back only with a reason."""
    if not why:
        raise BadInput(_("Ghi rõ lý do; đơn vị được kiểm tra, giám sát đọc được lý do đó."), field)


def must_be_unbegun(status: str) -> None:
    """What is decided is not rewritten."""
    if status != Status.PLANNED:
        raise Conflict(_("Cuộc này đã tiến hành, không sửa trong chương trình nữa."))


def must_have_a_file(kind: str) -> None:
    """Regular oversight has no decision of its own."""
    if kind == Kind.REGULAR:
        raise Conflict(_("Giám sát thường xuyên không có quyết định riêng; ghi thẳng kết quả giám sát."))


def is_under_way(status: str) -> bool:
    """The papers of a file are written between its decision and its putting away."""
    return status in (Status.OPEN, Status.CONCLUDED)


def must_be_under_way(status: str) -> None:
    """Conflict before the file was opened, and once it was put away."""
    if not is_under_way(status):
        raise Conflict(_("Hồ sơ này chưa mở hoặc đã lưu."))


def must_be_alive(status: str) -> None:
    """Remedies are written before the file is put away."""
    if status in (Status.CLOSED, Status.DROPPED):
        raise Conflict(_("Cuộc này đã kết thúc, không ghi thêm việc khắc phục."))


def must_be_there_still(is_there: bool) -> None:
    """Of two who take it out at once the second is told."""
    if not is_there:
        raise Conflict(_("Việc này đã được bỏ khỏi dự thảo."))


def must_be_a_draft(is_draft: bool) -> None:
    """What was issued stands among the shortcomings."""
    if not is_draft:
        raise Conflict(_("Việc này đã có hiệu lực, theo dõi tại mục Hạn chế cần khắc phục."))


def must_fall_due_later(due: dt.date | None, decided_on: dt.date | None) -> None:
    """No paper is due before the decision."""
    if due and decided_on and due < decided_on:
        raise BadInput(_("Hạn của tài liệu phải từ ngày quyết định trở đi."), "due")


def must_report_something(text: str, *, has_file: bool) -> None:
    """Words or a file."""
    if not text and not has_file:
        raise BadInput(_("Viết báo cáo vào ô hoặc chọn tệp báo cáo đã ký."), "text")


def must_stand(stands: bool) -> None:
    """Nothing follows from what was taken back."""
    if not stands:
        raise Conflict(_("Ghi chép này đã được rút lại."))


def must_be_unconcluded(*, is_regular: bool, status: str) -> None:
    """What was decided, or regular oversight, is concluded once."""
    if not STEPS.may(CONCLUDE_REGULAR if is_regular else CONCLUDE, status):
        raise Conflict(_("Cuộc này chưa mở theo quyết định, hoặc đã kết luận."))


def how_far(papers: Iterable[Any]) -> dict[str, int]:
    """How many papers are there, are not made, are waited for."""
    states = [paper.presence for paper in papers]
    return {state: states.count(state) for state in Presence.values}
