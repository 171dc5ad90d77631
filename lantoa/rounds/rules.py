"""Decisions about rounds: who is asked, how cells add up, what is asked about again; no database, clock or request."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from lantoa.figures.measure import Measure, Records, Share, Total
from lantoa.figures.models import Indicator
from lantoa.figures.models import Kind as DeclaredKind
from lantoa.figures.rules import Counted, why_not_compared
from lantoa.foundation.approval import Steps, step
from lantoa.foundation.dates import Period, show_date
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.numbers import show
from lantoa.foundation.text import lower_first
from lantoa.organisation.models import Unit
from lantoa.rounds.words import Adds, Amount, State, Status

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
        step(REOPEN, frm=[SENT, ACCEPTED], to=GIVEN_BACK),
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


UNKNOWN = Amount()
SILENT, UNCONFIRMED = "silent", "unconfirmed"


@dataclass(frozen=True)
class Gap:
    """Who is missing in a sum: one of the lowest units that has not answered (SILENT), or a level between whose word is
    missing while what those below it sent was taken from them (UNCONFIRMED)."""

    code: str
    name: str
    why: str


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


@dataclass(frozen=True)
class Said:
    """What a unit writes into one cell."""

    amount: Amount = UNKNOWN
    text: str = ""
    reason: str = ""


def correction(counted: Amount, said: Amount, *, has_records: bool) -> str:
    """Why a cell wants a reason: it says another number than was counted. Empty where none is wanted.

    Where nothing was recorded, "none" may be said without a reason, and so may everything that has no records at all.
    """
    if said == counted or not has_records:
        return ""
    if not counted.is_known:
        if not said.value:
            return ""
        return _("Chưa có bản ghi nào, đồng chí ghi %(said)s. Ghi lý do.") % {"said": said.show()}
    return _("Đếm được %(counted)s, đồng chí ghi %(said)s. Ghi lý do sửa, hoặc để lại số đếm được.") % {
        "counted": counted.show(),
        "said": said.show(),
    }


def bound_broken(part_label: str, part: Amount, whole_label: str, whole: Amount) -> str:
    """ "Số được khen (9) nhiều hơn số đã đăng ký (7)." Empty where the rule holds or a number is not known."""
    if part.value is None or whole.value is None or part.value <= whole.value:
        return ""
    return _("%(part_label)s (%(part)s) nhiều hơn %(whole_label)s (%(whole)s).") % {
        "part_label": part_label,
        "part": show(part.value),
        "whole_label": lower_first(whole_label),
        "whole": show(whole.value),
    }


def outlier(said: Amount, last: Amount, percent: int) -> str:
    """A number that differs from the unit's own last one by more than so many per cent; empty where it does not."""
    if not percent or said.value is None or not last.value or said.whole is not None:
        return ""
    if abs(said.value - last.value) * 100 <= abs(last.value) * percent:
        return ""
    return _("Số này (%(said)s) khác kỳ trước của đơn vị (%(last)s) quá %(percent)s%%.") % {
        "said": show(said.value),
        "last": show(last.value),
        "percent": percent,
    }


def must_be_for_own(is_own: bool) -> None:
    """A unit speaks for itself."""
    if not is_own:
        raise NotAllowed(_("Chỉ người của chính đơn vị xác nhận và gửi số liệu của đơn vị."))


def must_take_answers(is_open: bool) -> None:
    """A closed round takes no more answers."""
    if not is_open:
        raise Conflict(_("Kỳ số liệu này đã đóng, không nhận thêm số."))


def must_not_be_carried(is_carried: bool) -> None:
    """Of a unit that another one continues, that one speaks."""
    if is_carried:
        raise Conflict(_("Đơn vị này đã nhập vào đơn vị khác; số liệu do đơn vị kế tục gửi."))


def is_half(amount: Amount) -> bool:
    """Whether only one number of a ratio is there."""
    return (amount.value is None) != (amount.whole is None)


def must_explain_gaps(gaps: int, why: str) -> None:
    """Who sends a sum with gaps says why."""
    if gaps and len(why) < LEAST_REASON:
        raise BadInput(_("Còn %(n)s nơi thiếu. Ghi vì sao gửi khi còn thiếu.") % {"n": gaps}, "gaps_why")


def must_stand_above(is_above: bool) -> None:
    """The level directly above, as the round asks it, receives and gives back; nobody receives her own."""
    if not is_above:
        raise NotAllowed(_("Chỉ cấp trên trực tiếp trong kỳ này nhận hoặc trả lại số liệu."))


def must_not_receive_own(is_own: bool) -> None:
    """Who sent it, or who stands in for that person, does not say of it that it was received."""
    if is_own:
        raise NotAllowed(_("Đồng chí đã gửi số này, nên cần người khác ở cấp trên nhận hoặc trả lại."))


def must_not_be_summed(is_summed: bool) -> None:
    """What has gone into a sum that was sent is opened again by two people, not simply given back."""
    if is_summed:
        raise Conflict(
            _("Số này đã vào bản tổng hợp đã gửi lên. Dùng “Mở lại”: một người đề nghị, người khác đồng ý.")
        )


def must_be_two(is_same: bool) -> None:
    """Two persons open a sent answer again."""
    if is_same:
        raise NotAllowed(_("Mở lại cần hai người: đồng chí đã đề nghị, chờ một người khác đồng ý."))


def must_be_asked_to_reopen(is_asked: bool) -> None:
    """One confirms what another has asked for."""
    if not is_asked:
        raise Conflict(_("Chưa ai đề nghị mở lại, hoặc đề nghị ấy đã được trả lời."))


def must_be_sent(is_sent: bool) -> None:
    """What is still with its unit needs no opening."""
    if not is_sent:
        raise Conflict(_("Số liệu này chưa gửi, đơn vị vẫn sửa được."))


def must_choose(count: int) -> None:
    """At least one unit."""
    if not count:
        raise BadInput(_("Chọn ít nhất một đơn vị đã gửi."), "answers")


def must_be_two_figures(part: str, whole: str, known: Mapping[str, str]) -> None:
    """A rule speaks of two different figures that can be asked."""
    if part not in known or whole not in known or part == whole:
        raise BadInput(_("Chọn hai chỉ tiêu khác nhau."), "whole")


def must_be_comparable(part: Counted, whole: Counted) -> None:
    """Persons are not compared with occurrences, nor units of one level with those of another."""
    if why := why_not_compared(part, whole):
        raise BadInput(why, "whole")


def must_be_new_rule(is_new: bool) -> None:
    """A rule is kept once."""
    if not is_new:
        raise BadInput(_("Quy tắc này đã có."), "whole")


def must_be_own_rule(is_own: bool) -> None:
    """What a level above keeps is read here."""
    if not is_own:
        raise NotAllowed(_("Quy tắc này do cấp trên đặt."))
