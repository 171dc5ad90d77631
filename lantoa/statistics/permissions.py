"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import Right

PERMISSIONS = {
    "statistics.view": Right(
        _("Xem tổng quan số liệu trong phạm vi"), "secretary committee officer leader inspector"
    ),
}
