"""The numbers this room can count: who was looked at, as persons and as occurrences, answers, findings.

How people were rated is no number of the house: in a small unit it would tell of a person what only her review tells.
"""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.figures.measure import IN_PERIOD, Distinct, Measure, Records, Split
from lantoa.reviews.models import Finding, HeadReport, Hearing, Review
from lantoa.reviews.words import Kind, Status

KINDS = Split(_("Theo kỳ"), {value: (label, Q(period__kind=value)) for value, label in Kind.choices})
COLUMNS = (("period", _("Đợt")), ("decided_on", _("Ngày có kết quả")))

MEASURES = [
    Measure(
        code="reviews.heads",
        label=_("Người đứng đầu báo cáo cấp trên về nhiệm vụ trọng tâm, đột phá, nêu gương"),
        unit_of_count=_("người đứng đầu"),
        records=lambda on: HeadReport.objects.sent(),
        on_date="sent_on",
        meaning=IN_PERIOD,
        counts=Distinct("person"),
        how_counted=_(
            "Đếm người đứng đầu đã gửi báo cáo năm cho cấp trên, theo ngày gửi, mỗi người một lần."
        ),
        columns=(("year", _("Năm")), ("sent_on", _("Ngày báo cáo"))),
    ),
    Measure(
        code="reviews.decided",
        label=_("Lượt kiểm điểm cá nhân đã có kết quả"),
        unit_of_count=_("lượt"),
        records=lambda on: Review.objects.of_persons().filter(status=Status.DECIDED),
        on_date="decided_on",
        meaning=IN_PERIOD,
        counts=Records(),
        splits={"kind": KINDS},
        how_counted=_(
            "Đếm mỗi bản kiểm điểm của cá nhân một lần, theo ngày có kết quả: một người hai quý là hai lượt."
        ),
        columns=COLUMNS,
    ),
    Measure(
        code="reviews.people",
        label=_("Người đã được kiểm điểm, có kết quả"),
        unit_of_count=_("người"),
        records=lambda on: Review.objects.of_persons().filter(status=Status.DECIDED),
        on_date="decided_on",
        meaning=IN_PERIOD,
        counts=Distinct("person"),
        splits={"kind": KINDS},
        how_counted=_(
            "Đếm người, không đếm bản: một người kiểm điểm nhiều kỳ trong thời gian này vẫn là một."
        ),
        columns=COLUMNS,
    ),
    Measure(
        code="reviews.collectives",
        label=_("Tập thể đã được kiểm điểm, có kết quả"),
        unit_of_count=_("tập thể"),
        records=lambda on: Review.objects.filter(person__isnull=True, status=Status.DECIDED),
        on_date="decided_on",
        meaning=IN_PERIOD,
        counts=Distinct("unit"),
        splits={"kind": KINDS},
        how_counted=_("Đếm mỗi tổ chức một lần, theo ngày có kết quả."),
        columns=COLUMNS,
    ),
    Measure(
        code="reviews.heard",
        label=_("Lượt kiểm điểm tại cuộc họp"),
        unit_of_count=_("lượt"),
        records=lambda on: Hearing.objects.all(),
        of_unit="review__unit",
        on_date="held_on",
        meaning=IN_PERIOD,
        counts=Records(),
        how_counted=_("Đếm mỗi lần một cuộc họp nhận xét một bản; cán bộ kiểm điểm hai nơi là hai lượt."),
        columns=(("held_on", _("Ngày họp")), ("minutes_number", _("Biên bản"))),
    ),
    Measure(
        code="reviews.replied",
        label=_("Lượt trả lời nhận xét"),
        unit_of_count=_("lượt"),
        records=lambda on: Review.objects.of_persons().exclude(reply=""),
        on_date="replied_on",
        meaning=IN_PERIOD,
        counts=Records(),
        how_counted=_("Đếm bản có lời trả lời của người được kiểm điểm; nói không có ý kiến không tính."),
        columns=(("period", _("Đợt")), ("replied_on", _("Ngày trả lời"))),
    ),
    Measure(
        code="reviews.findings",
        label=_("Hạn chế nêu ra qua kiểm điểm"),
        unit_of_count=_("hạn chế"),
        records=lambda on: Finding.objects.all(),
        of_unit="review__unit",
        on_date="shortcoming__found_on",
        meaning=IN_PERIOD,
        counts=Records(),
        how_counted=_(
            "Đếm hạn chế ghi từ một bản kiểm điểm, theo ngày nêu ra; khắc phục theo dõi ở phần Hạn chế."
        ),
        columns=(("shortcoming__found_on", _("Ngày nêu ra")), ("shortcoming__deadline", _("Hạn khắc phục"))),
    ),
]
