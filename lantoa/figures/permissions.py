"""Rights that this room checks."""

from django.utils.translation import gettext_lazy as _

PERMISSIONS = {
    "figures.view": _("Xem số liệu và bản ghi đằng sau"),
    "figures.declare": _("Khai báo số liệu của đơn vị"),
}
