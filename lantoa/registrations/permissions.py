"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import Right

PERMISSIONS = {
    "registrations.write": Right(
        _("Viết bản đăng ký của mình, ghi kết quả"), "member secretary committee officer leader inspector"
    ),
    "registrations.view": Right(
        _("Xem bản đăng ký trong đơn vị"), "secretary committee officer leader inspector"
    ),
    "registrations.open": Right(
        _("Mở năm đăng ký cho cả đơn vị"), "secretary committee officer leader administrator"
    ),
    "registrations.judge": Right(_("Duyệt hoặc trả lại bản đăng ký"), "secretary committee leader"),
}
