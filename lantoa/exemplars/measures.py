"""The numbers this room can count."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.exemplars.models import Exemplar, ExemplarResult
from lantoa.figures.measure import SINCE_START, Measure, Split

BY_SUBJECT = Split(
    _("Tập thể, cá nhân"),
    {
        "collective": (_("tập thể"), Q(subject="collective")),
        "individual": (_("cá nhân"), Q(subject="individual")),
    },
)
BY_RECURRENCE = Split(
    _("Một lần, thường xuyên"),
    {
        "total": (_("tổng cộng"), Q(recurrence="total")),
        "per_month": (_("mỗi tháng"), Q(recurrence="per_month")),
        "per_year": (_("mỗi năm"), Q(recurrence="per_year")),
    },
)
COLUMNS = (
    ("title", _("Việc làm")),
    ("get_subject_display", _("Của ai")),
    ("field__name", _("Lĩnh vực")),
    ("place", _("Nơi")),
    ("published_on", _("Ngày công bố")),
)
RESULT_COLUMNS = (
    ("exemplar__title", _("Việc làm")),
    ("label", _("Kết quả")),
    ("value", _("Số")),
    ("unit_of_count", _("Đơn vị tính")),
    ("get_recurrence_display", _("Tính thế nào")),
    ("counted_until", _("Tính đến ngày")),
)

MEASURES = [
    Measure(
        code="exemplars.published",
        label=_("Gương, điển hình công bố trong kỳ"),
        unit_of_count=_("gương, điển hình"),
        how_counted=_(
            "Đếm mỗi bài một lần, theo ngày công bố; bài đã rút hoặc có người rút đồng ý nêu tên thì không đếm."
        ),
        records=lambda on: Exemplar.objects.published(),
        on_date="published_on",
        splits={"subject": BY_SUBJECT},
        columns=COLUMNS,
    ),
    Measure(
        code="exemplars.published_total",
        label=_("Gương, điển hình công bố, lũy kế"),
        unit_of_count=_("gương, điển hình"),
        how_counted=_("Đếm mỗi bài một lần, lũy kế đến ngày cuối kỳ; bài đã rút hoặc đang ẩn thì không đếm."),
        records=lambda on: Exemplar.objects.published(),
        on_date="published_on",
        meaning=SINCE_START,
        splits={"subject": BY_SUBJECT},
        columns=COLUMNS,
    ),
    Measure(
        code="exemplars.results",
        label=_("Kết quả nêu trong gương, điển hình"),
        unit_of_count=_("kết quả"),
        how_counted=_(
            "Đếm từng kết quả có số liệu của bài công bố trong kỳ. Kết quả một lần và kết quả hằng tháng, "
            "hằng năm để riêng, không cộng vào nhau."
        ),
        records=lambda on: ExemplarResult.objects.filter(
            exemplar__in=Exemplar.objects.published().values("pk")
        ),
        of_unit="exemplar__unit",
        on_date="exemplar__published_on",
        splits={"recurrence": BY_RECURRENCE},
        columns=RESULT_COLUMNS,
    ),
]
