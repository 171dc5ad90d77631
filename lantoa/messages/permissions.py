"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import Right

PERMISSIONS = {
    "messages.sendings": Right(_("Xem thư đã gửi, gửi được hay chưa"), "administrator"),
    "messages.urge": Right(_("Đôn đốc các đơn vị trực thuộc"), "committee officer leader"),
}
