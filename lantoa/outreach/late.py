"""What is late: opinions forwarded with a day to be answered by, and not answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.late import Late
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
