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
    "study_class.corrected": _("sửa cho đúng"),
    "study_class.made_up": _("ghi học bù"),
    "study_class.recorded": _("ghi lại"),
    "study_class.removed": _("bỏ"),
}
