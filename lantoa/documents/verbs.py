"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "document.issued": _("ban hành"),
    "document.signed": _("ký"),
    "term.opened": _("mở"),
}
