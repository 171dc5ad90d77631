"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import NOBODY, PAGE, SHEET, Field, Right

PERMISSIONS = {
    "programme.view": Right(
        _("Xem chương trình, chuyên đề, kế hoạch"),
        "member secretary committee officer leader inspector administrator",
    ),
    "programme.edit": Right(
        _("Lập kế hoạch, thêm chuyên đề, văn bản, phong trào của đơn vị"),
        "secretary committee officer administrator",
    ),
}
# Who takes part by name is read by who writes for the unit, and leaves in no list; numbers are read by all.
FIELDS = (
    Field(
        "programme.participant",
        _("Tên người tham gia phong trào thi đua"),
        {PAGE: "programme.edit", SHEET: NOBODY},
    ),
)
