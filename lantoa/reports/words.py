"""Words of reports: what a report calls itself, and how days are written on paper."""

from __future__ import annotations

import datetime as dt
import re

from lantoa.foundation.dates import Period
from lantoa.foundation.text import lower_first

INTERIM, FINAL = "interim", "final"
CALLED = {INTERIM: "sơ kết", FINAL: "tổng kết"}


def years_on(day: dt.date, years: int) -> dt.date:
    """The same day so many years later; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def span_of(period: Period) -> str:
    """How long a reviewed time was: "3 năm" for whole years, else the period as it is called."""
    for years in range(1, 31):
        if years_on(period.starts, years) == period.ends:
            return f"{years} năm"
    return period.label


def title_of(occasion: str, subject: str, programme: str, period: Period) -> str:
    """What follows "báo cáo": "sơ kết 3 năm thực hiện Kết luận số 01-KL/TW", "kết quả học tập … năm 2026".

    `subject` is the paper or movement that is reviewed; the programme where none is named.
    """
    of = subject or lower_first(programme) or "công tác"
    if occasion not in CALLED:
        words = f"kết quả thực hiện {subject} {period.label}" if subject else f"kết quả {of} {period.label}"
    else:
        words = f"{CALLED[occasion]} {span_of(period)} thực hiện {of}"
    return in_one_style(words)


def short_title(occasion: str, subject: str, period: Period) -> str:
    """What a list calls a report: "năm 2026", "sơ kết 3 năm thực hiện Kết luận số 01-KL/TW"."""
    if occasion not in CALLED:
        return f"thực hiện {subject} {period.label}" if subject else period.label
    of = f" thực hiện {subject}" if subject else ""
    when = f" ({period.label})" if span_of(period) != period.label else ""
    return f"{CALLED[occasion]} {span_of(period)}{of}{when}"


DAY = re.compile(r"(?<![\d/])(\d{2})/0([3-9])/(\d{4})(?!\d)")


def in_one_style(text: str) -> str:
    """The text with every day written as a paper writes it: "13/03/2024" → "13/3/2024"."""
    return DAY.sub(r"\1/\2/\3", text)


# Below the square on an issued report.
SEALED_ROOT = "Gốc niêm phong lịch sử của hệ thống ngay trước khi ban hành; dùng để đối chiếu về sau."
