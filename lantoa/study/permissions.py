"""Rights that this room checks."""

from django.utils.translation import gettext_lazy as _

PERMISSIONS = {
    "study.view": _("Xem lớp học tập, quán triệt trong đơn vị"),
    "study.edit": _("Ghi và sửa lớp học tập, quán triệt của đơn vị"),
}
