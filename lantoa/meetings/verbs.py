"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "appointment.agreed": _("thống nhất"),
    "appointment.cancelled": _("bỏ khỏi lịch"),
    "appointment.changed": _("sửa lịch"),
    "appointment.registered": _("đăng ký lịch"),
    "meeting.answer_dropped": _("giữ bản đang ghi, bỏ bản máy khác"),
    "meeting.corrected": _("sửa cho đúng"),
    "meeting.merged": _("gộp bản ghi trên máy khác"),
    "meeting.posted": _("ghi đã đăng Sổ tay đảng viên điện tử"),
    "meeting.recorded": _("ghi lại"),
    "meeting.removed": _("bỏ"),
    "meeting.scored": _("tự chấm điểm"),
    "meeting_task.assigned": _("giao việc"),
    "meeting_task.finished": _("hoàn thành"),
    "score_rule.changed": _("đổi cách chấm"),
}
