"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import Right

PERMISSIONS = {
    "exchange.import": Right(
        _("Nhập danh sách từ Excel, hoàn tác trong 24 giờ"),
        "administrator secretary committee officer leader",
    ),
}
