"""Rights that this room checks."""

from django.utils.translation import gettext_lazy as _

PERMISSIONS = {
    "meetings.attend": _("Xem các buổi sinh hoạt của chi bộ mình"),
    "meetings.view": _("Xem buổi sinh hoạt, điểm danh, biên bản trong đơn vị"),
    "meetings.edit": _("Ghi và sửa buổi sinh hoạt của đơn vị"),
}
