"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "import.imported": _("nhập từ tệp"),
    "export.asked": _("xuất danh sách dài"),
    "import.undone": _("hoàn tác"),
}
