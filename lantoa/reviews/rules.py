"""Decisions about reviews: values in, answers out; no database, clock or request."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from lantoa.foundation.approval import Steps, step
from lantoa.foundation.dates import Period, show_date
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.numbers import show
from lantoa.foundation.working_days import working_day_after
from lantoa.reviews.words import CLOSED, OPEN, Kind, Level, Reading, Status, Turn

SUBMIT, TAKE_BACK, SEND_BACK, SHOW = "submit", "take_back", "send_back", "show"
HEAR, REPLY, WAIVE, DECIDE = "hear", "reply", "waive", "decide"
EXCUSE, RESUME, RERATE = "excuse", "resume", "rerate"
STEPS = Steps(
    [
        step(SUBMIT, frm=[Status.WRITING], to=Status.SUBMITTED),
        step(TAKE_BACK, frm=[Status.SUBMITTED], to=Status.WRITING),
        step(SEND_BACK, frm=[Status.SUBMITTED], to=Status.WRITING),
        step(SHOW, frm=[Status.SUBMITTED], to=Status.SHOWN),
        step(HEAR, frm=[Status.SHOWN, Status.HEARD], to=Status.HEARD),
        step(REPLY, frm=[Status.HEARD], to=Status.HEARD),
        step(WAIVE, frm=[Status.HEARD], to=Status.HEARD),
        step(DECIDE, frm=[Status.HEARD], to=Status.DECIDED),
        step(EXCUSE, frm=[Status.WRITING, Status.SUBMITTED], to=Status.EXCUSED),
        step(RESUME, frm=[Status.EXCUSED], to=Status.WRITING),
        step(RERATE, frm=[Status.DECIDED], to=Status.DECIDED),
    ]
)
CLOSE, REOPEN = "close", "reopen"
PERIOD_STEPS = Steps([step(CLOSE, frm=[OPEN], to=CLOSED), step(REOPEN, frm=[CLOSED], to=OPEN)])
SEND_HEAD, TAKE_BACK_HEAD = "send", "take_back"
HEAD_STEPS = Steps(
    [step(SEND_HEAD, frm=["draft"], to="sent"), step(TAKE_BACK_HEAD, frm=["sent"], to="draft")]
)
NEAR_DAYS = 14
# What the law of the Party leaves open is said in `Terms`; these hold before anybody has said any.
DRAFT_DAYS, REPLY_DAYS = 3, 5


def must(may: bool, said: str) -> None:
    """NotAllowed with that sentence, unless one may."""
    if not may:
        raise NotAllowed(said)


def must_be_open(is_open: bool) -> None:
    """What was closed changes by nothing but the two persons who open it again."""
    if not is_open:
        raise Conflict(
            _("Đợt kiểm điểm này đã khóa. Muốn sửa phải mở lại: một người đề nghị, người khác đồng ý.")
        )


def must_apply(verb: str, status: str) -> None:
    """No step is skipped: Conflict with what comes first."""
    if STEPS.may(verb, status):
        return
    said = {
        SUBMIT: _("Bản này đã gửi."),
        TAKE_BACK: _("Bản này không còn rút lại được: đã gửi đọc trước họp, hoặc chưa gửi."),
        SEND_BACK: _("Chỉ trả lại bản đã gửi và chưa gửi đọc trước họp."),
        SHOW: _("Chỉ gửi đọc trước những bản đã gửi."),
        HEAR: _("Kiểm điểm tại cuộc họp sau khi bản tự kiểm điểm đã gửi đọc trước."),
        REPLY: _("Chưa có nhận xét để trả lời, hoặc đã có kết quả."),
        WAIVE: _("Chưa có nhận xét để trả lời, hoặc đã có kết quả."),
        DECIDE: _("Xếp loại sau khi đã kiểm điểm tại cuộc họp, và một lần. Muốn đổi thì xếp loại lại."),
        EXCUSE: _("Bản này đã vào họp nên không ghi chưa kiểm điểm được nữa."),
        RESUME: _("Bản này vẫn đang kiểm điểm."),
        RERATE: _("Chỉ xếp loại lại khi đã có kết quả."),
    }
    raise Conflict(said[verb])


# A period


def period_of(
    kind: str, year: int | None, quarter: int | None, starts: dt.date | None, last_day: dt.date | None
) -> Period:
    """The days it looks at. BadInput for what is missing."""
    if kind == Kind.OCCASION:
        if starts is None or last_day is None:
            raise BadInput(_("Nhập từ ngày nào đến ngày nào cần kiểm điểm."), "starts")
        if last_day < starts:
            raise BadInput(_("Ngày cuối phải sau ngày đầu."), "last_day")
        return Period(starts, last_day + dt.timedelta(days=1))
    if year is None:
        raise BadInput(_("Nhập năm kiểm điểm, ví dụ 2026."), "year")
    if kind == Kind.YEAR:
        return Period.year(year)
    if quarter not in (1, 2, 3, 4):
        raise BadInput(_("Chọn quý kiểm điểm."), "quarter")
    return Period.months(year, quarter * 3 - 2, 3)


def must_be_timely(send_by: dt.date | None, meets_on: dt.date | None, draft_days: int, on: dt.date) -> None:
    """Sent from today on; met no earlier than the draft has been read so many working days."""
    if send_by is None:
        raise BadInput(_("Nhập hạn gửi bản tự kiểm điểm, ví dụ 08/12/2026."), "send_by")
    if send_by < on:
        raise BadInput(_("Hạn gửi đã qua. Chọn từ hôm nay trở đi."), "send_by")
    if meets_on is not None and meets_on < (first := first_meeting_day(send_by, draft_days)):
        raise BadInput(
            _("Dự thảo đọc trước họp ít nhất %(n)s ngày làm việc: họp sớm nhất ngày %(day)s.")
            % {"n": draft_days, "day": show_date(first)},
            "meets_on",
        )


def must_be_ratable(*, with_collective: bool, is_itself: bool, has_above: bool) -> None:
    """A committee below another does not rate itself: the level above does, so it must be the one named."""
    if with_collective and is_itself and has_above:
        raise BadInput(
            _(
                "Tập thể do cấp trên xếp loại. Chọn nơi quyết định ở cấp trên, hoặc bỏ chọn kiểm điểm cả tập thể."
            ),
            "decided_by",
        )


def first_meeting_day(shown_on: dt.date, draft_days: int) -> dt.date:
    """The first day on which a draft shown that day may be spoken of; weekends, Tết and holidays do not count."""
    return working_day_after(shown_on, draft_days)


def near_until(on: dt.date) -> dt.date:
    """A deadline up to this day is near. A default of ours."""
    return on + dt.timedelta(days=NEAR_DAYS)


# Writing


@dataclass(frozen=True)
class Line:
    """One line as whoever writes left it; `source` is the record it stands beside, "" for her own words."""

    section: int
    text: str
    source: str = ""
    mended: str = ""


@dataclass(frozen=True)
class Marks:
    """Marks as somebody wrote them, and the level she proposes. All of it may be left open."""

    common: Decimal | None = None
    tasks: Decimal | None = None
    total: Decimal | None = None
    level: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said."""
        return (self.common, self.tasks, self.total, self.level) == (None, None, None, "")


def must_be_marks(marks: Marks, common_most: int | None, task_most: int | None) -> None:
    """All three numbers or none, each within its most, and the sum as whoever wrote it added it up.

    The house adds nothing in her place: it says where two numbers do not agree.
    """
    given = (marks.common, marks.tasks, marks.total)
    if common_most is None or task_most is None or all(one is None for one in given):
        return
    most = {"common": common_most, "tasks": task_most, "total": common_most + task_most}
    for name, mark in zip(most, given, strict=True):
        if mark is None:
            raise BadInput(
                _("Ghi đủ ba số: tiêu chí chung, kết quả nhiệm vụ, tổng; hoặc để trống cả ba."), name
            )
        if not 0 <= mark <= most[name]:
            raise BadInput(_("Điểm mục này từ 0 đến %(most)s.") % {"most": most[name]}, name)
    if marks.common + marks.tasks != marks.total:  # type: ignore[operator]
        raise BadInput(_("Tổng chưa khớp hai số trên. Kiểm tra lại ba số."), "total")


def must_be_complete(missing: Iterable[str], is_leveled: bool) -> None:
    """What the paper asks for is said, and a level is proposed, before it is sent."""
    if names := list(missing):
        raise BadInput(_("Còn mục chưa viết: %(names)s.") % {"names": "; ".join(names)})
    if not is_leveled:
        raise BadInput(_("Chọn mức tự đề xuất ở phần B trước khi gửi."))


# Before and at the meeting


def must_be_in_turn(turn: int, waiting: Iterable[int]) -> None:
    """The collective comes before its people, its head before the deputies; `waiting` are turns not yet heard."""
    before = [Turn(one).label for one in sorted(set(waiting)) if one < turn]
    if before:
        raise Conflict(
            _(
                "Kiểm điểm theo thứ tự: tập thể, người đứng đầu, cấp phó, rồi từng đảng viên. Còn chờ: %(who)s."
            )
            % {"who": ", ".join(map(str, before))}
        )


@dataclass(frozen=True)
class Ballot:
    """Who came and how the ballots fell; None where no ballot was taken."""

    due: int | None
    present: int | None
    issued: int | None = None
    returned: int | None = None
    votes: Mapping[str, int | None] | None = None


def must_be_quorate(ballot: Ballot, quorum_percent: int | None) -> None:
    """No more came than were due, and as many as the terms ask for. BadInput names the box; Conflict without quorum."""
    if not ballot.due:
        raise BadInput(_("Nhập số người phải dự họp."), "due")
    if ballot.present is None:
        raise BadInput(_("Nhập số người có mặt."), "present")
    if not 0 < ballot.present <= ballot.due:
        raise BadInput(_("Số có mặt phải từ 1 và không quá số phải dự."), "present")
    if quorum_percent is not None and ballot.present * 100 < quorum_percent * ballot.due:
        raise Conflict(
            _("Cuộc họp có %(present)s trên %(due)s người, chưa đủ %(percent)s%% nên chưa kiểm điểm được.")
            % {"present": ballot.present, "due": ballot.due, "percent": quorum_percent}
        )


def must_add_up(ballot: Ballot) -> None:
    """Ballots were given to who came, and no more came back; the votes are among those that came back."""
    votes = [count for count in (ballot.votes or {}).values() if count is not None]
    if ballot.issued is None and ballot.returned is None and not votes:
        return
    if ballot.issued is None or ballot.issued > (ballot.present or 0):
        raise BadInput(_("Nhập số phiếu phát ra, không quá số người có mặt."), "issued")
    if ballot.returned is None or ballot.returned > ballot.issued:
        raise BadInput(_("Nhập số phiếu thu về, không quá số phiếu phát ra."), "returned")
    if sum(votes) > ballot.returned:
        raise BadInput(
            _("Bốn mức cộng lại %(sum)s phiếu, nhiều hơn số phiếu thu về. Kiểm tra lại.")
            % {"sum": show(sum(votes))},
            "returned",
        )


def must_have_been_read(shown_on: dt.date | None, held_on: dt.date, draft_days: int) -> None:
    """The draft was read long enough before the meeting."""
    if shown_on is not None and held_on >= first_meeting_day(shown_on, draft_days):
        return
    first = show_date(first_meeting_day(shown_on, draft_days)) if shown_on else "–"
    raise BadInput(
        _("Bản này gửi đọc trước từ ngày %(shown)s; đủ %(n)s ngày làm việc thì họp sớm nhất ngày %(day)s.")
        % {"shown": show_date(shown_on) if shown_on else "–", "n": draft_days, "day": first},
        "meeting",
    )


def answer_by(on: dt.date, days: int) -> dt.date:
    """The last day to answer what was said of one."""
    return working_day_after(on, days)


# The result


def must_have_answered(may_be_decided: bool, name: str, until: dt.date | None) -> None:
    """Nobody is rated before the right of reply was used, waived, or its days are over."""
    if not may_be_decided:
        raise Conflict(
            _(
                "%(name)s còn quyền trả lời đến hết ngày %(day)s. Xếp loại sau khi có trả lời, hoặc sau ngày đó."
            )
            % {"name": name, "day": show_date(until) if until else "–"}
        )


@dataclass(frozen=True)
class Ceiling:
    """How many of a group may be rated excellent: by the reading the office follows, and by the other one."""

    excellent: int
    good: int
    percent: int | None
    reading: str

    def most_by(self, reading: str) -> int | None:
        """The whole number of people that this reading allows; None where no ceiling is known.

        Good only: so much per cent of those rated good. Good or better: of those rated good and excellent together,
        which counts each excellent one among her own denominator.
        """
        if self.percent is None:
            return None
        if reading == Reading.GOOD_ONLY:
            return self.good * self.percent // 100
        return (self.good + self.excellent) * self.percent // 100

    @property
    def most(self) -> int | None:
        """By the reading that the office follows."""
        return self.most_by(self.reading)

    @property
    def is_exceeded(self) -> bool:
        """Whether more are rated excellent than the reading allows."""
        return self.most is not None and self.excellent > self.most

    def with_one_more(self) -> Ceiling:
        """After one more has been rated excellent."""
        return Ceiling(self.excellent + 1, self.good, self.percent, self.reading)


def must_fit(ceiling: Ceiling, group: str) -> None:
    """Conflict, with the figures, where one more would be too many."""
    after = ceiling.with_one_more()
    if after.is_exceeded:
        raise Conflict(
            _(
                "Nhóm %(group)s đã có %(excellent)s người xuất sắc, %(good)s người tốt; tỷ lệ %(percent)s%% cho phép "
                "nhiều nhất %(most)s người. Chưa xếp thêm xuất sắc được."
            )
            % {
                "group": group,
                "excellent": ceiling.excellent,
                "good": ceiling.good,
                "percent": ceiling.percent,
                "most": after.most,
            }
        )


def must_be_a_level(level: str, box: str = "rating") -> None:
    """One of the four."""
    if level not in Level.values:
        raise BadInput(_("Chọn mức xếp loại."), box)


def must_all_be_settled(names: Iterable[str]) -> None:
    """A period closes when each has a result, or a reason why she has none."""
    if left := list(names):
        shown = "; ".join(left[:5]) + ("…" if len(left) > 5 else "")
        raise Conflict(
            _("Còn %(n)s bản chưa có kết quả: %(names)s. Xếp loại, hoặc ghi vì sao chưa kiểm điểm, rồi khóa.")
            % {"n": len(left), "names": shown}
        )


def is_in_time(on: dt.date, decided_on: dt.date, days: int | None) -> bool:
    """Whether a complaint may still be filed that day."""
    return days is None or on <= working_day_after(decided_on, days)


def must_be_in_time(on: dt.date, decided_on: dt.date, days: int | None) -> None:
    """A complaint is filed within its days, where any are set."""
    if not is_in_time(on, decided_on, days):
        raise Conflict(
            _("Đã quá %(n)s ngày làm việc từ ngày có kết quả nên không khiếu nại ở đây được.") % {"n": days}
        )


def due_after(on: dt.date, days: int | None) -> dt.date | None:
    """The day so many working days later; None where no term is known."""
    return None if days is None else working_day_after(on, days)


def kept(marks: Marks) -> dict[str, Any]:
    """The columns of a mark."""
    return {"common": marks.common, "tasks": marks.tasks, "total": marks.total, "level": marks.level}
