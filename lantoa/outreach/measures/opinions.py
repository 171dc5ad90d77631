"""The numbers of what people said: opinions, where they were heard, complaints."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.figures.measure import ON_DAY, Measure, Split, Total
from lantoa.outreach.models import CitizenComplaint, CitizenOpinion, Forum

BY_CHANNEL = Split(
    _("Kênh tiếp nhận"),
    {
        "direct": (_("trực tiếp"), Q(channel="direct")),
        "survey": (_("qua phiếu khảo sát"), Q(channel="survey")),
        "reception": (_("ngày tiếp dân"), Q(channel="reception")),
        "box": (_("hòm thư góp ý"), Q(channel="box")),
        "letter": (_("thư, đơn"), Q(channel="letter")),
    },
)
BY_SOURCE = Split(
    _("Nguồn ý kiến"),
    {
        "people": (_("nhân dân"), Q(source="people")),
        "agency": (_("cơ quan, ban ngành"), Q(source="agency")),
    },
)
BY_KIND_OF_COMPLAINT = Split(
    _("Loại đơn"), {value: (label, Q(kind=value)) for value, label in CitizenComplaint.Kind.choices}
)
# No words and no name of the person who spoke: the list behind a number is read by many.
OPINION_COLUMNS = (
    ("received_on", _("Ngày tiếp nhận")),
    ("forum", _("Hội nghị")),
    ("field", _("Lĩnh vực")),
    ("channel", _("Kênh")),
    ("status", _("Trạng thái")),
)
FORUM_COLUMNS = (
    ("title", _("Tên")),
    ("held_on", _("Ngày tổ chức")),
    ("place", _("Địa điểm")),
    ("attended", _("Số lượt người")),
)
# By number, kind, status and result: whose it is and what it says is read where it is handled.
COMPLAINT_COLUMNS = (
    ("number", _("Số vào sổ")),
    ("received_on", _("Ngày tiếp nhận")),
    ("kind", _("Loại đơn")),
    ("people", _("Số người đứng đơn")),
    ("status", _("Giai đoạn")),
    ("result", _("Kết luận")),
    ("closed_on", _("Kết thúc ngày")),
)

OPINIONS = [
    Measure(
        code="outreach.opinions",
        label=_("Ý kiến nhân dân đã tiếp nhận"),
        unit_of_count=_("ý kiến"),
        records=lambda on: CitizenOpinion.objects.standing(),
        on_date="received_on",
        splits={"channel": BY_CHANNEL, "source": BY_SOURCE},
        how_counted=_("Đếm từng ý kiến theo ngày tiếp nhận, tại hội nghị và qua phiếu khảo sát."),
        columns=OPINION_COLUMNS,
    ),
    Measure(
        code="outreach.opinions_answered",
        label=_("Ý kiến nhân dân đã trả lời"),
        unit_of_count=_("ý kiến"),
        records=lambda on: CitizenOpinion.objects.standing().filter(answered_on__isnull=False),
        on_date="answered_on",
        splits={"channel": BY_CHANNEL, "source": BY_SOURCE},
        how_counted=_("Đếm ý kiến theo ngày trả lời, đã giải quyết xong hay chưa."),
        columns=(*OPINION_COLUMNS, ("answered_on", _("Ngày trả lời"))),
    ),
    Measure(
        code="outreach.opinions_resolved",
        label=_("Ý kiến nhân dân đã giải quyết xong"),
        unit_of_count=_("ý kiến"),
        records=lambda on: CitizenOpinion.objects.standing().resolved(),
        on_date="resolved_on",
        splits={"channel": BY_CHANNEL, "source": BY_SOURCE},
        how_counted=_(
            "Đếm ý kiến theo ngày giải quyết xong trong kỳ, kể cả ý kiến tiếp nhận từ kỳ trước; đã trả lời "
            "nhưng chưa giải quyết xong thì chưa tính."
        ),
        columns=(*OPINION_COLUMNS, ("resolved_on", _("Ngày giải quyết xong"))),
    ),
    Measure(
        code="outreach.opinions_satisfied",
        label=_("Ý kiến nhân dân được hỏi lại"),
        unit_of_count=_("ý kiến"),
        records=lambda on: CitizenOpinion.objects.standing().exclude(satisfaction=""),
        on_date="satisfaction_on",
        splits={
            "satisfaction": Split(
                _("Mức hài lòng"),
                {
                    value: (label, Q(satisfaction=value))
                    for value, label in CitizenOpinion.Satisfaction.choices
                },
            )
        },
        how_counted=_(
            "Đếm ý kiến đã trả lời mà người trả lời có hỏi lại và ghi mức hài lòng, theo ngày hỏi lại. Ý kiến chưa "
            "hỏi lại không tính là hài lòng hay chưa."
        ),
        columns=(*OPINION_COLUMNS, ("satisfaction", _("Mức hài lòng"))),
    ),
    Measure(
        code="outreach.hearings",
        label=_("Hội nghị lắng nghe ý kiến nhân dân"),
        unit_of_count=_("hội nghị"),
        records=lambda on: Forum.objects.standing().hearings(),
        on_date="held_on",
        how_counted=_("Đếm hội nghị theo ngày tổ chức."),
        columns=FORUM_COLUMNS,
    ),
    Measure(
        code="outreach.hearing_attendance",
        label=_("Lượt người dự hội nghị lắng nghe"),
        unit_of_count=_("lượt người"),
        records=lambda on: Forum.objects.standing().hearings().filter(attended__isnull=False),
        on_date="held_on",
        counts=Total("attended"),
        how_counted=_(
            "Cộng số người dự của các hội nghị có ghi; người dự hai hội nghị tính hai lượt. Hội nghị chưa ghi số "
            "người thì chưa biết, không phải bằng 0."
        ),
        columns=FORUM_COLUMNS,
    ),
    Measure(
        code="outreach.receptions",
        label=_("Buổi tiếp dân"),
        unit_of_count=_("buổi"),
        records=lambda on: Forum.objects.standing().receptions(),
        on_date="held_on",
        how_counted=_("Đếm buổi tiếp dân theo ngày tổ chức."),
        columns=FORUM_COLUMNS,
    ),
    Measure(
        code="outreach.reception_attendance",
        label=_("Lượt người được tiếp"),
        unit_of_count=_("lượt người"),
        records=lambda on: Forum.objects.standing().receptions().filter(attended__isnull=False),
        on_date="held_on",
        counts=Total("attended"),
        how_counted=_("Cộng số người được tiếp của các buổi có ghi; người đến hai buổi tính hai lượt."),
        columns=FORUM_COLUMNS,
    ),
]
COMPLAINTS = [
    Measure(
        code="outreach.complaints",
        label=_("Đơn đã tiếp nhận"),
        unit_of_count=_("đơn"),
        records=lambda on: CitizenComplaint.objects.standing(),
        on_date="received_on",
        splits={"kind": BY_KIND_OF_COMPLAINT},
        how_counted=_("Đếm đơn khiếu nại, tố cáo, kiến nghị, phản ánh theo ngày tiếp nhận, ở nơi vào sổ."),
        columns=COMPLAINT_COLUMNS,
    ),
    Measure(
        code="outreach.complaint_people",
        label=_("Người đứng đơn"),
        unit_of_count=_("người"),
        records=lambda on: CitizenComplaint.objects.standing(),
        on_date="received_on",
        counts=Total("people"),
        splits={"kind": BY_KIND_OF_COMPLAINT},
        how_counted=_(
            "Cộng số người đứng tên trong từng đơn; ai gửi hai đơn được tính ở cả hai, vì họ tên không dùng để đếm."
        ),
        columns=COMPLAINT_COLUMNS,
    ),
    Measure(
        code="outreach.complaints_resolved",
        label=_("Đơn đã giải quyết"),
        unit_of_count=_("đơn"),
        records=lambda on: CitizenComplaint.objects.settled(),
        on_date="closed_on",
        splits={
            "kind": BY_KIND_OF_COMPLAINT,
            "result": Split(
                _("Kết luận"),
                {value: (label, Q(result=value)) for value, label in CitizenComplaint.Result.choices},
            ),
        },
        how_counted=_(
            "Đếm đơn theo ngày giải quyết xong, kể cả đơn tiếp nhận từ kỳ trước; không tính đơn không thụ lý, đã rút "
            "hoặc đã chuyển cơ quan có thẩm quyền."
        ),
        columns=COMPLAINT_COLUMNS,
    ),
    Measure(
        code="outreach.complaints_in_time",
        label=_("Đơn giải quyết đúng hạn"),
        unit_of_count=_("đơn"),
        records=lambda on: CitizenComplaint.objects.in_time(),
        on_date="closed_on",
        how_counted=_("Đếm đơn đã giải quyết, có ghi hạn, xong không muộn hơn hạn."),
        columns=(*COMPLAINT_COLUMNS, ("due_on", _("Hạn"))),
    ),
    Measure(
        code="outreach.complaints_open",
        label=_("Đơn đang giải quyết"),
        unit_of_count=_("đơn"),
        records=lambda on: CitizenComplaint.objects.open_on(on),
        on_date="received_on",
        meaning=ON_DAY,
        splits={"kind": BY_KIND_OF_COMPLAINT},
        how_counted=_("Đếm đơn đã tiếp nhận và chưa kết thúc tại ngày cuối kỳ."),
        columns=(*COMPLAINT_COLUMNS, ("due_on", _("Hạn"))),
    ),
]
