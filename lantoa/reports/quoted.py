"""What heads have told the level above of their year, as far as they let reports quote it: by post, never by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.db.models import Q

from lantoa.foundation.dates import Period
from lantoa.foundation.text import lower_first
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.reviews.models import HeadReport, HeadReportQuerySet

LONGEST = 400  # of one text, in whole sentences


def by_heads(unit: Unit, period: Period, field: str) -> Iterator[str]:
    """ "Bí thư Đảng ủy xã (Đảng bộ xã An Phú): mỗi tháng dự giờ": of the unit's own head, then of those who told it."""
    found = organisation.with_unit_names(_pages(unit, period).exclude(**{field: ""}), period.last_day)
    for one in sorted(found, key=lambda page: (page.unit_id != unit.pk, page.unit_name, page.pk)):
        yield f"{one.title_name or 'Người đứng đầu'} ({one.unit_name}): {in_short(getattr(one, field))}"


def _pages(unit: Unit, period: Period) -> HeadReportQuerySet:
    return _told(HeadReport.objects.quotable(), unit, period)


def _told(pages: HeadReportQuerySet, unit: Unit, period: Period) -> HeadReportQuerySet:
    """Of a year that lies in the period, whenever they were sent; of another, sent in the period."""
    whole = [y for y in range(period.starts.year, period.last_day.year + 1) if _holds(period, Period.year(y))]
    when = Q(year__in=whole) | Q(sent_on__gte=period.starts, sent_on__lt=period.ends)
    return pages.filter(Q(unit=unit) | Q(sent_to=unit), when)


def _holds(period: Period, other: Period) -> bool:
    return period.starts <= other.starts and other.ends <= period.ends


def in_short(text: str) -> str:
    """As many whole sentences as fit, on one line, without the last full stop; at least the first."""
    sentences = re.split(r"(?<=[.!?;])\s+", " ".join(text.split()))
    said = sentences[0]
    for more in sentences[1:]:
        if len(said) + len(more) + 1 > LONGEST:
            break
        said = f"{said} {more}"
    return lower_first(said).rstrip(".;")
