"""As of which day numbers are asked: what had happened by then, counted by the tree that stood then.

One parameter of an address, `ngay`, on every page that shows a number, and in the links between them. A day inside the
period cuts the period off; a later day only asks its tree ("theo tổ chức hiện nay").
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode, urlsplit, urlunsplit

from django.http import HttpRequest
from django.utils.translation import gettext as _

from lantoa.figures.counting import day_of_tree
from lantoa.figures.figure import Figure
from lantoa.foundation.dates import Period, read_date, show_date
from lantoa.foundation.errors import BadInput
from lantoa.organisation.models import Unit

ASKED = "ngay"


@dataclass(frozen=True)
class AsOf:
    """`period` up to the day that is asked, `on` the day whose tree is asked; `asked` None for the period's own end."""

    period: Period
    on: dt.date
    asked: dt.date | None
    end: dt.date
    today: dt.date

    @property
    def is_now(self) -> bool:
        """Whether the tree of today is asked by name."""
        return self.asked == self.today

    @property
    def offers_now(self) -> bool:
        """Whether today's tree may differ from that of the period's end: for a period that is over."""
        return self.end < self.today and not self.is_now

    @property
    def query(self) -> str:
        """What a link carries on; "" when the period's own end is asked."""
        return f"&{ASKED}={self.asked.isoformat()}" if self.asked else ""

    @property
    def page_query(self) -> str:
        """What makes the address of another page ask the same day; "" when the period's own end is asked."""
        return self.query.replace("&", "?", 1)

    def carried(self, figures: Iterable[Figure]) -> list[Figure]:
        """The figures, whose links ask for the same day."""
        if self.asked is None:
            return list(figures)
        return [replace(one, url=self.carried_url(one.url)) for one in figures]

    def carried_url(self, url: str) -> str:
        """An address of a list or a page of numbers, asking for the same day."""
        if self.asked is None:
            return url
        parts = urlsplit(url)
        query = "&".join(filter(None, (parts.query, urlencode({ASKED: self.asked.isoformat()}))))
        return urlunsplit(parts._replace(query=query))


@dataclass(frozen=True)
class Day:
    """The day a page without a period is asked of: `on` is `asked`, or today where none is asked."""

    asked: dt.date | None
    on: dt.date

    @property
    def query(self) -> str:
        """What a link carries on; "" for today."""
        return f"&{ASKED}={self.asked.isoformat()}" if self.asked else ""


def asked_day(request: HttpRequest) -> Day:
    """What `?ngay=` asks of a page without a period. BadInput for what is no day or is still to come."""
    today, text = request.actor.on, request.GET.get(ASKED, "").strip()  # type: ignore[attr-defined]
    if not text:
        return Day(None, today)
    day = _come(read_date(text, ASKED), today)
    return Day(day, day)


def _come(day: dt.date, today: dt.date) -> dt.date:
    if day > today:
        raise BadInput(_("Ngày %(day)s chưa đến. Chọn đến hôm nay.") % {"day": show_date(day)}, ASKED)
    return day


def asked_as_of(request: HttpRequest, unit: Unit, period: Period) -> AsOf:
    """What `?ngay=` asks. BadInput for what is no day, lies before the period, or is still to come."""
    today, text = request.actor.on, request.GET.get(ASKED, "").strip()  # type: ignore[attr-defined]
    if not text:
        end = _last_day(request, unit, period)
        return AsOf(period, end, None, end, today)
    day = read_date(text, ASKED)
    if day < period.starts:
        words = {"day": show_date(day), "period": period.label}
        raise BadInput(_("Ngày %(day)s trước %(period)s. Chọn ngày trong kỳ hoặc sau kỳ.") % words, ASKED)
    _come(day, today)
    if day < period.last_day:
        cut = Period(period.starts, day + dt.timedelta(days=1))
        return AsOf(cut, day_of_tree(unit, cut), day, period.last_day, today)
    return AsOf(period, day, day, day_of_tree(unit, period), today)


def _last_day(request: HttpRequest, unit: Unit, period: Period) -> dt.date:
    """As `day_of_tree`; of one's own unit, which stands with no end known, nobody need ask."""
    line = request.actor.line if unit == request.actor.unit else []  # type: ignore[attr-defined]
    if line and line[-1].ends is None and line[-1].starts < period.ends:
        return period.last_day
    return day_of_tree(unit, period)
