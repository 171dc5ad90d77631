"""Reminders of what falls due: to the person before the day, to her secretary after it; one message a person a day."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.foundation import late
from lantoa.foundation.dates import show_date
from lantoa.foundation.late import Due
from lantoa.foundation.menu import HOME, way
from lantoa.messages import queries, rules
from lantoa.messages.models import LONGEST_TITLE, Message, Reminded

AT_ONCE = 1000
WEEK_AHEAD = dt.timedelta(days=8)
# The longest stretch without a working day, and what is caught up.
DAYS_BACK = dt.timedelta(days=14)


@dataclass(frozen=True)
class Line:
    """One deadline of which one person is reminded today; `of_another` where it is somebody of her cell's."""

    due: Due
    key: str
    of_another: bool


def remind(now: dt.datetime) -> int:
    """Send the reminders whose time has come; how many people that are. Nothing at night, at weekends, on holidays.

    Safe to run twice, and to be cut off anywhere: each person is one transaction.
    """
    here = timezone.localtime(now)
    if not rules.may_remind(here):
        return 0
    today = here.date()
    month_ends = today.replace(day=calendar.monthrange(today.year, today.month)[1])
    dues = late.all_due(today - DAYS_BACK, max(month_ends, today) + WEEK_AHEAD, today)
    lines = _untold(_lines(dues, today))
    known = queries.who_may_be_reminded(lines, today)
    coming = _coming(dues, today, month_ends)
    return sum(
        _remind_one(person, mine, now, today)
        for person, mine in sorted(lines.items())
        if person in known and _may_go(person, mine, known, coming)
    )


def _lines(dues: Iterable[Due], today: dt.date) -> dict[int, list[Line]]:
    """Person → what she is reminded of today."""
    now = [(one, step) for one in dues for step in rules.steps_now(one.day, today)]
    heads = queries.secretaries_of({one.unit_id for one, step in now if step == rules.AFTER}, today)
    lines: defaultdict[int, dict[str, Line]] = defaultdict(dict)
    for one, step in now:
        for person in _told(one, step, heads):
            line = Line(one, f"{one.key}:{one.day:%Y%m%d}:{step}:{person}", _is_of_another(one, person))
            lines[person].setdefault(line.key, line)  # a unit's thing comes once by each who does its work
    return {person: list(by_key.values()) for person, by_key in lines.items()}


def _told(one: Due, step: str, heads: dict[int, set[int]]) -> set[int]:
    hers = {one.person_id}
    if step != rules.AFTER:
        return hers
    of_unit = heads.get(one.unit_id, set())
    return of_unit or hers if one.is_of_unit else of_unit - hers or hers


def _is_of_another(one: Due, person: int) -> bool:
    return not one.is_of_unit and person != one.person_id


def _untold(lines: dict[int, list[Line]]) -> dict[int, list[Line]]:
    """Without what went before."""
    keys = [line.key for mine in lines.values() for line in mine]
    told: set[str] = set()
    for begins in range(0, len(keys), AT_ONCE):
        some = Reminded.objects.filter(key__in=keys[begins : begins + AT_ONCE])
        told.update(some.values_list("key", flat=True))
    left = {person: [line for line in mine if line.key not in told] for person, mine in lines.items()}
    return {person: mine for person, mine in left.items() if mine}


def _coming(dues: Iterable[Due], today: dt.date, month_ends: dt.date) -> dict[int, list[int]]:
    """Person → the priorities of what she will be reminded of on each later day of the month."""
    best: defaultdict[int, dict[dt.date, int]] = defaultdict(dict)
    for one in dues:
        for step, day in rules.reminder_days(one.day).items():
            if step != rules.AFTER and today < day <= month_ends:
                days = best[one.person_id]
                days[day] = min(one.priority, days.get(day, one.priority))
    return {person: list(days.values()) for person, days in best.items()}


def _may_go(
    person: int, mine: list[Line], known: dict[int, queries.Known], coming: dict[int, list[int]]
) -> bool:
    who = known[person]
    if who.is_told_today:
        return False
    priority = min(line.due.priority for line in mine)
    left = rules.MOST_A_MONTH - who.told_this_month
    return who.holds_a_post or rules.goes(priority, coming.get(person, []), left)


@transaction.atomic
def _remind_one(person: int, lines: list[Line], now: dt.datetime, today: dt.date) -> bool:
    said = {
        line.due.key: line for line in lines
    }.values()  # a week's and an eve's reminder of one thing are one line
    message, is_new = Message.objects.get_or_create(
        key=f"reminder:{person}:{today:%Y%m%d}",
        defaults={
            "person_id": person,
            "verb": queries.REMINDER,
            "title": _title(list(said), today)[:LONGEST_TITLE],
            "note": _note(list(said), today),
            "url": str(next(iter(said)).due.url) if len(said) == 1 else way(HOME),
            "due_on": min(line.due.day for line in said),
            "at": now,
            "shows_at": now,
        },
    )
    if is_new:
        Reminded.objects.bulk_create(Reminded(key=line.key, message=message) for line in lines)
    return is_new


def _title(lines: list[Line], today: dt.date) -> str:
    if len(lines) == 1:
        return _in_words(lines[0], today)
    late_ones = sum(line.due.day < today for line in lines)
    if late_ones == len(lines):
        return _("%(n)s việc đã quá hạn") % {"n": len(lines)}
    return _("%(n)s việc sắp đến hạn") % {"n": len(lines)}


def _in_words(line: Line, today: dt.date) -> str:
    words = {"what": line.due.title, "day": show_date(line.due.day), "name": ""}
    if line.of_another:
        words["name"] = queries.name_of_person(line.due.person_id)
        return _("Đồng chí %(name)s chưa xong: %(what)s, hạn %(day)s") % words
    if line.due.day < today:
        return _("Đã quá hạn: %(what)s, hạn %(day)s") % words
    return _("Sắp đến hạn: %(what)s, hạn %(day)s") % words


def _hint(lines: list[Line]) -> str:
    if any(line.of_another for line in lines):
        return _("Nên gặp, trao đổi trực tiếp để biết đang vướng gì.")
    return ""


def _note(lines: list[Line], today: dt.date) -> str:
    each = [_in_words(line, today) for line in lines] if len(lines) > 1 else []
    return "\n".join(filter(None, [*each, _hint(lines)]))
