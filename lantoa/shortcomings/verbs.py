"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "shortcoming.not_accepted": _("chưa xác nhận"),
    "shortcoming.replied": _("trả lời"),
    "shortcoming.reported": _("báo cáo"),
    "shortcoming.verified": _("kiểm tra, xác nhận"),
    "shortcoming.withdrawn": _("rút lại"),
    "shortcoming.written": _("viết"),
}
