"""What is late: shortcomings of units after their deadline. Those of persons are no matter of the level above."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.late import Due, Late
from lantoa.shortcomings.models import Shortcoming


def late(on: dt.date) -> Iterator[Late]:
    """Those still to be mended."""
    asked = {"xem": "don-vi", "loc": "qua-han"}
    yield Late(
        "han-che",
        _("Hạn chế"),
        _("quá hạn"),
        _("%(n)s hạn chế quá hạn khắc phục"),
        "shortcomings.view",
        Shortcoming.objects.of_units().overdue(on),
        lambda code: f"{reverse('shortcomings:index')}?{urlencode({**asked, 'don-vi': code})}",
        order=50,
    )


def due(first: dt.date, last: dt.date, on: dt.date) -> Iterator[Due]:
    """Whoever is to mend one."""
    open_ones = Shortcoming.objects.to_mend().filter(deadline__range=(first, last), owner__isnull=False)
    for one in open_ones:
        assert one.owner_id
        yield Due(
            f"shortcoming:{one.pk}",
            one.owner_id,
            one.unit_id,
            one.deadline,
            _("khắc phục một hạn chế"),
            one.get_absolute_url(),
            priority=20,
        )
