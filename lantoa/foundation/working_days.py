"""Which days are worked in Vietnam: Monday to Friday without public holidays, Tết among them.

Holidays come from the library `holidays`; `days_off.csv` beside this file has the last word on single days: what
the Government adds, moves or has made up for in a year, and `source` says how sure a row is. For a year whose days
are not announced yet (from 2027 on) the library's Tết is a guess: add rows when they are.
"""

from __future__ import annotations

import csv
import datetime as dt
from functools import cache
from pathlib import Path

import holidays

ROWS = Path(__file__).with_name("days_off.csv")
OFF, WORKED = "off", "worked"


@cache
def _told() -> dict[dt.date, str]:
    """The days that somebody decided on, each `off` or `worked`."""
    with ROWS.open(encoding="utf-8", newline="") as file:
        rows = {dt.date.fromisoformat(row["day"]): row["is"] for row in csv.DictReader(file)}
    if wrong := set(rows.values()) - {OFF, WORKED}:
        raise ValueError(f"{ROWS.name}: a day is off or worked, not {', '.join(sorted(wrong))}")
    return rows


@cache
def _holidays(year: int) -> frozenset[dt.date]:
    return frozenset(holidays.country_holidays("VN", years=year))


def is_worked(day: dt.date) -> bool:
    """Whether offices work on this day."""
    if told := _told().get(day):
        return told == WORKED
    return day.weekday() < 5 and day not in _holidays(day.year)


def working_day_after(day: dt.date, count: int) -> dt.date:
    """The day on which so many working days have passed; `day` itself is not counted."""
    while count:
        day += dt.timedelta(days=1)
        count -= is_worked(day)
    return day
