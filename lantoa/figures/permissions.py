"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import Right

PERMISSIONS = {
    "figures.view": Right(
        _("Xem số liệu và bản ghi đằng sau"), "secretary committee officer leader inspector"
    ),
    "figures.stages": Right(_("Đặt giai đoạn tính lũy kế"), "officer leader"),
    "figures.indicators": Right(
        _("Đặt chỉ tiêu khai báo và cách nêu số của đơn vị"), "secretary committee officer leader"
    ),
    "figures.declare": Right(_("Khai báo số liệu của đơn vị"), "secretary committee officer"),
}
