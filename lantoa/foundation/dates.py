"""Dates as people write them, and half-open periods."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput

ROMAN = ["", "I", "II", "III", "IV"]
TYPED = re.compile(r"([0-9]{1,2})[/\-.\s]([0-9]{1,2})[/\-.\s]([0-9]{4}|[0-9]{2})")
# No day of this programme lies outside; a day more or a year more never leaves the calendar.
FIRST_YEAR, LAST_YEAR = 1900, 2100
WEEKDAYS = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]

TIME = re.compile(r"(\d{1,2})\s*(?:[:h.]|giờ)\s*(\d{1,2})?\s*(?:phút)?", re.IGNORECASE)


def show_date(day: dt.date | None) -> str:
    """16/11/2026."""
    return f"{day:%d/%m/%Y}" if day else ""


def read_time(text: str, field: str = "") -> dt.time:
    """ "14:30", "14h30", "14h", "14 giờ 30" → time. BadInput says how to type it."""
    typed = TIME.fullmatch(text.strip())
    hour, minute = (int(typed[1]), int(typed[2] or 0)) if typed else (99, 0)
    if hour > 23 or minute > 59:
        raise BadInput(_("Nhập giờ theo dạng giờ:phút, ví dụ 14:00."), field)
    return dt.time(hour, minute)


def show_moment(at: dt.datetime) -> str:
    """20:45, 16/11/2026, in Vietnam's time."""
    return f"{timezone.localtime(at):%H:%M, %d/%m/%Y}"


def show_weekday(day: dt.date) -> str:
    """thứ Hai, 16/11/2026."""
    return f"{WEEKDAYS[day.weekday()]}, {show_date(day)}"


def show_long(day: dt.date) -> str:
    """ngày 16 tháng 11 năm 2026; a leading zero for days under 10 and months 1 and 2 (HD 36, HD 05)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def read_date(text: str, field: str = "") -> dt.date:
    """2/9/27, 02-09-2027, 02092027 or 2027-09-02 → date.

    Raises BadInput when the text is no date or the day does not exist.
    """
    text = text[:40].strip()
    if re.fullmatch(r"[0-9]{8}", text):
        text = f"{text[:2]}/{text[2:4]}/{text[4:]}"
    if iso := re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", text):
        year, month, day = (int(part) for part in iso.groups())
    elif typed := TYPED.fullmatch(text):
        day, month, year = (int(part) for part in typed.groups())
        year += 2000 if len(typed[3]) == 2 else 0
    else:
        raise BadInput(
            _("Không đọc được ngày “%(text)s”. Nhập theo dạng ngày/tháng/năm, ví dụ 02/09/2027.")
            % {"text": text[:40]},
            field,
        )
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadInput(
            _("Ngày %(text)s ở năm %(year)s, ngoài khoảng %(first)s–%(last)s. Kiểm tra lại năm.")
            % {"text": text, "year": year, "first": FIRST_YEAR, "last": LAST_YEAR},
            field,
        )
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise BadInput(
            _("Ngày %(text)s không có thật. Kiểm tra lại ngày và tháng.") % {"text": text}, field
        ) from None


def read_year(text: str, default: int) -> int:
    """A year from an address: four digits within reason, else the default."""
    is_year = len(text) == 4 and text.isascii() and text.isdigit()
    return int(text) if is_year and FIRST_YEAR <= int(text) <= LAST_YEAR else default


def next_month(day: dt.date, months: int = 1) -> dt.date:
    """The first day of the month that comes `months` after that of `day`."""
    index = day.year * 12 + day.month - 1 + months
    return dt.date(index // 12, index % 12 + 1, 1)


@dataclass(frozen=True, order=True)
class Period:
    """A stretch of days, half-open: `starts` is inside, `ends` is not."""

    starts: dt.date
    ends: dt.date

    def __post_init__(self) -> None:
        if self.ends <= self.starts:
            raise BadInput(_("Kỳ số liệu phải kết thúc sau ngày bắt đầu."))

    @classmethod
    def year(cls, year: int) -> Period:
        """The calendar year."""
        return cls(dt.date(year, 1, 1), dt.date(year + 1, 1, 1))

    @classmethod
    def months(cls, year: int, month: int, count: int) -> Period:
        """`count` months from the given one."""
        first = dt.date(year, month, 1)
        return cls(first, next_month(first, count))

    @classmethod
    def parse(cls, text: str, field: str = "") -> Period:
        """ "2026", "2026-H1", "2026-Q3", "2026-10" or "2021-01-01..2024-03-13" (last day included).

        Raises BadInput, of the box or filter of that name, for anything else.
        """
        try:
            return cls._parse(text[:40].strip().upper())._within_reason()
        except (ValueError, OverflowError):
            raise BadInput(
                _(
                    "Không hiểu kỳ “%(text)s”. Viết năm (2026), nửa năm (2026-H1), quý (2026-Q3), "
                    "tháng (2026-10) hoặc khoảng ngày (2021-01-01..2024-03-13)."
                )
                % {"text": text[:60]},
                field,
            ) from None

    def _within_reason(self) -> Period:
        if self.starts.year < FIRST_YEAR or self.last_day.year > LAST_YEAR:
            raise ValueError(self)
        return self

    @classmethod
    def _parse(cls, text: str) -> Period:
        if ".." in text:
            first, last = (dt.date.fromisoformat(part) for part in text.split("..", 1))
            return cls(first, last + dt.timedelta(days=1))
        if re.fullmatch(r"[0-9]{4}", text):
            return cls.year(int(text))
        if half := re.fullmatch(r"([0-9]{4})-H([12])", text):
            return cls.months(int(half[1]), int(half[2]) * 6 - 5, 6)
        if quarter := re.fullmatch(r"([0-9]{4})-Q([1-4])", text):
            return cls.months(int(quarter[1]), int(quarter[2]) * 3 - 2, 3)
        if month := re.fullmatch(r"([0-9]{4})-([0-9]{2})", text):
            return cls.months(int(month[1]), int(month[2]), 1)
        raise ValueError(text)

    @property
    def last_day(self) -> dt.date:
        """The last day inside."""
        return self.ends - dt.timedelta(days=1)

    def contains(self, day: dt.date) -> bool:
        """Whether the day lies inside."""
        return self.starts <= day < self.ends

    @property
    def _months(self) -> int | None:
        """How many whole months, if it starts and ends on the first of a month."""
        if self.starts.day != 1 or self.ends.day != 1:
            return None
        return (self.ends.year - self.starts.year) * 12 + self.ends.month - self.starts.month

    @property
    def code(self) -> str:
        """The shortest text that `parse` reads back."""
        year, month = self.starts.year, self.starts.month
        match self._months:
            case 12 if month == 1:
                return str(year)
            case 6 if month in (1, 7):
                return f"{year}-H{1 if month == 1 else 2}"
            case 3 if month % 3 == 1:
                return f"{year}-Q{month // 3 + 1}"
            case 1:
                return f"{year}-{month:02d}"
        return f"{self.starts.isoformat()}..{self.last_day.isoformat()}"

    @property
    def label(self) -> str:
        """As people say it: "quý III/2026", "6 tháng đầu năm 2026", "từ 01/01/2021 đến 13/03/2024"."""
        year, month = self.starts.year, self.starts.month
        match self._months:
            case 12 if month == 1:
                return f"năm {year}"
            case 6 if month in (1, 7):
                return f"6 tháng {'đầu' if month == 1 else 'cuối'} năm {year}"
            case 3 if month % 3 == 1:
                return f"quý {ROMAN[month // 3 + 1]}/{year}"
            case 1:
                return f"tháng {month:02d}/{year}"
        return f"từ {show_date(self.starts)} đến {show_date(self.last_day)}"


def a_year_before(day: dt.date) -> dt.date:
    """The same day of the year before; the first of March for the day that year does not have."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return dt.date(day.year - 1, 3, 1)


def same_days_a_year_before(period: Period, today: dt.date) -> Period:
    """The same days a year earlier; of a period that goes on, only those up to today."""
    ends = min(period.ends, max(today, period.starts) + dt.timedelta(days=1))
    return Period(a_year_before(period.starts), a_year_before(ends))


def recent(today: dt.date, years: int = 5) -> list[Period]:
    """Periods that people ask a list for: this year, its halves and quarters so far, then the years before."""
    halves = [Period.months(today.year, 6 * n - 5, 6) for n in range((today.month + 5) // 6, 0, -1)]
    quarters = [Period.months(today.year, 3 * n - 2, 3) for n in range((today.month + 2) // 3, 0, -1)]
    before = [Period.year(today.year - n) for n in range(1, years)]
    return [Period.year(today.year), *halves, *quarters, *before]
