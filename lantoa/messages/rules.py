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


def must_say_something(text: str) -> None:
    """A reply that says nothing is none."""
    if not text:
        raise BadInput(_("Viết đang vướng gì, dự kiến xong ngày nào."), "text")


def must_lie_ahead(day: dt.date, today: dt.date) -> None:
    """A day by which something can still be done."""
    if not today < day <= today + dt.timedelta(days=366):
        raise BadInput(_("Chọn hạn sau hôm nay, trong vòng một năm."), "finish_by")


def filled(text: str, words: dict[str, str]) -> str:
    """The text with its brackets filled in."""
    return IN_BRACKETS.sub(lambda found: words.get(found[1], found[0]), text)


# Reminders of what falls due: a week before, the last working day before, the first working day after.
WEEK, EVE, AFTER = "week", "eve", "after"
# What the worker missed while it stood still is told up to so many days later, where it still helps.
CATCH_UP = dt.timedelta(days=3)
MOST_A_MONTH = 2  # to who holds no post; others answer for more than themselves
REMINDERS_FROM = dt.time(7, 30)


def _worked_from(day: dt.date, step: int) -> dt.date:
    while not is_worked(day):
        day += dt.timedelta(days=step)
    return day


def reminder_days(due: dt.date) -> dict[str, dt.date]:
    """When one is reminded of what is due that day: always on working days, a quiet day moves the eve earlier."""
    week = _worked_from(due - dt.timedelta(days=7), 1)
    days = {
        EVE: _worked_from(due - dt.timedelta(days=1), -1),
        AFTER: _worked_from(due + dt.timedelta(days=1), 1),
    }
    return {WEEK: week, **days} if week < days[EVE] else days


def steps_now(due: dt.date, today: dt.date) -> list[str]:
    """The reminders of that deadline whose day has come and that still help; the last one says it all."""
    come = [
        step
        for step, day in reminder_days(due).items()
        if day <= today <= day + CATCH_UP and (step == AFTER) == (today > due)
    ]
    return sorted(come, key=[WEEK, EVE, AFTER].index)


def goes(priority: int, later: list[int], left: int) -> bool:
    """Whether a reminder takes one of the `left` that a member may still get this month.

    `later` are the priorities of those that will come on later days of the month: what matters more keeps its place.
    """
    return left > sum(one < priority for one in later)


def may_remind(at: dt.datetime) -> bool:
    """Whether reminders go at that instant, in local time."""
    return is_loud(at) and at.time() >= REMINDERS_FROM


# What leaves the house: tried again with growing pauses, then given up.
PAUSES = (
    dt.timedelta(minutes=5),
    dt.timedelta(minutes=30),
    dt.timedelta(hours=2),
    dt.timedelta(hours=8),
    dt.timedelta(days=1),
)
# What waits longer than this for somebody's word is told by letter too.
WAITS_FOR = dt.timedelta(days=3)


def next_try(tries: int, now: dt.datetime) -> dt.datetime | None:
    """When it is tried again after so many tries; None when it is given up."""
    return now + PAUSES[tries - 1] if tries <= len(PAUSES) else None


def is_first_worked_of_week(day: dt.date) -> bool:
    """Whether no day of its week before this one was worked, and this one is."""
    monday = day - dt.timedelta(days=day.weekday())
    before = (monday + dt.timedelta(days=n) for n in range(day.weekday()))
    return is_worked(day) and not any(map(is_worked, before))


def week_of(day: dt.date) -> str:
    """ "2026-W47"."""
    year, week, _day = day.isocalendar()
    return f"{year}-W{week:02}"


def hint(count: int, due_on: dt.date | None) -> str:
    """How many things and by when, never which."""
    if due_on is None:
        return _("Đồng chí có %(n)s thông báo chưa mở.") % {"n": count}
    return _("Đồng chí có %(n)s việc, hạn gần nhất %(day)s.") % {"n": count, "day": f"{due_on:%d/%m/%Y}"}
