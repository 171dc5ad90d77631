"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import Right

PERMISSIONS = {
    "rounds.view": Right(
        _("Xem kỳ số liệu và số liệu các đơn vị gửi"), "secretary committee officer leader inspector"
    ),
    "rounds.open": Right(_("Mở kỳ số liệu cho các đơn vị bên dưới"), "committee officer"),
    "rounds.answer": Right(
        _("Kiểm tra, xác nhận và gửi số liệu của đơn vị"), "secretary committee officer leader"
    ),
}
