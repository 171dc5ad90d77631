"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import Right

PERMISSIONS = {
    "writing.phrases": Right(_("Sửa danh sách câu mẫu dùng chung"), "officer administrator"),
}
