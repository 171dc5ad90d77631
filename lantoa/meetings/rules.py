"""Decisions about meetings: what must be said, what is only warned of. No database, no clock."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.dates import ROMAN, Period
from lantoa.foundation.dates import read_time as read_time
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.text import fold, given_name, lower_first
from lantoa.meetings.models import Meeting
from lantoa.people.presence import ABSENT, DOUBTFUL, UNEXCUSED
from lantoa.people.rules import falls_due

REGULAR, THEMATIC, FLAG, BOARD, CONFERENCE = Meeting.Kind.values
# Chỉ thị 50-CT/TW (23/7/2025) and Hướng dẫn 42-HD/BTCTW (28/10/2025), both seen at second hand.
DURATION_RULE_SINCE = dt.date(2025, 7, 23)
ENOUGH_MINUTES, LONG_MINUTES, MANY_MEMBERS = 90, 120, 30
HANDBOOK_RULE_SINCE = dt.date(2025, 10, 28)
DAYS_TO_POST = 2
USUAL_DAY = 3  # HD 37-HD/BTGDVTW: "đúng ngày mồng 3"
MOST_PEOPLE, MOST_MINUTES = 1_000_000, 24 * 60

# The first is what a tick alone says; whoever knows more chooses more.
REASONS = {
    "other": (True, gettext_lazy("có lý do")),
    "ill": (True, gettext_lazy("ốm")),
    "work": (True, gettext_lazy("đi công tác")),
    "family": (True, gettext_lazy("việc gia đình")),
    "none": (False, gettext_lazy("không lý do")),
}


@dataclass(frozen=True)
class Held:
    """The meeting that decided something: the day it was held, the number of its minutes; its key if it is recorded."""

    held_on: dt.date
    minutes_number: str
    meeting_id: int | None = None


@dataclass(frozen=True)
class Task:
    """One line of a conclusion: the words as written, and who does it by when if the line says so."""

    what: str
    owner_id: int | None = None
    due: dt.date | None = None


MARK = re.compile(r"^(?:[-–•+*]|\d{1,2}[.)])\s+")
DAY_IN_LINE = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?(?![/\d])")
CALLED = re.compile(r"(?:đồng chí|đ/c|đ\.c)\s+(\w+)", re.IGNORECASE)


def read_tasks(text: str, people: dict[str, int], held_on: dt.date) -> list[Task]:
    """The lines of a conclusion as things to do. `people` are full names, and who bears them.

    A name in full, or "đồng chí Hà" where only one is called so, says whose it is; the last day in the line its
    deadline, in the year after the meeting where the day has passed. What says neither has neither.
    """
    lines = [MARK.sub("", line.strip()).strip() for line in text.splitlines()]
    return [Task(line[:500], _owner_in(line, people), _day_in(line, held_on)) for line in lines if line]


def _owner_in(line: str, people: dict[str, int]) -> int | None:
    folded = fold(line)
    in_full = [key for name, key in people.items() if re.search(rf"\b{re.escape(fold(name))}\b", folded)]
    if in_full:
        return in_full[0] if len(in_full) == 1 else None
    called = {fold(word) for word in CALLED.findall(line)}
    found = [key for name, key in people.items() if fold(given_name(name)) in called]
    return found[0] if len(found) == 1 else None


def _day_in(line: str, held_on: dt.date) -> dt.date | None:
    for day, month, year in reversed(DAY_IN_LINE.findall(line)):
        with suppress(ValueError):
            said = dt.date(int(year or held_on.year), int(month), int(day))
            return said if year or said >= held_on else said.replace(year=said.year + 1)
    return None


def must_be_to_come(day: dt.date, today: dt.date) -> None:
    """A day is registered before it; what was held is recorded."""
    if day < today:
        raise BadInput(_("Ngày này đã qua. Ghi buổi sinh hoạt đã họp thay vì đăng ký lịch."), "held_on")


# Scoring: what the cell gives itself


def must_be_within(points: Mapping[str, Decimal | None], lines: Iterable[Mapping[str, Any]]) -> None:
    """Each criterion has its points, none above its most."""
    for line in lines:
        given = points.get(line["code"])
        if given is None:
            raise BadInput(_("Nhập điểm chi bộ tự chấm."), line["code"])
        if not 0 <= given <= line["most"]:
            raise BadInput(_("Điểm mục này từ 0 đến %(most)s.") % {"most": line["most"]}, line["code"])


def total_of(points: Mapping[str, Decimal], *, has_theme: bool, thematic: int, is_scaled: bool) -> Decimal:
    """The sum, to two places. In a month without a theme its points do not count: the most is so much less, or the rest
    is brought to a hundred where the local rule says so.
    """
    most = Decimal(100 if has_theme else 100 - thematic)
    total = min(sum(points.values(), Decimal(0)), most)
    if is_scaled:
        total = total * 100 / most
    return total.quantize(Decimal("0.01"), ROUND_HALF_UP)


def band_of(total: Decimal, bands: Iterable[tuple[int, str]]) -> str:
    """The first band whose least the total reaches; `bands` run from the best down."""
    return next(code for least, code in bands if total >= least)


@dataclass(frozen=True)
class Absence:
    """Someone who was due and did not come."""

    person_id: int
    with_reason: bool = True
    reason: str = ""


def absence(person_id: int, code: str) -> Absence:
    """An absence for one of the reasons offered; an unknown code is "another reason"."""
    with_reason, words = REASONS.get(code, REASONS["other"])
    return Absence(person_id, with_reason, str(words))


def code_of(with_reason: bool, reason: str) -> str:
    """The reason offered that says the same."""
    for code, (excused, words) in REASONS.items():
        if excused == with_reason and str(words) == reason:
            return code
    return "other" if with_reason else "none"


# How a row of the paper sheet is read: absent with a reason, without one, not clear. Also their names in an address.
CLEAR_EMPTY, CLEAR_TICK = "empty", "ticked"


def said_on_paper(with_reason: str, without: str) -> str:
    """What the two boxes of a row say together; empty for somebody who was there. Both ticked is not clear."""
    both = (with_reason, without)
    if both == (CLEAR_EMPTY, CLEAR_EMPTY):
        return ""
    if both == (CLEAR_TICK, CLEAR_EMPTY):
        return ABSENT
    return UNEXCUSED if both == (CLEAR_EMPTY, CLEAR_TICK) else DOUBTFUL


def reason_in_words(code: str) -> str:
    """The reason of that code; empty for none."""
    return str(REASONS[code][1]) if code in REASONS else ""


def must_be_the_only_file(is_second: bool) -> None:
    """A meeting has one file of minutes; another takes its place only by the page that shows both."""
    if is_second:
        raise BadInput(
            _(
                "Buổi này đã có tệp biên bản gửi từ máy khác. Bỏ tệp ở đây rồi gửi; cần thay thì sửa ở trang buổi họp."
            ),
            "file",
        )


Said = Mapping[str, str]  # box → what was typed into it; "reason:<person>" → why she was absent


def merged(kept: Said, sent: Said) -> tuple[dict[str, str], dict[str, str]]:
    """Two recordings of one meeting: (what is recorded now, what of the second stands beside it, box by box).

    What only one of them says is recorded; what both say alike is said once; where they differ the first stays.
    An absent person nobody ticked elsewhere is absent: not ticking says nothing.
    """
    said = {box: value for box, value in sent.items() if value}
    now = dict(kept) | {box: value for box, value in said.items() if not kept.get(box)}
    return now, {box: value for box, value in said.items() if now[box] != value}


def must_edit(in_reach: bool) -> None:
    """Another unit's meeting is not recorded here."""
    if not in_reach:
        raise NotAllowed(_("Buổi sinh hoạt này của đơn vị khác. Đồng chí chỉ ghi được cho đơn vị mình."))


def must_have_been_held(held_on: dt.date, today: dt.date) -> None:
    """A meeting is recorded on its day or after it."""
    if held_on > today:
        raise BadInput(_("Ngày họp chưa đến. Ghi buổi sinh hoạt sau khi họp."), "held_on")


def must_be_sayable(meeting: Meeting) -> None:
    """What the table would refuse is asked about first, in words."""
    if (meeting.kind == THEMATIC or meeting.combined) and not meeting.topic:
        raise BadInput(_("Ghi tên chuyên đề đã sinh hoạt."), "topic")
    if meeting.kind == CONFERENCE and not meeting.topic:
        raise BadInput(_("Ghi tên hội nghị, ví dụ: Sơ kết 6 tháng đầu năm 2026."), "topic")
    if meeting.minutes is not None and not 0 < meeting.minutes <= MOST_MINUTES:
        raise BadInput(_("Nhập thời lượng bằng phút, ví dụ 90."), "minutes")
    for field in ("present", "members", "guests", "opinions"):
        if (getattr(meeting, field) or 0) > (30_000 if field == "opinions" else MOST_PEOPLE):
            raise BadInput(_("Số này lớn quá. Kiểm tra lại."), field)
    if meeting.kind in (REGULAR, THEMATIC) and not meeting.members:
        raise BadInput(
            _("Chi bộ chưa có danh sách đảng viên cho ngày này. Nhập tổng số đảng viên phải dự."), "members"
        )
    came = meeting.present or 0
    if meeting.kind != FLAG and came > meeting.members and not meeting.attendance_note:
        raise BadInput(
            _(
                "Số có mặt (%(present)s) nhiều hơn số đảng viên phải dự (%(members)s). "
                "Kiểm tra lại, hoặc ghi rõ vì sao."
            )
            % {"present": came, "members": meeting.members},
            "attendance_note",
        )


def minutes_needed(kind: str, members: int, combined: bool) -> int | None:
    """How long such a meeting lasts at least; None when no rule says so."""
    if kind != REGULAR:
        return None
    return LONG_MINUTES if combined or members >= MANY_MEMBERS else ENOUGH_MINUTES


def conference_name(topic: str) -> str:
    """ "Hội nghị sơ kết 6 tháng", whether its name begins with that word or not."""
    return topic if fold(topic).startswith("hoi nghi") else f"Hội nghị {lower_first(topic)}"


def lines_of(text: str) -> list[str]:
    """The lines that say something, without the marks people put before them."""
    return [said for line in text.splitlines() if (said := MARK.sub("", line.strip()).strip())]


def warnings(meeting: Meeting, *, regular_this_month: bool, today: dt.date) -> list[str]:
    """Sentences for the one who records: reminders, never refusals."""
    found = []
    needed = minutes_needed(meeting.kind, meeting.members, meeting.combined)
    short = needed and meeting.minutes is not None and meeting.minutes < needed
    if short and meeting.held_on >= DURATION_RULE_SINCE:
        found.append(
            _("Buổi họp dài %(minutes)s phút, quy định ít nhất %(needed)s phút (Chỉ thị 50-CT/TW).")
            % {"minutes": meeting.minutes, "needed": needed}
        )
    if meeting.kind == THEMATIC and not regular_this_month:
        found.append(
            _("Tháng này chưa ghi buổi thường kỳ. Sinh hoạt chuyên đề không thay cho sinh hoạt thường kỳ.")
        )
    if meeting.absent_without_reason:
        found.append(_("Có %(n)s đảng viên vắng không lý do.") % {"n": meeting.absent_without_reason})
    if must_still_be_posted(meeting, today):
        found.append(_("Chưa ghi việc đăng kết quả lên Sổ tay đảng viên điện tử; hạn 2 ngày sau buổi họp."))
    return found


def to_be_posted_by(meeting: Meeting) -> dt.date:
    """Two days after the meeting, or after it was recorded here where that was later: nothing is born overdue."""
    return max(meeting.held_on, timezone.localtime(meeting.recorded_at).date()) + dt.timedelta(
        days=DAYS_TO_POST
    )


def waits_to_be_posted(meeting: Meeting) -> bool:
    """Whether the results of a members' meeting belong on the handbook and are not there."""
    return (
        meeting.kind in (REGULAR, THEMATIC)
        and meeting.posted_to_handbook_at is None
        and meeting.held_on >= HANDBOOK_RULE_SINCE
    )


def must_still_be_posted(meeting: Meeting, today: dt.date) -> bool:
    """Whether the results of a members' meeting should be on the handbook by now and are not."""
    return waits_to_be_posted(meeting) and today > meeting.held_on + dt.timedelta(days=DAYS_TO_POST)


def quarter_of(day: dt.date) -> Period:
    """The calendar quarter of a day."""
    return Period.months(day.year, (day.month - 1) // 3 * 3 + 1, 3)


def quarter_name(period: Period) -> str:
    """ "quý IV"."""
    return f"quý {ROMAN[period.starts.month // 3 + 1]}"


def gaps(held: Iterable[dt.date], today: dt.date, since: dt.date | None = None) -> list[dt.date]:
    """First days of past months of this year without a regular meeting, from the first month that has one.

    A cell that only begins to record in November is not asked for the ten months before; nor one whose office began
    then (`since`), though it wrote down one of them.
    """
    months = {day.month for day in held if day.year == today.year}
    if not months:
        return []
    firsts = [dt.date(today.year, m, 1) for m in range(min(months), today.month) if m not in months]
    return [day for day in firsts if falls_due(day, since)]


def usual_day(month: dt.date, today: dt.date) -> dt.date:
    """The day a form offers: the third of a past month, else today (HD 37: "đúng ngày mồng 3")."""
    same_month = (month.year, month.month) == (today.year, today.month)
    return today if same_month or month > today else month.replace(day=USUAL_DAY)
