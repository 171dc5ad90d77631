"""Rights that this room checks."""

from django.utils.translation import gettext_lazy as _

PERMISSIONS = {
    "shortcomings.own": _("Tự nhận hạn chế, báo đã khắc phục, nêu ý kiến về nội dung nêu về mình"),
    "shortcomings.view": _("Xem hạn chế của các đơn vị trong phạm vi"),
    "shortcomings.write": _("Ghi hạn chế của đơn vị và của đảng viên nơi mình phụ trách"),
    "shortcomings.verify": _("Kiểm tra, xác nhận đã khắc phục; xem hạn chế của đảng viên nơi mình phụ trách"),
}
