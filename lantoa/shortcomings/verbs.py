"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "shortcoming.bulk_reading_stopped": _("bị dừng vì mở quá nhiều bản trong vài phút"),
    "shortcoming.not_accepted": _("chưa xác nhận"),
    "shortcoming.opened": _("mở"),
    "shortcoming.reopened": _("mở lại"),
    "shortcoming.replied": _("trả lời"),
    "shortcoming.reported": _("báo cáo"),
    "shortcoming.verified": _("kiểm tra, xác nhận"),
    "shortcoming.withdrawn": _("rút lại"),
    "shortcoming.written": _("viết"),
}
