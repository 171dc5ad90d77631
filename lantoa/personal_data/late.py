"""What is late: requests about personal data whose term ran out. Units are reminded of numbers, never of names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.late import Due, Late
from lantoa.personal_data.models import DataRequest
from lantoa.personal_data.words import Status


def late(on: dt.date) -> Iterator[Late]:
    """Those not taken up, or not answered, in time."""
    yield Late(
        "du-lieu",
        _("Dữ liệu cá nhân"),
        _("yêu cầu quá hạn"),
        _("%(n)s yêu cầu về dữ liệu cá nhân quá hạn trả lời"),
        "personal_data.registers",
        DataRequest.objects.late(on),
        lambda code: f"{reverse('personal_data:register')}?{urlencode({'don-vi': code})}",
        order=60,
    )


def due(first: dt.date, last: dt.date, on: dt.date) -> Iterator[Due]:
    """Whoever has taken one up."""
    taken = DataRequest.objects.filter(status=Status.ANSWERING, taken_by__isnull=False)
    for one in taken.filter(finish_by__range=(first, last)):
        assert one.taken_by_id
        assert one.finish_by
        yield Due(
            f"data-request:{one.pk}",
            one.taken_by_id,
            one.unit_id,
            one.finish_by,
            _("trả lời một yêu cầu về dữ liệu cá nhân"),
            one.get_absolute_url(),
            priority=20,
        )
