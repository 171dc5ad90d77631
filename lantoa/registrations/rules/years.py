"""For which year one registers, until when, and by which code it is called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lantoa.foundation.dates import show_date
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.people.rules import falls_due

OPENS_IN_MONTH = 11  # provinces issue the plan for the next year in November


READ_WITHIN_DAYS = 7


SILENT_AFTER_DAYS = 90


CONFIRM_WITHIN_DAYS = 30


def year_to_register(on: dt.date) -> int:
    """The year one registers for: from November on the next one."""
    return on.year + 1 if on.month >= OPENS_IN_MONTH else on.year


def open_years(on: dt.date) -> list[int]:
    """The years that may still be registered for, the usual one first."""
    return sorted({year_to_register(on), on.year}, reverse=True)


def deadline(year: int) -> dt.date:
    """The day by which individuals register: 31 January. What is sent later is marked late, not refused."""
    return dt.date(year, 1, 31)


@dataclass(frozen=True)
class Calendar:
    """The years that a unit may register for on a day: the usual ones, and what it or a unit above has opened.

    `opened` gives the deadline of each opened year, of the nearest unit that opened it; `since` the day on which the
    office began, where it did so through the pages.
    """

    on: dt.date
    opened: Mapping[int, dt.date]
    since: dt.date | None = None

    @property
    def years(self) -> list[int]:
        """The years that may be registered for, the usual one first."""
        ahead = [year for year in self.opened if year > self.on.year]
        usual, *rest = sorted({*open_years(self.on), *ahead}, reverse=True)
        return [usual, *rest]

    def deadline(self, year: int) -> dt.date | None:
        """The opened year's, else the usual 31 January; None where that had passed when the office began."""
        usual = deadline(year)
        asked = usual if falls_due(usual, self.since) else None
        return self.opened.get(year, asked)

    def is_silent(self, year: int, last: dt.date | None) -> bool:
        """Whether for ninety days nothing was told, `last` then, of what was agreed to for the year that runs."""
        since = silent_since(self.on)
        is_over = last is not None and last < since
        return year == self.on.year and is_over and falls_due(since, self.since)

    def must_be_open(self, year: int) -> None:
        """BadInput for a year nobody registers for now."""
        if year not in self.years:
            years = _(" và ").join(str(one) for one in sorted(self.years))
            raise BadInput(_("Hiện chỉ đăng ký cho năm %(years)s. Chọn lại năm.") % {"years": years}, "year")


def answer_by(sent_on: dt.date) -> dt.date:
    """By when whoever receives a registration is asked to read it. A default of ours, no regulation sets it."""
    return sent_on + dt.timedelta(days=READ_WITHIN_DAYS)


def until(day: dt.date | None) -> str:
    """By when, to be added to a sentence; nothing where no day is asked for."""
    return _(", hạn %(day)s") % {"day": show_date(day)} if day else ""


def silent_since(on: dt.date) -> dt.date:
    """Work without a line since before this day is worth a question."""
    return on - dt.timedelta(days=SILENT_AFTER_DAYS)


def confirm_since(on: dt.date) -> dt.date:
    """What was typed for somebody before this day should have been confirmed. A default of ours."""
    return on - dt.timedelta(days=CONFIRM_WITHIN_DAYS)


def code_for(year: int, number: int) -> str:
    """ĐK-2027-000184. The number is the record's own, so that nobody waits for a counter."""
    return f"ĐK-{year}-{number:06d}"


def must_open_years(may: bool) -> None:
    """A year is opened for a unit and everything below it by whoever looks after them."""
    if not may:
        raise NotAllowed(_("Kỳ đăng ký do cấp ủy cơ sở trở lên mở cho cả các chi bộ bên dưới."))


def must_be_a_stretch(year: int, opens_on: dt.date | None, closes_on: dt.date | None, on: dt.date) -> None:
    """A year that is to come or runs, opened before its deadline."""
    if not on.year <= year <= on.year + 1:
        raise BadInput(
            _("Chỉ mở cho năm %(now)s hoặc %(next)s.") % {"now": on.year, "next": on.year + 1}, "year"
        )
    if opens_on is None:
        raise BadInput(_("Nhập ngày mở, ví dụ 01/12/2026."), "opens_on")
    if closes_on is None:
        raise BadInput(_("Nhập hạn đăng ký, ví dụ 31/01/2027."), "deadline")
    if closes_on < opens_on:
        raise BadInput(_("Hạn đăng ký phải sau ngày mở."), "deadline")
    if not year - 1 <= closes_on.year <= year:
        raise BadInput(_("Hạn đăng ký quá xa năm %(year)s. Kiểm tra lại.") % {"year": year}, "deadline")


def must_keep_the_day(before: dt.date, opens_on: dt.date | None, sent: int) -> None:
    """Once somebody has sent, the day on which the year was opened stands; the deadline may still be moved."""
    if sent and opens_on != before:
        said = _("Đã có %(n)s bản gửi từ ngày mở %(day)s nên giữ ngày mở ấy; hạn vẫn đổi được.")
        raise BadInput(said % {"n": sent, "day": f"{before:%d/%m/%Y}"}, "opens_on")
