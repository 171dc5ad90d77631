"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import Right

PERMISSIONS = {
    "upkeep.manage": Right(_("Xem việc chạy nền, sao lưu, kiểm tra hệ thống"), "administrator"),
}
