"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import Right

PERMISSIONS = {
    "practices.view": Right(
        _("Xem mô hình, điển hình"), "member secretary committee officer leader inspector"
    ),
    "practices.write": Right(
        _("Đề xuất mô hình, ghi việc thực hiện của mình"),
        "member secretary committee officer leader inspector",
    ),
    "practices.judge": Right(
        _("Thẩm định, đồng ý, công nhận mô hình đề nghị đơn vị mình"), "secretary committee officer leader"
    ),
}
