"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import Right

PERMISSIONS = {
    "beginning.arrange": Right(
        _("Mở trang Năm công tác: đăng ký, chuyên đề, căn cứ, nhiệm kỳ"),
        "secretary committee officer leader administrator",
    ),
}
