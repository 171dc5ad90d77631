"""Decisions about rounds: who is asked, how cells add up, what is asked about again; no database, clock or request."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from lantoa.figures.measure import Measure, Records, Share, Total
from lantoa.figures.models import Indicator
from lantoa.figures.models import Kind as DeclaredKind
from lantoa.foundation.approval import Steps, step
from lantoa.foundation.dates import Period, show_date
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.numbers import show
from lantoa.organisation.models import Unit
from lantoa.rounds.words import Adds, State, Status

CLOSE, WITHDRAW = "close", "withdraw"
OPEN, CLOSED, WITHDRAWN = State.values
LIFE_OF_A_ROUND = Steps(
    [step(CLOSE, frm=[OPEN], to=CLOSED), step(WITHDRAW, frm=[OPEN], to=WITHDRAWN)], field="state"
)

SEND, GIVE_BACK, ACCEPT, SIGN, REOPEN = "send", "give_back", "accept", "sign", "reopen"
ASKED, SENT, GIVEN_BACK, ACCEPTED = Status.values
LIFE_OF_AN_ANSWER = Steps(
    [
        step(SEND, frm=[ASKED, GIVEN_BACK], to=SENT),
        step(GIVE_BACK, frm=[SENT], to=GIVEN_BACK),
        step(ACCEPT, frm=[SENT], to=ACCEPTED),
        step(SIGN, frm=[ASKED, GIVEN_BACK], to=ACCEPTED),
        step(REOPEN, frm=[ACCEPTED], to=GIVEN_BACK),
    ]
)
# From the top down; whoever opens a round asks the levels below its own, down to one that it chooses.
LEVELS = [level for level in Unit.Level.values if level]
MOST_ITEMS = 40
LONGEST_PROSE = 500
LEAST_REASON = 5
# Of what is declared, one number or one over another fits into a cell of figures; others are told in words.
ASKABLE = (DeclaredKind.NUMBER, DeclaredKind.RATIO, DeclaredKind.PERCENT)
# "15/15 (Đạt 100%)": the first n/N of a cell of words.
PART_OF_A_WHOLE = re.compile(r"(?<![\d/.,])(\d{1,9})\s*/\s*(\d{1,9})(?![\d/.,])")


@dataclass(frozen=True)
class Amount:
    """A number, over a whole where it is a ratio; None is not known."""

    value: Decimal | None = None
    whole: Decimal | None = None

    @property
    def is_known(self) -> bool:
        """Whether there is a number."""
        return self.value is not None

    def __add__(self, other: Amount) -> Amount:
        return Amount(_plus(self.value, other.value), _plus(self.whole, other.whole))

    def __sub__(self, other: Amount) -> Amount:
        return self + Amount(_minus(other.value), _minus(other.whole))

    def show(self) -> str:
        """ "12", "15/16"; "chưa biết" where it is not known."""
        if self.value is None:
            return _("chưa biết")
        return show(self.value) if self.whole is None else f"{show(self.value)}/{show(self.whole)}"


UNKNOWN = Amount()


def _plus(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    if one is None or other is None:
        return other if one is None else one
    return one + other


def _minus(number: Decimal | None) -> Decimal | None:
    return None if number is None else -number


def amount_in(text: str) -> Amount:
    """The n/N that stands first in a cell of words, where n is no more than N; not known without one."""
    found = PART_OF_A_WHOLE.search(text)
    if found is None:
        return UNKNOWN
    value, whole = Decimal(found[1]), Decimal(found[2])
    return Amount(value, whole) if value <= whole else UNKNOWN


def levels_below(level: str) -> list[str]:
    """The levels below this one, from the top down."""
    return LEVELS[LEVELS.index(level) + 1 :] if level in LEVELS else []


def levels_asked(top: str, lowest: str) -> list[str]:
    """The levels below `top` down to `lowest`."""
    below = levels_below(top)
    return below[: below.index(lowest) + 1] if lowest in below else []


def adds_of(measure: Measure, parts: Sequence[Measure] = ()) -> Adds:
    """How a measure adds up over units: persons and whatever is told apart are counted again, never added.

    `parts` are both measures of a ratio.
    """
    match measure.counts:
        case Records() | Total():
            return Adds.SUM
        case Share() if parts and all(adds_of(part) == Adds.SUM for part in parts):
            return Adds.PARTS
    return Adds.RECOUNT


def adds_of_indicator(indicator: Indicator) -> Adds:
    """How a declared figure adds up, as who keeps it says."""
    if indicator.kind == DeclaredKind.NUMBER and indicator.adds == Indicator.Adds.SUM:
        return Adds.SUM
    if indicator.kind == DeclaredKind.RATIO and indicator.adds == Indicator.Adds.PARTS:
        return Adds.PARTS
    return Adds.APART


def must_have_below(levels: list[str], count: int) -> None:
    """A round asks somebody."""
    if not levels or not count:
        raise BadInput(_("Chưa có đơn vị nào ở các cấp đã chọn bên dưới. Chọn lại cấp gửi số."), "lowest")


def must_ask_something(count: int) -> None:
    """At least one cell, and no more than people will fill."""
    if not count:
        raise BadInput(_("Chọn ít nhất một chỉ tiêu, hoặc thêm một ô ghi lời."), "figures")
    if count > MOST_ITEMS:
        raise BadInput(
            _("Biểu có %(n)s ô, nhiều nhất là %(most)s. Bỏ bớt những ô không dùng đến.")
            % {"n": count, "most": MOST_ITEMS},
            "figures",
        )


def must_be_due_in_time(due_on: dt.date, period: Period, today: dt.date) -> None:
    """The deadline lies ahead, within a year, and not before the period has begun."""
    if due_on < max(today, period.starts) or due_on > max(today, period.ends) + dt.timedelta(days=366):
        raise BadInput(
            _("Hạn gửi từ %(day)s trở đi, không quá một năm.")
            % {"day": show_date(max(today, period.starts))},
            "due_on",
        )


def must_not_overlap(other: str, period: str, figures: Iterable[str]) -> None:
    """The same figure of the same units is not asked in two open rounds whose periods share days."""
    if named := list(figures):
        raise BadInput(
            _(
                "Kỳ “%(other)s” (%(period)s) đang mở và đã hỏi cùng đơn vị về: %(figures)s. Đóng kỳ ấy trước, "
                "hoặc bỏ các chỉ tiêu này."
            )
            % {"other": other, "period": period, "figures": "; ".join(named[:5])},
            "figures",
        )


def must_open_for_own(has_unit: bool) -> None:
    """Rounds are opened for one's own unit and what lies below it."""
    if not has_unit:
        raise NotAllowed(_("Chỉ người giữ chức vụ ở đơn vị có đơn vị trực thuộc mở kỳ số liệu."))


def must_be_own_round(is_own: bool) -> None:
    """Who acts for the unit that opened it closes it."""
    if not is_own:
        raise NotAllowed(_("Kỳ số liệu này do đơn vị khác mở."))


def must_be_unanswered(answers: int) -> None:
    """What somebody has answered is closed, not withdrawn."""
    if answers:
        raise Conflict(
            _("Đã có %(n)s đơn vị gửi số nên không rút lại được nữa. Hãy đóng kỳ.") % {"n": answers}
        )


def must_say_why(reason: str, field: str = "reason") -> None:
    """A reason that people can read."""
    if len(reason) < LEAST_REASON:
        raise BadInput(_("Ghi lý do, ít nhất %(n)s chữ cái.") % {"n": LEAST_REASON}, field)
