"""Rights that this room checks."""

from django.utils.translation import gettext_lazy as _

PERMISSIONS = {
    "organisation.view": _("Xem cây tổ chức"),
    "organisation.reorganise": _("Thành lập, đổi tên, chuyển, sáp nhập, chia tách, kết thúc đơn vị"),
}
