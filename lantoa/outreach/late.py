"""What is late: opinions forwarded with a day to be answered by, and not answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlencode

from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.late import Late
from lantoa.outreach.models import CitizenOpinion


def late(on: dt.date) -> Iterator[Late]:
    """Counted at the unit that has to answer; what went to a body outside the tree at the unit that received it."""
    asked = {"trang-thai": "received", "han": "qua"}
    things = CitizenOpinion.objects.overdue(on).annotate(answers_id=Coalesce("forwarded_to_id", "unit_id"))
    yield Late(
        "y-kien",
        _("Ý kiến nhân dân"),
        _("quá hạn"),
        _("%(n)s ý kiến nhân dân quá hạn trả lời"),
        "outreach.edit",
        things,
        lambda code: f"{reverse('outreach:opinions')}?{urlencode(asked)}",
        of_unit="answers_id",
        order=60,
    )
