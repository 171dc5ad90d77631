"""Rights that this room checks."""

from django.utils.translation import gettext_lazy as _

PERMISSIONS = {
    "registrations.write": _("Viết bản đăng ký của mình, ghi kết quả"),
    "registrations.view": _("Xem bản đăng ký trong đơn vị"),
    "registrations.judge": _("Duyệt hoặc trả lại bản đăng ký"),
}
