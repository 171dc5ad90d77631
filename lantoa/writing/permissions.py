"""Rights that this room checks."""

from django.utils.translation import gettext_lazy as _

PERMISSIONS = {"writing.phrases": _("Sửa danh sách câu mẫu dùng chung")}
