"""The number this room can count."""

from __future__ import annotations

import datetime as dt

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from lantoa.figures.measure import Measure, Total
from lantoa.visits.models import Visit


def _visits(on: dt.date) -> QuerySet[Visit]:
    return Visit.objects.all()


MEASURES = [
    Measure(
        code="visits.families",
        label=_("Lượt gia đình được thăm hỏi"),
        unit_of_count=_("lượt gia đình"),
        how_counted=_(
            "Cộng số gia đình của từng lần thăm trong kỳ; gia đình được thăm hai lần tính hai lượt."
        ),
        records=_visits,
        on_date="held_on",
        in_annex=True,
        counts=Total("families"),
        columns=(("held_on", _("Ngày thăm")), ("families", _("Số gia đình"))),
    )
]
