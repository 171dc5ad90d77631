"""Rights that this room checks."""

from django.utils.translation import gettext_lazy as _

PERMISSIONS = {
    "outreach.view": _("Xem việc ủng hộ, công trình, tin bài; ý kiến nhân dân của đơn vị mình phụ trách"),
    "outreach.edit": _("Ghi ủng hộ, công trình, tin bài; tiếp nhận, trả lời ý kiến nhân dân"),
}
