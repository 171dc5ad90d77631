"""The numbers of domain §9: inspections and oversight, whom they concerned, what they asked to be mended."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from lantoa.figures.measure import IN_PERIOD, Distinct, Measure, Records, Split
from lantoa.organisation.models import Unit
from lantoa.shortcomings.models import Shortcoming
from lantoa.supervision.models import Inspection, Remedy
from lantoa.supervision.words import Kind


def _begun(on: dt.date) -> QuerySet[Inspection]:
    return Inspection.objects.standing().begun()


def _of_units(on: dt.date) -> QuerySet[Inspection]:
    return _begun(on).of_units()  # type: ignore[attr-defined]


def _of_persons(on: dt.date) -> QuerySet[Inspection]:
    return _begun(on).filter(person__isnull=False)


def _asked(on: dt.date) -> QuerySet[Remedy]:
    return Remedy.objects.in_force().exclude(shortcoming__status="withdrawn")


def _mended(on: dt.date) -> QuerySet[Remedy]:
    return Remedy.objects.in_force().filter(shortcoming__in=Shortcoming.objects.verified())


LEVELS = Split(
    _("Theo cấp tiến hành"),
    {level: (label, Q(programme__unit__level=level)) for level, label in Unit.Level.choices},
)
KINDS = Split(_("Loại"), {kind.value: (kind.label, Q(kind=kind.value)) for kind in Kind})
COLUMNS = (
    ("kind", _("Loại")),
    ("unit", _("Đơn vị")),
    ("what", _("Nội dung")),
    ("begun_on", _("Ngày tiến hành")),
    ("status", _("Trạng thái")),
)
REMEDIES = (
    ("finding", _("Hạn chế")),
    ("deadline", _("Hạn khắc phục")),
    ("shortcoming__status", _("Trạng thái")),
)

MEASURES = [
    Measure(
        code="supervision.inspections",
        label=_("Cuộc kiểm tra, giám sát đã tiến hành"),
        unit_of_count=_("cuộc"),
        records=_begun,
        of_unit="programme__unit",
        on_date="begun_on",
        meaning=IN_PERIOD,
        counts=Records(),
        splits={"kind": KINDS, "level": LEVELS},
        how_counted=_(
            "Đếm mỗi cuộc một lần ở nơi tiến hành, theo ngày quyết định; giám sát thường xuyên theo "
            "ngày ghi kết quả."
        ),
        columns=COLUMNS,
    ),
    Measure(
        code="supervision.units_inspected",
        label=_("Tổ chức được kiểm tra, giám sát"),
        unit_of_count=_("tổ chức"),
        records=_of_units,
        on_date="begun_on",
        meaning=IN_PERIOD,
        counts=Distinct("unit"),
        splits={"kind": KINDS},
        how_counted=_("Đếm mỗi tổ chức một lần dù có nhiều cuộc trong kỳ."),
        columns=COLUMNS,
    ),
    Measure(
        code="supervision.times_units",
        label=_("Lượt tổ chức được kiểm tra, giám sát"),
        unit_of_count=_("lượt"),
        records=_of_units,
        on_date="begun_on",
        meaning=IN_PERIOD,
        counts=Records(),
        splits={"kind": KINDS},
        how_counted=_("Đếm mỗi cuộc một lượt: một tổ chức hai cuộc trong kỳ là hai lượt."),
        columns=COLUMNS,
    ),
    Measure(
        code="supervision.persons_inspected",
        label=_("Đảng viên được kiểm tra, giám sát"),
        unit_of_count=_("người"),
        records=_of_persons,
        on_date="begun_on",
        meaning=IN_PERIOD,
        counts=Distinct("person"),
        splits={"kind": KINDS},
        how_counted=_("Đếm mỗi người một lần dù có nhiều cuộc trong kỳ."),
        columns=COLUMNS,
    ),
    Measure(
        code="supervision.times_persons",
        label=_("Lượt đảng viên được kiểm tra, giám sát"),
        unit_of_count=_("lượt"),
        records=_of_persons,
        on_date="begun_on",
        meaning=IN_PERIOD,
        counts=Records(),
        splits={"kind": KINDS},
        how_counted=_("Đếm mỗi cuộc một lượt."),
        columns=COLUMNS,
    ),
    Measure(
        code="supervision.pointed_out",
        label=_("Hạn chế chỉ ra qua kiểm tra, giám sát"),
        unit_of_count=_("hạn chế"),
        records=_asked,
        of_unit="shortcoming__unit",
        on_date="shortcoming__found_on",
        meaning=IN_PERIOD,
        counts=Records(),
        how_counted=_(
            "Đếm việc khắc phục đã giao bằng kết luận hoặc từ ghi chép, theo ngày nêu ra; dự thảo không đếm."
        ),
        columns=REMEDIES,
    ),
    Measure(
        code="supervision.pointed_out_mended",
        label=_("Hạn chế qua kiểm tra, giám sát đã khắc phục"),
        unit_of_count=_("hạn chế"),
        records=_mended,
        of_unit="shortcoming__unit",
        on_date="shortcoming__verified_on",
        meaning=IN_PERIOD,
        counts=Records(),
        how_counted=_("Đếm theo ngày người khác kiểm tra, xác nhận đã khắc phục."),
        columns=REMEDIES,
    ),
]
