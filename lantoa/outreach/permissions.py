"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import NOBODY, PAGE, SHEET, Field, Right

PERMISSIONS = {
    "outreach.view": Right(
        _("Xem việc ủng hộ, công trình, tin bài; ý kiến nhân dân của đơn vị mình phụ trách"),
        "member secretary committee officer leader inspector",
    ),
    "outreach.edit": Right(
        _("Ghi ủng hộ, công trình, tin bài; tiếp nhận, trả lời ý kiến nhân dân"),
        "secretary committee officer",
    ),
    "outreach.complaints": Right(
        _("Tiếp nhận, giải quyết đơn khiếu nại, tố cáo, kiến nghị của đơn vị mình; đọc tên người đứng đơn"),
        "committee officer leader",
    ),
}
# Who left her name with an opinion is read by who received it, and leaves in no file. Who gave, and who sent a work to
# a prize, is told with the gift and the work.
FIELDS = (
    Field("outreach.given_by", _("Tên người góp ý"), {PAGE: "outreach.edit", SHEET: NOBODY}),
    Field("outreach.complainant", _("Người đứng đơn"), {PAGE: "outreach.complaints", SHEET: NOBODY}),
    Field("outreach.donor", _("Tên người ủng hộ"), {PAGE: "outreach.view", SHEET: "outreach.view"}),
    Field("outreach.author", _("Tên tác giả dự giải"), {PAGE: "outreach.view", SHEET: "outreach.view"}),
)
