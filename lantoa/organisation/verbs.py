"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "unit.change_undone": _("hoàn tác việc sắp xếp tổ chức"),
    "unit.corrected": _("sửa cho đúng"),
    "unit.dissolve": _("giải thể"),
    "unit.found": _("thành lập"),
    "unit.merge": _("sáp nhập"),
    "unit.move": _("chuyển"),
    "unit.rename": _("đổi tên"),
    "unit.split": _("chia tách"),
}
