"""Decisions about messages; no database, clock or request."""

from __future__ import annotations

import datetime as dt
import re

from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput
from lantoa.foundation.working_days import is_worked

# Whoever hears for the first time, or after a long stop, tells no old stories: what was done longer ago is history.
NEWS_FOR = dt.timedelta(days=14)
# A decision is often written down days after its meeting.
DECIDED_WITHIN = dt.timedelta(days=60)
# A message is a hint to look, no record: the history keeps what happened.
KEPT_FOR = dt.timedelta(days=400)
# The bell says no larger number.
MOST_ON_THE_BELL = 99


def is_news(written_at: dt.datetime, on: dt.date, now: dt.datetime) -> bool:
    """Whether an act written down then, of that day, is still worth telling."""
    return now - written_at <= NEWS_FOR and (now.date() - on) <= DECIDED_WITHIN


def on_the_bell(count: int) -> str:
    """What the bell says for so many messages not read; nothing for none."""
    if count > MOST_ON_THE_BELL:
        return f"{MOST_ON_THE_BELL}+"
    return str(count) if count else ""


# Reminding, and when nobody is disturbed (our default, said on the page): at night, at weekends, on holidays.
DAY_BEGINS, DAY_ENDS = dt.time(6, 30), dt.time(21, 0)
URGED_ROLES = ("secretary", "committee", "officer")
UNIT, WHEN, LATE, FINISH_BY, SENDER = "đơn vị", "lúc", "việc quá hạn", "hạn", "người gửi"
IN_BRACKETS = re.compile(r"\{([^{}]*)\}")


def is_loud(at: dt.datetime) -> bool:
    """Whether somebody may be reminded at that instant, in local time."""
    return is_worked(at.date()) and DAY_BEGINS <= at.time() < DAY_ENDS


def next_loud(at: dt.datetime) -> dt.datetime:
    """That instant, or the next morning of a working day; in local time."""
    if is_loud(at):
        return at
    day = at.date() if at.time() < DAY_BEGINS else at.date() + dt.timedelta(days=1)
    while not is_worked(day):
        day += dt.timedelta(days=1)
    return dt.datetime.combine(day, DAY_BEGINS, at.tzinfo)


def must_choose(count: int) -> None:
    """Somebody has to read it."""
    if not count:
        raise BadInput(_("Chọn ít nhất một đơn vị có việc quá hạn."), "units")


def must_be_fillable(text: str) -> None:
    """What stands in brackets is filled in for each unit; nobody sends a bracket that stays empty."""
    known = [UNIT, WHEN, LATE, FINISH_BY, SENDER]
    if not text:
        raise BadInput(_("Viết lời nhắc."), "text")
    if unknown := [word for word in IN_BRACKETS.findall(text) if word not in known]:
        words = ", ".join(f"{{{word}}}" for word in known)
        said = _("Không có chữ nào để điền vào {%(word)s}. Dùng được: %(words)s.")
        raise BadInput(said % {"word": unknown[0], "words": words}, "text")


def must_lie_ahead(day: dt.date, today: dt.date) -> None:
    """A day by which something can still be done."""
    if not today < day <= today + dt.timedelta(days=366):
        raise BadInput(_("Chọn hạn sau hôm nay, trong vòng một năm."), "finish_by")


def filled(text: str, words: dict[str, str]) -> str:
    """The text with its brackets filled in."""
    return IN_BRACKETS.sub(lambda found: words.get(found[1], found[0]), text)
