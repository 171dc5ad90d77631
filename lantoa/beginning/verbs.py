"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "beginning.begun": _("bắt đầu dùng"),
    "beginning.confirmed": _("xác nhận"),
    "beginning.rejected": _("không đồng ý"),
}
