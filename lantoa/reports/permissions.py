"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import PAGE, WORD, Field, Right

PERMISSIONS = {
    "reports.view": Right(
        _("Xem và tải báo cáo trong phạm vi"), "secretary committee officer leader inspector"
    ),
    "reports.compose": Right(_("Soạn báo cáo"), "committee officer"),
    "reports.issue": Right(_("Ban hành báo cáo: cấp số, đính kèm bản ký, chốt số liệu"), "committee leader"),
}
# By her post, and as long as she lets it; who may read a report reads it there.
FIELDS = (
    Field(
        "reports.head_quoted",
        _("Lời người đứng đầu cho báo cáo chung trích"),
        {PAGE: "reports.view", WORD: "reports.view"},
    ),
)
