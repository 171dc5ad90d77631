"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import Right

PERMISSIONS = {
    "organisation.view": Right(
        _("Xem cây tổ chức"), "secretary committee officer leader inspector administrator"
    ),
    "organisation.reorganise": Right(
        _("Thành lập, đổi tên, chuyển, sáp nhập, chia tách, kết thúc đơn vị"), "administrator"
    ),
}
