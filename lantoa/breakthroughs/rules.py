"""Decisions about breakthroughs: no database, no clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.breakthroughs.words import (
    APPRAISING,
    APPROVED,
    BEFORE_APPROVAL,
    CLOSED,
    DRAFT,
    IN_FORCE,
    MEND,
    PENDING,
    REFUSED,
    RETURNED,
    RUNNING,
    SUBMITTED,
    UNDER_WAY,
    WAITING,
    WITHDRAWN,
    WRITABLE,
)
from lantoa.foundation.approval import Steps, step
from lantoa.foundation.dates import Period, show_date
from lantoa.foundation.errors import BadInput

__all__ = [
    "APPRAISING",
    "APPROVED",
    "BEFORE_APPROVAL",
    "CLOSED",
    "DRAFT",
    "IN_FORCE",
    "MEND",
    "PENDING",
    "REFUSED",
    "RETURNED",
    "RUNNING",
    "SUBMITTED",
    "UNDER_WAY",
    "WAITING",
    "WITHDRAWN",
    "WRITABLE",
]

STEPS = Steps(
    [
        step("submit", frm=WRITABLE, to=SUBMITTED),
        step("submit_for_appraisal", frm=WRITABLE, to=APPRAISING),
        step("appraise", frm=[APPRAISING], to=SUBMITTED),
        step("withdraw", frm=WAITING, to=WITHDRAWN),
        step("return", frm=[SUBMITTED], to=RETURNED),
        step("approve", frm=[SUBMITTED], to=APPROVED),
        # A slip of the finger: within ten minutes, while nothing was built on it.
        step("take_back", frm=[APPROVED], to=SUBMITTED),
        step("start", frm=[APPROVED], to=RUNNING),
        step("close", frm=UNDER_WAY, to=CLOSED),
    ]
)

AMENDMENT_STEPS = Steps(
    [
        step("amend", frm=[PENDING], to=IN_FORCE),
        step("take_back", frm=[IN_FORCE], to=PENDING),
        step("refuse", frm=[PENDING], to=REFUSED),
        step("withdraw", frm=[PENDING], to=WITHDRAWN),
    ]
)

# The ready sentences of a return; "khác" is written out.
RETURN_REASONS = (
    gettext_lazy("chưa nêu rõ việc cụ thể"),
    gettext_lazy("chưa nêu rõ vấn đề khó, bức xúc"),
    gettext_lazy("chưa có chỉ tiêu cụ thể"),
    gettext_lazy("chưa có thời hạn"),
    gettext_lazy("chưa gắn nhiệm vụ"),
)

# A quarter is reported from half a month before it ends until ten days after; later is late, never refused.
OPENS_BEFORE = dt.timedelta(days=15)
DUE_AFTER = dt.timedelta(days=10)


def must_be_complete(written: Mapping[str, Any]) -> None:
    """What is sent to a committee names the problem and what will be there at the end. BadInput otherwise."""
    for field, sentence in (
        ("statement", _("Viết nội dung đột phá trong một câu: làm gì, ở đâu.")),
        ("problem", _("Nêu vấn đề khó, bức xúc phải giải quyết, kèm số liệu nếu có.")),
        ("solution", _("Nêu cách làm: ai làm, bằng cách nào.")),
    ):
        if not written.get(field):
            raise BadInput(sentence, field)
    if written.get("target_value") is None and not written.get("product"):
        raise BadInput(_("Nêu số phải đạt hoặc sản phẩm phải có khi kết thúc."), "target_value")
    must_name_the_unit_of_value(written)


def must_name_the_unit_of_value(written: Mapping[str, Any]) -> None:
    """A number says what it counts."""
    numbered = written.get("target_value") is not None or written.get("start_value") is not None
    if numbered and not written.get("unit_of_value"):
        raise BadInput(_("Ghi đơn vị tính của con số, ví dụ hồ sơ, hộ, %."), "unit_of_value")


def must_end_after_start(starts: dt.date, ends: dt.date) -> None:
    """Half-open dates."""
    if ends <= starts:
        raise BadInput(_("Ngày phải đạt đích phải sau ngày bắt đầu."), "ends")


def must_name_the_document(
    number: str, day: dt.date | None, today: dt.date, *, day_field: str = "approved_on"
) -> None:
    """A click is a record, not a decision: the paper of the body that decided has a number and a date."""
    if not number:
        raise BadInput(_("Ghi số văn bản duyệt, ví dụ 31-TB/TU."), "document_number")
    if day is None:
        raise BadInput(_("Ghi ngày của văn bản duyệt."), day_field)
    if day > today:
        raise BadInput(_("Ngày văn bản duyệt ở sau hôm nay. Kiểm tra lại ngày."), day_field)


def must_give_a_reason(reason: str) -> None:
    """A returned paper always carries a reason."""
    if not reason:
        raise BadInput(_("Ghi lý do trả lại để đồng chí đăng ký biết phải sửa chỗ nào."), "reason")


def must_say_what_to_mend(opinion: str, text: str) -> None:
    """An opinion "đề nghị sửa" says what."""
    if opinion == MEND and not text:
        raise BadInput(_("Ghi rõ cần sửa chỗ nào."), "text")


def must_not_meet(days: Sequence[dt.date]) -> None:
    """One milestone a day."""
    if twice := next((day for day in days if days.count(day) > 1), None):
        raise BadInput(_("Có hai mốc cùng ngày %(day)s. Gộp thành một mốc.") % {"day": show_date(twice)})


def must_change_something(before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """An amendment that changes nothing is not one."""
    if before == after:
        raise BadInput(_("Chưa sửa chỗ nào so với bản đã duyệt."))


def must_keep_what_is_reported(
    starts: dt.date, ends: dt.date, quarters: Iterable[tuple[int, int]], years: Iterable[int]
) -> None:
    """A new time still holds every quarter reported and every year assessed."""
    known = quarters_between(starts, ends)
    for one in sorted(quarters):
        if one not in known:
            raise BadInput(
                _("Đã ghi kết quả %(quarter)s; thời hạn mới phải gồm cả quý ấy.")
                % {"quarter": quarter_period(*one).label},
                "last_day",
            )
    for year in sorted(years):
        if not starts.year <= year <= (ends - dt.timedelta(days=1)).year:
            raise BadInput(
                _("Đã đánh giá năm %(year)s; thời hạn mới phải gồm cả năm ấy.") % {"year": year}, "last_day"
            )


def must_say_what_is_stuck(state: str, obstacle: str) -> None:
    """A quarter that is not on track says what is stuck and who could free it."""
    if state != "on_track" and not obstacle:
        raise BadInput(_("Nêu vướng mắc và cần ai gỡ."), "obstacle")


def must_say_why_not_done(result: str, text: str) -> None:
    """ "Chưa hoàn thành" says why."""
    if result == "not_done" and not text:
        raise BadInput(_("Nêu vì sao chưa hoàn thành."), "text")


def way_gone(start: Decimal | None, target: Decimal | None, now: Decimal | None) -> Decimal | None:
    """Per cent of the way from start to target, up or down; None when it cannot be said. Not cut at 0 or 100."""
    if start is None or target is None or now is None or start == target:
        return None
    share = (now - start) * 100 / (target - start)
    return share.quantize(Decimal(1), rounding=ROUND_HALF_UP)


def quarter_of(day: dt.date) -> tuple[int, int]:
    """(year, quarter) that the day lies in."""
    return day.year, (day.month - 1) // 3 + 1


def quarter_period(year: int, quarter: int) -> Period:
    """The three months."""
    return Period.months(year, quarter * 3 - 2, 3)


def quarters_between(starts: dt.date, ends: dt.date) -> list[tuple[int, int]]:
    """Every quarter that the half-open time touches, in order."""
    (year, quarter), last = quarter_of(starts), quarter_of(ends - dt.timedelta(days=1))
    found = []
    while (year, quarter) <= last:
        found.append((year, quarter))
        year, quarter = (year + 1, 1) if quarter == 4 else (year, quarter + 1)
    return found


def opens_on(year: int, quarter: int) -> dt.date:
    """From when a quarter may be reported."""
    return quarter_period(year, quarter).last_day - OPENS_BEFORE


def due_on(year: int, quarter: int) -> dt.date:
    """Until when a quarter should be reported."""
    return quarter_period(year, quarter).last_day + DUE_AFTER


def open_quarters(starts: dt.date, ends: dt.date, today: dt.date) -> list[tuple[int, int]]:
    """The quarters of that time which may be reported today."""
    return [one for one in quarters_between(starts, ends) if opens_on(*one) <= today]


def latest_open_quarter(today: dt.date) -> tuple[int, int]:
    """The quarter that people are asked about today: 16/11/2026 → (2026, 3), 20/12/2026 → (2026, 4)."""
    year, quarter = quarter_of(today)
    if opens_on(year, quarter) <= today:
        return year, quarter
    return (year - 1, 4) if quarter == 1 else (year, quarter - 1)
