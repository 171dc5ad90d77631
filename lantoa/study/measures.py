"""The numbers this room can count."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from lantoa.figures.measure import Distinct, Least, Measure, Share, Split, Total
from lantoa.programme.measures import by_movement
from lantoa.study import queries
from lantoa.study.models import Admission, Certificate, Course, CourseIntake, Essay, StudyClass


def _classes(on: dt.date) -> QuerySet[StudyClass]:
    return StudyClass.objects.all()


def _with_everybody(on: dt.date) -> QuerySet[Any]:
    return StudyClass.objects.annotate(everybody=F("party_attended") + F("outside_attended"))


FORMS = Split(
    _("Theo hình thức"), {value: (label, Q(form=value)) for value, label in StudyClass.Form.choices}
)
LEVELS = Split(
    _("Theo cấp tổ chức"), {value: (label, Q(level=value)) for value, label in StudyClass.Level.choices}
)
COLUMNS = (
    ("topic", _("Nội dung học")),
    ("held_on", _("Ngày")),
    ("ratio", _("Dự / triệu tập")),
    ("share", _("Tỷ lệ %")),
)
_of_class = partial(
    Measure, records=_classes, on_date="held_on", splits={"form": FORMS, "level": LEVELS}, columns=COLUMNS
)

KINDS = Split(_("Theo loại lớp"), {value: (label, Q(kind=value)) for value, label in Course.Kind.choices})
COURSE_COLUMNS = (
    ("name", _("Tên lớp")),
    ("starts", _("Khai giảng")),
    ("participants", _("Học viên")),
    ("certified", _("Được cấp giấy chứng nhận")),
)
SOURCES = Split(
    _("Nguồn kết nạp"),
    {
        "course": (_("từ lớp bồi dưỡng"), Q(course__isnull=False)),
        "other": (_("chưa ghi lớp"), Q(course__isnull=True)),
    },
)
ADMITTED_IN = Split(
    _("Trong phong trào thi đua"),
    {
        "movement": (_("trong phong trào"), Q(movement__isnull=False)),
        "other": (_("ngoài phong trào"), Q(movement__isnull=True)),
    },
)


def _courses(on: dt.date) -> QuerySet[Course]:
    return Course.objects.all()


_of_course = partial(
    Measure,
    records=_courses,
    on_date="starts",
    splits={"kind": KINDS, "in": by_movement()},
    columns=COURSE_COLUMNS,
)

MEASURES = [
    _of_class(
        code="study.classes",
        label=_("Lớp, hội nghị học tập, quán triệt"),
        unit_of_count=_("lớp"),
        how_counted=_("Đếm mỗi lớp một lần, theo ngày học, ở đơn vị tổ chức lớp."),
    ),
    _of_class(
        code="study.attended",
        label=_("Lượt đảng viên dự học"),
        unit_of_count=_("lượt"),
        counts=Total("party_attended"),
        how_counted=_(
            "Cộng số đảng viên dự của từng lớp: một người dự hai lớp là hai lượt. Không gồm học bù."
        ),
    ),
    _of_class(
        code="study.summoned",
        label=_("Lượt đảng viên được triệu tập"),
        unit_of_count=_("lượt"),
        counts=Total("party_summoned"),
        how_counted=_("Cộng số đảng viên được triệu tập của từng lớp."),
    ),
    Measure(
        code="study.attendance",
        label=_("Tỷ lệ đảng viên dự học"),
        unit_of_count=_("lượt"),
        counts=Share(numerator="study.attended", denominator="study.summoned"),
        how_counted=_("Tổng lượt dự trên tổng lượt được triệu tập của mọi lớp trong kỳ."),
    ),
    _of_class(
        code="study.least_attendance",
        label=_("Tỷ lệ dự học thấp nhất của một lớp"),
        unit_of_count="%",
        counts=Least(numerator="party_attended", denominator="party_summoned"),
        how_counted=_(
            "Tỷ lệ của lớp thấp nhất trong kỳ: “luôn đạt hơn 98,5 %” nghĩa là không lớp nào thấp hơn, "
            "không phải trung bình."
        ),
    ),
    _of_class(
        code="study.made_up",
        label=_("Lượt đảng viên học bù"),
        unit_of_count=_("lượt"),
        counts=Total("made_up"),
        how_counted=_("Cộng số đảng viên vắng đã học bù, ghi ở lớp đã vắng. Không cộng vào lượt dự."),
    ),
    _of_class(
        code="study.outside_attended",
        label=_("Lượt người ngoài Đảng dự học"),
        unit_of_count=_("lượt"),
        counts=Total("outside_attended"),
        how_counted=_("Cộng số cán bộ, quần chúng ngoài Đảng dự của từng lớp."),
    ),
    Measure(
        code="study.everybody_attended",
        label=_("Lượt người dự học, đảng viên và ngoài Đảng"),
        unit_of_count=_("lượt người"),
        records=_with_everybody,
        on_date="held_on",
        splits={"form": FORMS, "level": LEVELS},
        columns=COLUMNS,
        counts=Total("everybody"),
        how_counted=_("Cộng đảng viên và người ngoài Đảng dự của từng lớp; người dự hai lớp là hai lượt."),
    ),
    _of_class(
        code="study.essays",
        label=_("Bài thu hoạch"),
        unit_of_count=_("bài"),
        records=lambda on: queries.with_essays(StudyClass.objects.all()),
        counts=Total("essays_known"),
        how_counted=_(
            "Cộng số bài thu hoạch của từng lớp, ở đơn vị tổ chức lớp: số ghi ở lớp, hoặc số bài gửi qua hệ thống nếu "
            "nhiều hơn."
        ),
    ),
    Measure(
        code="study.essays_sent",
        label=_("Bài thu hoạch gửi qua hệ thống, theo đơn vị của người viết"),
        unit_of_count=_("bài"),
        records=lambda on: Essay.objects.all(),
        on_date="study_class__held_on",
        how_counted=_(
            "Đếm bài đã gửi, ở chi bộ của người viết khi gửi, theo ngày học, dù lớp do cấp nào tổ chức. Không cộng vào "
            "số bài ghi ở lớp."
        ),
        # No name: the list behind a number is read by many.
        columns=(("study_class", _("Lớp")), ("study_class__held_on", _("Ngày học"))),
    ),
    _of_course(
        code="study.courses",
        label=_("Lớp bồi dưỡng, lý luận chính trị đã mở"),
        unit_of_count=_("lớp"),
        how_counted=_("Đếm mỗi lớp một lần, theo ngày khai giảng, ở đơn vị mở lớp."),
    ),
    _of_course(
        code="study.courses_with_programme",
        label=_("Lớp bồi dưỡng có nội dung học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh"),
        unit_of_count=_("lớp"),
        records=lambda on: Course.objects.filter(has_programme=True),
        how_counted=_("Như số lớp đã mở, chỉ tính lớp ghi có nội dung ấy trong chương trình."),
    ),
    _of_course(
        code="study.course_participants",
        label=_("Lượt học viên lớp bồi dưỡng, lý luận chính trị"),
        unit_of_count=_("lượt học viên"),
        counts=Total("participants"),
        how_counted=_("Cộng số học viên của từng lớp; một người học hai lớp là hai lượt."),
    ),
    _of_course(
        code="study.certificates",
        label=_("Giấy chứng nhận đã cấp"),
        unit_of_count=_("giấy"),
        records=lambda on: Course.objects.filter(certified__isnull=False),
        counts=Total("certified"),
        how_counted=_("Cộng số giấy chứng nhận của các lớp đã ghi; lớp chưa ghi không được tính."),
    ),
    Measure(
        code="study.certified_people",
        label=_("Người có giấy chứng nhận, theo tên"),
        unit_of_count=_("người"),
        records=lambda on: Certificate.objects.all().standing(),
        of_unit="course__unit",
        on_date="issued_on",
        counts=Distinct("person_id"),
        splits={
            "kind": Split(
                _("Theo loại lớp"),
                {value: (label, Q(course__kind=value)) for value, label in Course.Kind.choices},
            ),
            "in": by_movement("course__movement"),
        },
        how_counted=_(
            "Đếm người khác nhau được ghi tên, mỗi người một lần dù có giấy của nhiều lớp; giấy chưa ghi tên thì không "
            "có ở đây."
        ),
        # No name: the list behind a number is read by many.
        columns=(("course", _("Lớp")), ("issued_on", _("Ngày cấp"))),
    ),
    Measure(
        code="study.sent",
        label=_("Người được đơn vị cử học lớp bồi dưỡng, lý luận chính trị"),
        unit_of_count=_("lượt người"),
        records=lambda on: CourseIntake.objects.all(),
        on_date="course__starts",
        counts=Total("people"),
        splits={
            "kind": Split(
                _("Theo loại lớp"),
                {value: (label, Q(course__kind=value)) for value, label in Course.Kind.choices},
            ),
            "in": by_movement("course__movement"),
        },
        how_counted=_(
            "Cộng số học viên theo đơn vị cử, theo ngày khai giảng; là một phần của lượt học viên đã ghi theo đơn vị."
        ),
        columns=(
            ("course", _("Lớp")),
            ("people", _("Số người")),
            ("certified", _("Được cấp giấy chứng nhận")),
        ),
    ),
    Measure(
        code="study.admitted",
        label=_("Đảng viên mới kết nạp"),
        unit_of_count=_("người"),
        records=lambda on: Admission.objects.all().standing(),
        on_date="admitted_on",
        counts=Total("people"),
        splits={"source": SOURCES, "movement": ADMITTED_IN, "in": by_movement()},
        how_counted=_("Cộng số người được kết nạp theo ngày kết nạp, ở đơn vị kết nạp; mỗi người một lần."),
        columns=(
            ("admitted_on", _("Ngày kết nạp")),
            ("people", _("Số người")),
            ("course", _("Từ lớp bồi dưỡng")),
            ("movement", _("Trong phong trào")),
        ),
    ),
]
