"""Rights that this room checks."""

from django.utils.translation import gettext_lazy as _

PERMISSIONS = {"statistics.view": _("Xem tổng quan số liệu trong phạm vi")}
