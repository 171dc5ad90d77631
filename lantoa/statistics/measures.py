"""The numbers of the tree itself: the rooms above the tree count things, this one counts who there is."""

from __future__ import annotations

import datetime as dt

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from lantoa.figures.measure import ON_DAY, Measure
from lantoa.organisation.models import Placement

COLUMNS = (("name", _("Tổ chức")), ("starts", _("Từ ngày")))


def _standing(on: dt.date | None, level: str) -> QuerySet[Placement]:
    return Placement.objects.on(on or dt.date.max).filter(unit__level=level)


def _grassroots(on: dt.date | None) -> QuerySet[Placement]:
    return _standing(on, "grassroots")


def _cells(on: dt.date | None) -> QuerySet[Placement]:
    return _standing(on, "cell")


MEASURES = [
    Measure(
        code="statistics.grassroots",
        label=_("Tổ chức cơ sở đảng"),
        unit_of_count=_("tổ chức cơ sở đảng"),
        records=_grassroots,
        meaning=ON_DAY,
        how_counted=_("Đếm đảng bộ, chi bộ cơ sở đang hoạt động tại ngày cuối kỳ."),
        columns=COLUMNS,
    ),
    Measure(
        code="statistics.cells",
        label=_("Chi bộ"),
        unit_of_count=_("chi bộ"),
        records=_cells,
        meaning=ON_DAY,
        how_counted=_("Đếm chi bộ đang hoạt động tại ngày cuối kỳ."),
        columns=COLUMNS,
    ),
]
