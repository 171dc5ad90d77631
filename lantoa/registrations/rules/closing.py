"""The end of the year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput, Conflict
from lantoa.foundation.working_days import working_day_after
from lantoa.registrations.rules.years import OPENS_IN_MONTH

ANSWER_WITHIN_WORKING_DAYS = 5


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
