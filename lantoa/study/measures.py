"""The numbers this room can count."""

from __future__ import annotations

import datetime as dt
from functools import partial

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from lantoa.figures.measure import Least, Measure, Share, Split, Total
from lantoa.study.models import StudyClass


def _classes(on: dt.date) -> QuerySet[StudyClass]:
    return StudyClass.objects.all()


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
    _of_class(
        code="study.essays",
        label=_("Bài thu hoạch"),
        unit_of_count=_("bài"),
        counts=Total("essays"),
        how_counted=_("Cộng số bài thu hoạch của từng lớp."),
    ),
]
