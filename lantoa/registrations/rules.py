"""Decisions about registrations: values in, answers out; no database, clock or request."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from lantoa.foundation.approval import Steps, step
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.working_days import working_day_after

DRAFT, SUBMITTED, RETURNED, APPROVED = "draft", "submitted", "returned", "approved"
WITHDRAWN = "withdrawn"
SUBMIT, RETURN, APPROVE, WITHDRAW = "submit", "return", "approve", "withdraw"
TAKE_BACK = "take_back"
ASSESSED, REMARKED, CLOSED = "assessed", "remarked", "closed"
ASSESS, REMARK, REPLY, CLOSE = "assess", "remark", "reply", "close"

STEPS = Steps(
    [
        step(SUBMIT, frm=[DRAFT, RETURNED], to=SUBMITTED),
        step(RETURN, frm=[SUBMITTED], to=RETURNED),
        step(APPROVE, frm=[SUBMITTED], to=APPROVED),
        # A slip of the finger: within ten minutes, while nothing was built on it.
        step(TAKE_BACK, frm=[APPROVED], to=SUBMITTED),
        # Only what somebody else typed: its owner says that it is not hers.
        step(WITHDRAW, frm=[SUBMITTED, RETURNED, APPROVED], to=WITHDRAWN),
    ]
)

YEAR_END_STEPS = Steps(
    [
        step(ASSESS, frm=[ASSESSED], to=ASSESSED),
        # May be mended until it is closed.
        step(REMARK, frm=[ASSESSED, REMARKED], to=REMARKED),
        step(REPLY, frm=[REMARKED], to=REMARKED),
        step(CLOSE, frm=[REMARKED], to=CLOSED),
    ]
)

OTHER = "other"
OPENS_IN_MONTH = 11  # provinces issue the plan for the next year in November
READ_WITHIN_DAYS = 7
SILENT_AFTER_DAYS = 90
CONFIRM_WITHIN_DAYS = 30
ANSWER_WITHIN_WORKING_DAYS = 5
MOST_PHOTOS = 5
LARGEST_TARGET = Decimal(10) ** 13
MOST_TASKS = (
    5  # "1–2 việc làm theo" is usual for a person and a year; a title with many duties may ask for more
)


def year_to_register(on: dt.date) -> int:
    """The year one registers for: from November on the next one."""
    return on.year + 1 if on.month >= OPENS_IN_MONTH else on.year


def open_years(on: dt.date) -> list[int]:
    """The years that may still be registered for, the usual one first."""
    return sorted({year_to_register(on), on.year}, reverse=True)


def deadline(year: int) -> dt.date:
    """The day by which individuals register: 31 January. What is sent later is marked late, not refused."""
    return dt.date(year, 1, 31)


@dataclass(frozen=True)
class Calendar:
    """The years that a unit may register for on a day: the usual ones, and what it or a unit above has opened.

    `opened` gives the deadline of each opened year, of the nearest unit that opened it.
    """

    on: dt.date
    opened: Mapping[int, dt.date]

    @property
    def years(self) -> list[int]:
        """The years that may be registered for, the usual one first."""
        ahead = [year for year in self.opened if year > self.on.year]
        usual, *rest = sorted({*open_years(self.on), *ahead}, reverse=True)
        return [usual, *rest]

    def deadline(self, year: int) -> dt.date:
        """The opened year's, else the usual 31 January."""
        return self.opened.get(year) or deadline(year)

    def is_late(self, year: int, on: dt.date) -> bool:
        """Whether sending on that day is after the deadline."""
        return on > self.deadline(year)

    def must_be_open(self, year: int) -> None:
        """BadInput for a year nobody registers for now."""
        if year not in self.years:
            years = _(" và ").join(str(one) for one in sorted(self.years))
            raise BadInput(_("Hiện chỉ đăng ký cho năm %(years)s. Chọn lại năm.") % {"years": years}, "year")


def answer_by(sent_on: dt.date) -> dt.date:
    """By when whoever receives a registration is asked to read it. A default of ours, no regulation sets it."""
    return sent_on + dt.timedelta(days=READ_WITHIN_DAYS)


def silent_since(on: dt.date) -> dt.date:
    """Work without a line since before this day is worth a question."""
    return on - dt.timedelta(days=SILENT_AFTER_DAYS)


def confirm_since(on: dt.date) -> dt.date:
    """What was typed for somebody before this day should have been confirmed. A default of ours."""
    return on - dt.timedelta(days=CONFIRM_WITHIN_DAYS)


def code_for(year: int, number: int) -> str:
    """ĐK-2027-000184. The number is the record's own, so that nobody waits for a counter."""
    return f"ĐK-{year}-{number:06d}"


def must_name_household(household: str) -> None:
    """A household is known by its head's name, as it was told."""
    if not household:
        raise BadInput(_("Ghi họ tên chủ hộ, đúng như gia đình tự xưng."), "household")


def must_open_years(may: bool) -> None:
    """A year is opened for a unit and everything below it by whoever looks after them."""
    if not may:
        raise NotAllowed(_("Kỳ đăng ký do cấp ủy cơ sở trở lên mở cho cả các chi bộ bên dưới."))


def must_be_a_stretch(year: int, opens_on: dt.date | None, closes_on: dt.date | None, on: dt.date) -> None:
    """A year that is to come or runs, opened before its deadline."""
    if not on.year <= year <= on.year + 1:
        raise BadInput(
            _("Chỉ mở cho năm %(now)s hoặc %(next)s.") % {"now": on.year, "next": on.year + 1}, "year"
        )
    if opens_on is None:
        raise BadInput(_("Nhập ngày mở, ví dụ 01/12/2026."), "opens_on")
    if closes_on is None:
        raise BadInput(_("Nhập hạn đăng ký, ví dụ 31/01/2027."), "deadline")
    if closes_on < opens_on:
        raise BadInput(_("Hạn đăng ký phải sau ngày mở."), "deadline")
    if not year - 1 <= closes_on.year <= year:
        raise BadInput(_("Hạn đăng ký quá xa năm %(year)s. Kiểm tra lại.") % {"year": year}, "deadline")


def must_keep_the_day(before: dt.date, opens_on: dt.date | None, sent: int) -> None:
    """Once somebody has sent, the day on which the year was opened stands; the deadline may still be moved."""
    if sent and opens_on != before:
        said = _("Đã có %(n)s bản gửi từ ngày mở %(day)s nên giữ ngày mở ấy; hạn vẫn đổi được.")
        raise BadInput(said % {"n": sent, "day": f"{before:%d/%m/%Y}"}, "opens_on")


def must_own(is_own: bool) -> None:
    """Only its owner writes a registration and records what was done."""
    if not is_own:
        raise NotAllowed(_("Chỉ người đăng ký mới viết và ghi kết quả vào bản này."))


def must_be_a_neighbour(is_one: bool) -> None:
    """One writes down only for the people of one's own cell."""
    if not is_one:
        raise NotAllowed(_("Chỉ ghi hộ cho người đang sinh hoạt trong chi bộ của đồng chí."))


def must_await_confirmation(awaits: bool) -> None:
    """What is the owner's own words, or has been confirmed, is not confirmed again."""
    if not awaits:
        raise Conflict(_("Bản này không còn gì phải xác nhận."))


def must_be_confirmed_somehow(
    day: dt.date | None, today: dt.date, *, on_paper: bool, has_paper: bool
) -> None:
    """Confirmed at a meeting that has been held, or by a signature that is attached."""
    if day is None:
        raise BadInput(_("Nhập ngày xác nhận, ví dụ 16/11/2026."), "on")
    if day > today:
        raise BadInput(_("Ngày xác nhận chưa đến. Ghi sau khi đã họp hoặc đã ký."), "on")
    if on_paper and not has_paper:
        raise BadInput(_("Đính kèm ảnh chụp hoặc tệp quét bản giấy có chữ ký."), "paper")


MOST_OPENED = 120  # papers of others in ten minutes


def must_read_slowly() -> None:
    """Conflict for who opens papers faster than anybody reads."""
    raise Conflict(
        _(
            "Đồng chí đã mở %(n)s bản của người khác trong 10 phút. Chờ 10 phút rồi đọc tiếp; đơn vị được báo việc này."
        )
        % {"n": MOST_OPENED}
    )


def must_be_second_hand(*, typed_it: bool, may_print: bool) -> None:
    """Who needs the agreement never holds the code: somebody else prints it and hands it over."""
    if typed_it:
        raise NotAllowed(
            _(
                "Đồng chí đã ghi hộ nên không giữ mã xác nhận. Bấm “Nhờ người khác in phiếu mã”, cấp ủy sẽ in và trao."
            )
        )
    if not may_print:
        raise NotAllowed(_("Đồng chí không in phiếu mã của bản này."))


def must_have_witnesses(found: int, *, are_possible: bool) -> None:
    """A word is vouched for by two people of the cell who are neither its owner nor its writer."""
    if found != 2:
        raise BadInput(_("Chọn hai người chứng kiến khác nhau."), "witness")
    if not are_possible:
        raise BadInput(
            _("Người chứng kiến là người trong chi bộ, không phải người ghi hay người được ghi hộ."),
            "witness",
        )


def plain_code(typed: str) -> str:
    """A code as it was given: capitals, without the blanks and dashes it was written with."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def written_code(code: str) -> str:
    """ "K7MX 4PQR": four and four, easier to read over a telephone."""
    return f"{code[:4]} {code[4:]}"


def plain_answer(typed: str) -> str:
    """The last four digits of what was typed: a year, or the end of a telephone number."""
    return "".join(sign for sign in typed if sign.isascii() and sign.isdigit())[-4:]


def answers_for(born_on: dt.date | None, phone: str) -> set[str]:
    """What shows that somebody is the owner: her year of birth, or how her telephone number ends."""
    end = plain_answer(phone)
    known = {end} if len(end) == 4 else set()
    return known | {str(born_on.year)} if born_on else known


def must_read_what_stands(*, same: bool) -> None:
    """Nobody says yes to words that were changed after she had read them."""
    if not same:
        raise Conflict(_("Nội dung vừa thay đổi. Đọc lại bản mới rồi hãy xác nhận."))


def must_open(*, live: bool) -> None:
    """A code that was spent, replaced or is too old opens nothing."""
    if not live:
        raise Conflict(_("Mã này không dùng được nữa. Xin mã mới từ chi bộ."))


def must_take_back(may: bool) -> None:
    """Only its owner takes back a line that was typed for her and that she has not confirmed herself."""
    if not may:
        raise NotAllowed(_("Chỉ người được ghi hộ mới bỏ dòng này, khi chưa tự xác nhận."))


def must_be_disownable(*, is_own: bool, is_on_behalf: bool, confirmed_herself: bool) -> None:
    """Only its owner takes back what somebody else typed, unless she has confirmed it herself."""
    if not is_own:
        raise NotAllowed(_("Chỉ người được ghi hộ mới rút bản này."))
    if not is_on_behalf or confirmed_herself:
        raise Conflict(_("Bản này do đồng chí tự gửi hoặc đã tự xác nhận nên không rút được."))


def year_end_opens(year: int) -> dt.date:
    """From 1 November one may say what came of the year."""
    return dt.date(year, OPENS_IN_MONTH, 1)


def asks_for_year_end(year: int, on: dt.date) -> bool:
    """Whether the year's end is a matter of today: from November until the end of the next March."""
    return year_end_opens(year) <= on < dt.date(year + 1, 4, 1)


def answer_remark_by(on: dt.date) -> dt.date:
    """Five working days after the remark, Tết and holidays not counted. A default of ours, no regulation sets it."""
    return working_day_after(on, ANSWER_WITHIN_WORKING_DAYS)


def must_be_year_end(year: int, on: dt.date) -> None:
    """Conflict before November of that year."""
    if on < year_end_opens(year):
        raise Conflict(_("Tự đánh giá năm %(year)s mở từ ngày 01/11/%(year)s.") % {"year": year})


def must_be_assessed(outcome: str, text: str, known: Sequence[str], order: int) -> None:
    """Every task has an answer; what was done, or begun, says what came of it."""
    if outcome not in known:
        raise BadInput(_("Chọn mức đã làm được của việc này."), f"outcome_{order}")
    if not text:
        raise BadInput(_("Ghi kết quả của việc này; chưa làm thì nêu vì sao."), f"text_{order}")


def must_conclude(conclusion: str, known: Sequence[str]) -> None:
    """A remark comes with what the meeting concluded."""
    if conclusion not in known:
        raise BadInput(_("Chọn kết luận của buổi họp."), "conclusion")


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


def must_be_past(day: dt.date, today: dt.date, year: int) -> None:
    """A line tells of what was done: not in the future, not long before the year it belongs to."""
    if day > today:
        raise BadInput(_("Ngày làm chưa đến. Nhập ngày hôm nay hoặc ngày trước đó."), "on")
    if day.year < year - 1:
        raise BadInput(
            _("Ngày làm quá xa so với bản đăng ký năm %(year)s. Kiểm tra lại năm.") % {"year": year}, "on"
        )


def must_be_few(count: int) -> None:
    """At most five photos a line."""
    if count > MOST_PHOTOS:
        raise BadInput(_("Chọn nhiều nhất %(n)s ảnh cho mỗi lần ghi.") % {"n": MOST_PHOTOS}, "photos")


def must_say_something(text: str, value: Decimal | None) -> None:
    """A line has words or a number, and numbers count upwards."""
    if not text and value is None:
        raise BadInput(_("Ghi một câu đã làm được gì, hoặc con số đạt thêm."), "text")
    if value is not None and value < 0:
        raise BadInput(_("Con số đạt thêm không thể nhỏ hơn 0."), "value")


@dataclass(frozen=True)
class Undertaking:
    """One task as it was read from the page: what, for which duty, how much, by when."""

    what: str
    tied_to: str = ""
    target_value: Decimal | None = None
    target_unit: str = ""
    product: str = ""
    due: dt.date | None = None
    solution: str = ""
    followed_by: str = ""
    shortcoming: int | None = None


def must_be_whole(tasks: Sequence[Undertaking]) -> None:
    """Every task says what; a target is a positive number of something."""
    if not tasks:
        raise BadInput(_("Hãy viết việc đồng chí sẽ làm."), "what")
    if len(tasks) > MOST_TASKS:
        raise BadInput(_("Mỗi năm đăng ký nhiều nhất %(n)s việc.") % {"n": MOST_TASKS}, "what")
    for task in tasks:
        if not task.what:
            raise BadInput(_("Hãy viết việc đồng chí sẽ làm."), "what")
        must_be_a_target(task.target_value, task.target_unit)


def must_mend_ones_own(tied: Iterable[int], known: Iterable[int]) -> None:
    """A task mends what its owner has to mend, nobody else's."""
    if not set(tied) <= set(known):
        raise BadInput(_("Hạn chế đã chọn không còn mở. Chọn lại hạn chế mà việc này khắc phục."), "what")


def must_be_a_target(value: Decimal | None, unit: str) -> None:
    """A target is a positive number and says of what."""
    if value is None:
        return
    if value <= 0:
        raise BadInput(_("Chỉ tiêu phải lớn hơn 0."), "target_value")
    if value >= LARGEST_TARGET:
        raise BadInput(_("Chỉ tiêu lớn quá. Kiểm tra lại con số và đơn vị tính."), "target_value")
    if not unit:
        raise BadInput(_("Ghi đơn vị tính của chỉ tiêu, ví dụ người, buổi, hồ sơ."), "target_unit")
