"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "document.entered": _("vào sổ"),
    "document.issued": _("ban hành"),
    "document.signed": _("ký"),
    "document.taken_out": _("gỡ khỏi sổ"),
    "term.opened": _("mở"),
}
