"""The numbers this room can count. Quarterly meetings and monthly topics are two series and never one total."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.figures.measure import Measure, Share, Split, Total, UnitsWith
from lantoa.meetings.models import Conclusion, Meeting, ScoreSheet

COLUMNS = (("held_on", _("Ngày")), ("kind", _("Loại")), ("ratio", _("Dự")))
TOPICS = (("topic", _("Chuyên đề")), ("held_on", _("Ngày")), ("presenter", _("Người trình bày")))

BANDS = Split(
    _("Theo mức tự xếp"), {value: (label, Q(band=value)) for value, label in ScoreSheet.Band.choices}
)

KINDS = Split(
    _("Theo loại"),
    {value: (label, Q(kind=value)) for value, label in Meeting.Kind.choices if value != Meeting.Kind.FLAG},
)

MEASURES = [
    Measure(
        code="meetings.held",
        label=_("Buổi sinh hoạt, họp, hội nghị"),
        unit_of_count=_("buổi"),
        records=lambda on: Meeting.objects.exclude(kind=Meeting.Kind.FLAG),
        on_date="held_on",
        splits={"kind": KINDS},
        how_counted=_(
            "Đếm mỗi buổi một lần, theo ngày họp và theo loại; buổi thường kỳ có phần chuyên đề là buổi thường kỳ. "
            "Buổi chào cờ đếm riêng, không cộng vào đây."
        ),
        columns=COLUMNS,
    ),
    Measure(
        code="meetings.regular",
        label=_("Buổi sinh hoạt thường kỳ"),
        unit_of_count=_("buổi"),
        records=lambda on: Meeting.objects.regular(),
        on_date="held_on",
        how_counted=_("Đếm mỗi buổi thường kỳ một lần, theo ngày họp."),
        columns=COLUMNS,
    ),
    Measure(
        code="meetings.thematic",
        label=_("Buổi sinh hoạt chuyên đề"),
        unit_of_count=_("buổi"),
        records=lambda on: Meeting.objects.thematic(),
        on_date="held_on",
        how_counted=_(
            "Đếm buổi chuyên đề họp riêng và buổi thường kỳ có phần chuyên đề, mỗi buổi một lần. "
            "Không gồm chuyên đề dưới cờ."
        ),
        columns=TOPICS,
    ),
    Measure(
        code="meetings.conferences",
        label=_("Hội nghị sơ kết, tổng kết"),
        unit_of_count=_("hội nghị"),
        records=lambda on: Meeting.objects.all().conferences(),
        on_date="held_on",
        how_counted=_("Đếm mỗi hội nghị một lần, ở đơn vị tổ chức, theo ngày họp."),
        columns=(("topic", _("Hội nghị")), ("held_on", _("Ngày")), ("ratio", _("Dự"))),
    ),
    Measure(
        code="meetings.flag",
        label=_("Buổi chào cờ, sinh hoạt dưới cờ"),
        unit_of_count=_("buổi"),
        records=lambda on: Meeting.objects.flag(),
        on_date="held_on",
        how_counted=_("Đếm mỗi buổi chào cờ một lần, theo ngày."),
        columns=(("held_on", _("Ngày")), ("topic", _("Chuyên đề")), ("story", _("Câu chuyện"))),
    ),
    Measure(
        code="meetings.flag_topics",
        label=_("Chuyên đề đã sinh hoạt dưới cờ, đầu tháng"),
        unit_of_count=_("chuyên đề"),
        records=lambda on: Meeting.objects.flag().first_on_topic(),
        on_date="held_on",
        how_counted=_(
            "Đếm chuyên đề, không đếm buổi: một chuyên đề nói nhiều lần ở một đơn vị chỉ tính lần đầu. "
            "Không cộng với số buổi sinh hoạt chuyên đề hằng quý."
        ),
        columns=TOPICS,
    ),
    Measure(
        code="meetings.stories",
        label=_("Câu chuyện về Bác đã kể"),
        unit_of_count=_("câu chuyện"),
        records=lambda on: Meeting.objects.all().first_with_story(),
        on_date="held_on",
        how_counted=_("Đếm câu chuyện, không đếm buổi: kể lại ở cùng đơn vị chỉ tính lần đầu."),
        columns=(("story", _("Câu chuyện")), ("held_on", _("Ngày")), ("presenter", _("Người kể"))),
    ),
    Measure(
        code="meetings.scored",
        label=_("Buổi sinh hoạt đã tự chấm điểm"),
        unit_of_count=_("buổi"),
        records=lambda on: ScoreSheet.objects.all(),
        of_unit="meeting__unit",
        on_date="meeting__held_on",
        splits={"band": BANDS},
        how_counted=_(
            "Đếm buổi có phiếu tự chấm, theo ngày họp và theo mức chi bộ tự xếp. Không lấy trung bình."
        ),
        columns=(("meeting", _("Buổi")), ("total", _("Tổng điểm")), ("band", _("Mức"))),
    ),
    Measure(
        code="meetings.tasks_done",
        label=_("Việc giao tại buổi sinh hoạt đã xong"),
        unit_of_count=_("việc"),
        records=lambda on: Conclusion.objects.filter(done_on__isnull=False),
        of_unit="meeting__unit",
        on_date="done_on",
        how_counted=_("Đếm việc ghi ở kết luận các buổi sinh hoạt, theo ngày ghi xong."),
        columns=(("what", _("Việc")), ("due", _("Hạn")), ("done_on", _("Xong ngày"))),
    ),
    Measure(
        code="meetings.present",
        label=_("Lượt đảng viên dự sinh hoạt"),
        unit_of_count=_("lượt"),
        records=lambda on: Meeting.objects.of_members().counted(),
        on_date="held_on",
        counts=Total("present"),
        how_counted=_(
            "Cộng số có mặt của các buổi thường kỳ và chuyên đề. Buổi chưa ghi điểm danh không tính vào."
        ),
        columns=COLUMNS,
    ),
    Measure(
        code="meetings.members",
        label=_("Lượt đảng viên phải dự sinh hoạt"),
        unit_of_count=_("lượt"),
        records=lambda on: Meeting.objects.of_members().counted(),
        on_date="held_on",
        counts=Total("members"),
        how_counted=_(
            "Cộng số đảng viên phải dự của từng buổi đã ghi điểm danh, theo danh sách ngày họp, "
            "trừ người được miễn."
        ),
        columns=COLUMNS,
    ),
    Measure(
        code="meetings.attendance",
        label=_("Tỷ lệ đảng viên dự sinh hoạt"),
        unit_of_count=_("lượt"),
        counts=Share(numerator="meetings.present", denominator="meetings.members"),
        how_counted=_(
            "Tổng lượt có mặt trên tổng lượt phải dự của các buổi thường kỳ và chuyên đề đã ghi điểm danh."
        ),
    ),
    Measure(
        code="meetings.cells_met",
        label=_("Chi bộ có sinh hoạt thường kỳ trong kỳ"),
        unit_of_count=_("chi bộ"),
        records=lambda on: Meeting.objects.regular(),
        on_date="held_on",
        counts=UnitsWith(level="cell"),
        how_counted=_("Số chi bộ có ít nhất một buổi thường kỳ trong kỳ trên tổng số chi bộ ngày cuối kỳ."),
        columns=COLUMNS,
    ),
    Measure(
        code="meetings.superiors_with_flag",
        label=_("Cấp ủy cấp trên cơ sở có chào cờ, sinh hoạt dưới cờ"),
        unit_of_count=_("đơn vị"),
        records=lambda on: Meeting.objects.flag().filter(unit__level="superior"),
        on_date="held_on",
        counts=UnitsWith(level="superior"),
        how_counted=_(
            "Số đơn vị cấp trên trực tiếp cơ sở tự tổ chức chào cờ trong kỳ, trên tổng số đơn vị cấp đó."
        ),
        columns=COLUMNS,
    ),
]
