"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "admission.recorded": _("ghi lại"),
    "admission.struck_out": _("gạch bỏ"),
    "certificate.given": _("ghi"),
    "certificate.struck_out": _("gạch bỏ"),
    "course.corrected": _("sửa cho đúng"),
    "course.intake_recorded": _("ghi đơn vị cử học viên"),
    "course.intake_removed": _("bỏ dòng đơn vị cử học viên"),
    "course.recorded": _("ghi lại"),
    "curriculum.added": _("thêm"),
    "curriculum.edited": _("sửa"),
    "essay.bulk_reading_stopped": _("bị dừng vì mở quá nhiều bài trong vài phút"),
    "essay.corrected": _("sửa"),
    "essay.opened": _("mở"),
    "essay.sent": _("gửi"),
    "essay.taken_back": _("rút lại"),
    "study_class.attendance_taken": _("ghi điểm danh"),
    "study_class.corrected": _("sửa cho đúng"),
    "study_class.made_up": _("ghi học bù"),
    "study_class.part_recorded": _("ghi số dự của một đơn vị"),
    "study_class.part_removed": _("bỏ số dự của một đơn vị"),
    "study_class.recorded": _("ghi lại"),
    "study_class.removed": _("bỏ"),
}
