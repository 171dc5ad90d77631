"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "round.opened": _("mở kỳ số liệu"),
    "round.closed": _("đóng kỳ số liệu"),
    "round.withdrawn": _("rút lại kỳ số liệu"),
}
