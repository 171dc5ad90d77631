"""Rights that this room checks."""

from django.utils.translation import gettext_lazy as _

PERMISSIONS = {
    "programme.view": _("Xem chương trình, chuyên đề, kế hoạch"),
    "programme.edit": _("Lập kế hoạch, thêm chuyên đề, văn bản, phong trào của đơn vị"),
}
