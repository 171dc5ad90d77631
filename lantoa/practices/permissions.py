"""Rights that this room checks."""

from django.utils.translation import gettext_lazy as _

PERMISSIONS = {
    "practices.view": _("Xem mô hình, điển hình"),
    "practices.write": _("Đề xuất mô hình, ghi việc thực hiện của mình"),
    "practices.judge": _("Thẩm định, đồng ý, công nhận mô hình đề nghị đơn vị mình"),
}
