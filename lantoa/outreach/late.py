"""What is late and what falls due: opinions forwarded with a day to be answered by, and not answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.late import Due, Late
from lantoa.messages import queries as messages
from lantoa.outreach.models import CitizenOpinion


def late(on: dt.date) -> Iterator[Late]:
    """Counted at the unit that has to answer; what went to a body outside the tree, at the unit that passed it on."""
    overdue = CitizenOpinion.objects.overdue(on)
    yield Late(
        "y-kien",
        _("Ý kiến nhân dân"),
        _("quá hạn"),
        _("%(n)s ý kiến nhân dân quá hạn trả lời"),
        "outreach.edit",
        overdue.filter(forwarded_to__isnull=False),
        _listed,
        of_unit="forwarded_to",
        order=60,
    )
    yield Late(
        "y-kien-noi-khac",
        _("Ý kiến ở cơ quan khác"),
        _("quá hạn"),
        _("%(n)s ý kiến nhân dân đã chuyển cơ quan khác, quá hạn trả lời"),
        "outreach.edit",
        overdue.filter(forwarded_to__isnull=True),
        _listed,
        order=61,
    )


def _listed(code: str) -> str:
    return f"{reverse('outreach:opinions')}?{urlencode({'trang-thai': 'received', 'han': 'qua', 'don-vi': code})}"


def due(first: dt.date, last: dt.date, on: dt.date) -> Iterator[Due]:
    """Told to who does the work of the unit that has to answer; of an outer body, at the unit that passed it on."""
    waiting = list(CitizenOpinion.objects.open().filter(due_on__range=(first, last)))
    doers = messages.receivers_of({one.forwarded_to_id or one.unit_id for one in waiting}, on)
    for one in waiting:
        assert one.due_on
        unit = one.forwarded_to_id or one.unit_id
        title = _("trả lời ý kiến nhân dân") if one.forwarded_to_id else _("hỏi lại nơi nhận ý kiến nhân dân")
        for person in sorted(doers.get(unit, ())):
            yield Due(
                f"opinion:{one.pk}",
                person,
                unit,
                one.due_on,
                title,
                one.get_absolute_url(),
                priority=15,
                is_of_unit=True,
            )
