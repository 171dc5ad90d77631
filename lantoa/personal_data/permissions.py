"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import Right

PERMISSIONS = {
    "personal_data.answer": Right(
        _("Trả lời yêu cầu về dữ liệu cá nhân, giữ các sổ về dữ liệu"), "protector administrator"
    ),
    "personal_data.registers": Right(
        _("Xem sổ yêu cầu về dữ liệu cá nhân: chỉ có số, không có tên, không có nội dung"),
        "protector administrator committee officer leader inspector",
    ),
}
