"""Rights that this room checks."""

from django.utils.translation import gettext_lazy as _

PERMISSIONS = {
    "people.own": _("Xem và sửa thông tin của mình"),
    "people.view": _("Xem người trong đơn vị"),
    "people.manage_posts": _("Giao và kết thúc chức vụ"),
    "people.confirm_posts": _("Xác nhận chức vụ do người khác đề nghị giao"),
    "people.manage_accounts": _("Mở, khóa tài khoản và cấp mã đặt lại mật khẩu"),
    "history.own": _("Xem lịch sử việc của mình"),
    "history.view": _("Xem lịch sử trong đơn vị"),
}
