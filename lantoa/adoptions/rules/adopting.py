"""Taking over: what may be learned, by whom, what is said of each part, and when it is asked after."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lantoa.adoptions.words import CHANGED, DROPPED, KEPT
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed

HALF_YEAR, FULL_YEAR, EVERY_YEAR = 6, 12, 12  # months
# By when the question wants its answer, and how many years it is asked: our defaults, no regulation.
ANSWER_WITHIN = dt.timedelta(days=14)
OLDEST = 20
# How long what was pressed by mistake may be taken out again; afterwards it is stopped, with a reason.
WINDOW = dt.timedelta(days=30)


@dataclass(frozen=True)
class PartFate:
    """What becomes of one core part."""

    fate: str = KEPT
    why: str = ""


def must_be_of_another(is_its_own: bool) -> None:
    """Conflict for a practice of the unit itself."""
    if is_its_own:
        raise Conflict(
            _("Mô hình này do chính đơn vị làm hoặc truyền đi; chọn mô hình của nơi khác để trao đổi.")
        )


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day so many months later; the last of the month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def questions_until(adopted_on: dt.date, today: dt.date) -> list[dt.date]:
    """The days on which it was asked whether it still runs: after 6 months, 12, then every year."""
    days, months = [], HALF_YEAR
    while (day := months_after(adopted_on, months)) <= today:
        days.append(day)
        months = FULL_YEAR if months == HALF_YEAR else months + EVERY_YEAR
    return days


def question_due(adopted_on: dt.date, answered: dt.date | None, today: dt.date) -> dt.date | None:
    """The question that waits for an answer; a later one takes the place of those that were missed.

    `answered` is the day of the last question that got its answer.
    """
    asked = questions_until(adopted_on, today)
    return asked[-1] if asked and (answered is None or asked[-1] > answered) else None


def next_question(adopted_on: dt.date, today: dt.date) -> dt.date:
    """When it will be asked the next time."""
    asked = len(questions_until(adopted_on, today))
    return months_after(adopted_on, HALF_YEAR if asked == 0 else FULL_YEAR + EVERY_YEAR * (asked - 1))


def must_be_worth_learning(registered_on: dt.date | None, began_on: dt.date | None, *, stopped: bool) -> None:
    """One takes over what was agreed to, and what was really done before it stopped."""
    if registered_on is None:
        raise NotAllowed(_("Mô hình này chưa đăng ký nên chưa vận dụng được."))
    if stopped and began_on is None:
        raise NotAllowed(_("Mô hình này dừng khi chưa bắt đầu nên không có gì để vận dụng."))


def must_not_be_its_own(is_its_own: bool) -> None:
    """A unit does not learn from itself, however many hands the practice went through, whatever it was called then."""
    if is_its_own:
        raise NotAllowed(
            _("Mô hình này do chính đơn vị đồng chí làm hoặc truyền đi; vận dụng là học từ nơi khác.")
        )


def must_not_have_it_already(name: str) -> None:
    """One living adoption of a root in a unit. `name` is what the unit calls the one it has, empty for none."""
    if name:
        raise Conflict(
            _("Đơn vị đang vận dụng mô hình này với tên “%(name)s”; ghi kết quả ở đó.") % {"name": name}
        )


def must_be_sound(part: PartFate, place: int) -> None:
    """What is changed or dropped says why."""
    if part.fate not in (KEPT, CHANGED, DROPPED):
        raise BadInput(_("Chọn giữ, đổi hoặc bỏ."), f"fate_{place}")
    if part.fate == CHANGED and not part.why:
        raise BadInput(_("Ghi đổi thế nào, vì sao."), f"why_{place}")
    if part.fate == DROPPED and not part.why:
        raise BadInput(_("Ghi vì sao bỏ."), f"why_{place}")


def may_be_withdrawn(recorded_on: dt.date, today: dt.date, *, has_followers: bool) -> bool:
    """Within the window, and while nothing was built on it: nobody learned from it, recognised or answered for it."""
    return today <= recorded_on + WINDOW and not has_followers
