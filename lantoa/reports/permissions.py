"""Rights that this room checks."""

from django.utils.translation import gettext_lazy as _

PERMISSIONS = {
    "reports.view": _("Xem và tải báo cáo trong phạm vi"),
    "reports.compose": _("Soạn báo cáo"),
    "reports.issue": _("Ban hành báo cáo: cấp số, đính kèm bản ký, chốt số liệu"),
}
