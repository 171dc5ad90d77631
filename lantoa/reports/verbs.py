"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "outline.edited": _("sửa đề cương"),
    "outline.laid_aside": _("thôi dùng đề cương"),
    "outline.written": _("lập đề cương"),
    "report.figures_seen": _("xem số mới trong"),
    "report.issued": _("ban hành"),
    "report.reworded": _("sửa câu trong"),
    "report.started": _("bắt đầu"),
    "report.written": _("viết"),
}
