"""Rights that this room checks."""

from django.utils.translation import gettext_lazy as _

PERMISSIONS = {"exchange.import": _("Nhập danh sách từ Excel, hoàn tác trong 24 giờ")}
