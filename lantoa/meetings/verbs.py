"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "meeting.corrected": _("sửa cho đúng"),
    "meeting.posted": _("ghi đã đăng Sổ tay đảng viên điện tử"),
    "meeting.recorded": _("ghi lại"),
    "meeting.removed": _("bỏ"),
}
