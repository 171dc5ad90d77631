"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "basis.edited": _("sửa"),
    "basis.recorded": _("ghi lại"),
    "directive.answered": _("báo đã thực hiện"),
    "directive.edited": _("sửa"),
    "directive.recorded": _("ghi lại"),
    "list.answered": _("trả lời"),
    "list.proposed": _("gửi"),
    "movement.added": _("thêm"),
    "movement.edited": _("sửa"),
    "movement.joined": _("tham gia"),
    "movement.left": _("thôi tham gia"),
    "movement.name_ended": _("ghi một người thôi tham gia"),
    "movement.named": _("ghi tên người tham gia"),
    "movement.participation_edited": _("sửa"),
    "movement.reviewed": _("sơ kết, tổng kết"),
    "movement.summed_up": _("tổng kết"),
    "plan.closed": _("đóng"),
    "plan.created": _("thêm"),
    "plan.edited": _("sửa"),
    "plan.issued": _("ban hành"),
    "plan.returned": _("trả lại để sửa"),
    "plan.reviewed": _("sơ kết"),
    "plan.submitted": _("gửi"),
    "plan.summed_up": _("tổng kết"),
    "plan_task.finished": _("hoàn thành"),
    "programme.renamed": _("đổi tên"),
    "theme.added": _("thêm"),
    "theme.edited": _("sửa"),
}
