"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "reading.corrected": _("sửa cho đúng"),
    "reading.entered": _("nhập"),
    "reading.removed": _("bỏ"),
}
