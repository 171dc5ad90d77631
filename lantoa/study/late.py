"""What is late, and falls due: courses that have ended and of which nobody has written how many hold a certificate."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.late import Due, Late
from lantoa.messages import queries as messages
from lantoa.study import rules
from lantoa.study.models import Course


def late(on: dt.date) -> Iterator[Late]:
    """Counted at the unit that held the course."""
    yield Late(
        "giay-chung-nhan",
        _("Giấy chứng nhận lớp"),
        _("lớp"),
        _("%(n)s lớp bồi dưỡng đã bế giảng quá 30 ngày, chưa ghi số giấy chứng nhận"),
        "study.view",
        Course.objects.uncertified(on - rules.CERTIFIED_WITHIN),
        lambda code: f"{reverse('study:courses')}?{urlencode({'don-vi': code, 'loc': rules.UNCERTIFIED})}",
        order=46,
    )


def due(first: dt.date, last: dt.date, on: dt.date) -> Iterator[Due]:
    """Told to who does the work of the unit that held it."""
    since, until = (day - rules.CERTIFIED_WITHIN for day in (first, last))
    found = list(Course.objects.uncertified(until + dt.timedelta(days=1)).filter(ends__gte=since))
    doers = messages.receivers_of({one.unit_id for one in found}, on)
    for one in found:
        assert one.ends
        title = _("ghi số giấy chứng nhận của lớp “%(name)s”") % {"name": one.name}
        for person in sorted(doers.get(one.unit_id, ())):
            yield Due(
                f"course:{one.pk}",
                person,
                one.unit_id,
                one.ends + rules.CERTIFIED_WITHIN,
                title,
                one.get_absolute_url(),
                priority=48,
                is_of_unit=True,
            )
