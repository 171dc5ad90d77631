"""Numbers of the spread: an adoption counts for the unit that took the practice over."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from lantoa.adoptions.models import Adoption, Discussion
from lantoa.figures.measure import EVER, SINCE_START, Distinct, Measure, Share, Split

BY_GENERATION = Split(
    _("Học trực tiếp, học lại"),
    {
        "first": (_("học trực tiếp từ nơi khởi đầu"), Q(generation=1)),
        "later": (_("học lại từ nơi đã vận dụng"), Q(generation__gt=1)),
    },
)
COLUMNS = (
    ("practice__name", _("Tên tại đơn vị vận dụng")),
    ("practice__place_name", _("Nơi vận dụng")),
    ("origin__name", _("Học từ mô hình")),
    ("origin__place_name", _("Của")),
    ("generation", _("Đời")),
    ("adopted_on", _("Ngày vận dụng")),
)
STOPPED = (
    ("practice__stopped_on", _("Ngày dừng")),
    ("practice__stop_reason", _("Lý do dừng")),
)
# What every measure here has in common.
EDGE: dict[str, Any] = {
    "of_unit": "practice__unit",
    "on_date": "adopted_on",
    "splits": {"generation": BY_GENERATION},
    "columns": COLUMNS,
}


def _at_age(
    age: str, code: str, label: Any, alive_label: Any, share_label: Any, months: int
) -> list[Measure]:
    """Three measures of an age: who reached it, who still ran that day, the ratio with both kept apart."""
    shared = EDGE | {"on_date": age, "meaning": EVER, "unit_of_count": _("lượt vận dụng")}
    return [
        Measure(
            code=f"practices.observed_{code}",
            label=label,
            how_counted=format_lazy(
                _("Đếm lượt vận dụng mà đến ngày cuối kỳ đã đủ {months} tháng kể từ ngày vận dụng."),
                months=months,
            ),
            records=lambda on: Adoption.objects.all(),
            **shared,
        ),
        Measure(
            code=f"practices.still_running_{code}",
            label=alive_label,
            how_counted=format_lazy(
                _(
                    "Trong số lượt vận dụng đã đủ {months} tháng: đếm lượt còn làm vào ngày tròn {months} tháng, dù "
                    "sau đó có dừng. Nơi chưa ghi dừng tính là còn làm."
                ),
                months=months,
            ),
            records=lambda on: Adoption.objects.alive_at(age),
            **shared,
        ),
        Measure(
            code=f"practices.alive_{code}",
            label=share_label,
            unit_of_count=_("lượt vận dụng"),
            how_counted=format_lazy(
                _(
                    "Số lượt còn làm vào ngày tròn {months} tháng trên số lượt đã đủ {months} tháng; lượt chưa đủ "
                    "thời gian không tính vào cả hai."
                ),
                months=months,
            ),
            counts=Share(f"practices.still_running_{code}", f"practices.observed_{code}"),
        ),
    ]


MEASURES = [
    Measure(
        code="practices.taken_over",
        label=_("Lượt vận dụng mô hình từ nơi khác"),
        unit_of_count=_("lượt vận dụng"),
        how_counted=_(
            "Đếm mỗi lần một đơn vị vận dụng mô hình của nơi khác, theo ngày vận dụng trong kỳ, cho đơn vị vận dụng. "
            "Lượt đã rút vì ghi nhầm không đếm."
        ),
        records=lambda on: Adoption.objects.all(),
        **EDGE,
    ),
    Measure(
        code="practices.taken_over_total",
        label=_("Lượt vận dụng mô hình từ nơi khác, lũy kế"),
        unit_of_count=_("lượt vận dụng"),
        how_counted=_(
            "Đếm từ đầu giai đoạn đến hết kỳ; gồm cả lượt đã dừng, không gồm lượt đã rút vì ghi nhầm."
        ),
        records=lambda on: Adoption.objects.all(),
        meaning=SINCE_START,
        **EDGE,
    ),
    Measure(
        code="practices.units_taking_over",
        label=_("Đơn vị vận dụng mô hình từ nơi khác"),
        unit_of_count=_("đơn vị"),
        how_counted=_("Đếm đơn vị có ít nhất một lượt vận dụng trong kỳ; mỗi đơn vị đếm một lần."),
        records=lambda on: Adoption.objects.all(),
        counts=Distinct("practice__unit"),
        **EDGE,
    ),
    Measure(
        code="practices.adopted_practices",
        label=_("Mô hình được nơi khác vận dụng"),
        unit_of_count=_("mô hình"),
        how_counted=_(
            "Đếm mô hình khởi đầu có ít nhất một nơi vận dụng trong kỳ, trực tiếp hoặc học lại; tính cho nơi khởi đầu, "
            "mỗi mô hình đếm một lần."
        ),
        records=lambda on: Adoption.objects.all(),
        counts=Distinct("root"),
        **EDGE | {"of_unit": "root__unit"},
    ),
    Measure(
        code="practices.talked_over",
        label=_("Mô hình của nơi khác đã trao đổi ở đơn vị"),
        unit_of_count=_("mô hình"),
        how_counted=_(
            "Đếm mô hình của nơi khác có ghi ý kiến trao đổi trong kỳ, theo ngày trao đổi; mỗi mô hình đếm một lần dù "
            "nhiều đơn vị trao đổi."
        ),
        records=lambda on: Discussion.objects.filter(held_on__isnull=False),
        on_date="held_on",
        counts=Distinct("practice"),
        columns=(("practice__name", _("Mô hình")), ("held_on", _("Trao đổi ngày"))),
    ),
    Measure(
        code="practices.adoptions_stopped",
        label=_("Lượt vận dụng đã dừng"),
        unit_of_count=_("lượt vận dụng"),
        how_counted=_("Đếm lượt vận dụng ghi dừng trong kỳ, kèm lý do."),
        records=lambda on: Adoption.objects.filter(practice__stopped_on__isnull=False),
        **EDGE | {"on_date": "practice__stopped_on", "columns": (*COLUMNS, *STOPPED)},
    ),
    *_at_age(
        "half_year_on",
        "after_6_months",
        _("Lượt vận dụng đã đủ 6 tháng"),
        _("Lượt vận dụng còn làm sau 6 tháng"),
        _("Còn duy trì sau 6 tháng"),
        6,
    ),
    *_at_age(
        "full_year_on",
        "after_12_months",
        _("Lượt vận dụng đã đủ 12 tháng"),
        _("Lượt vận dụng còn làm sau 12 tháng"),
        _("Còn duy trì sau 12 tháng"),
        12,
    ),
]
