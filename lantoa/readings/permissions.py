"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import Right

PERMISSIONS = {
    "readings.view": Right(
        _("Đọc tư liệu về Bác"), "member secretary committee officer leader inspector administrator"
    ),
    "readings.edit": Right(_("Nhập, sửa tư liệu về Bác của đơn vị"), "committee officer administrator"),
}
