"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import Right

PERMISSIONS = {
    "meetings.attend": Right(
        _("Xem các buổi sinh hoạt của chi bộ mình"), "member secretary committee officer leader inspector"
    ),
    "meetings.view": Right(
        _("Xem buổi sinh hoạt, điểm danh, biên bản trong đơn vị"),
        "secretary committee officer leader inspector",
    ),
    "meetings.edit": Right(_("Ghi và sửa buổi sinh hoạt của đơn vị"), "secretary committee"),
    "meetings.rules": Right(_("Đặt cách chấm điểm buổi sinh hoạt"), "officer administrator"),
}
