"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "report.issued": _("ban hành"),
    "report.started": _("bắt đầu"),
    "report.written": _("viết"),
}
