"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import Right

PERMISSIONS = {
    "study.view": Right(
        _("Xem lớp học tập, quán triệt trong đơn vị"), "secretary committee officer leader inspector"
    ),
    "study.edit": Right(_("Ghi và sửa lớp học tập, quán triệt của đơn vị"), "secretary committee officer"),
}
