"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import PAGE, PRINT, SHEET, Field, Right

PERMISSIONS = {
    "shortcomings.own": Right(
        _("Tự nhận hạn chế, báo đã khắc phục, nêu ý kiến về nội dung nêu về mình"),
        "member secretary committee officer leader inspector",
    ),
    "shortcomings.view": Right(
        _("Xem hạn chế của các đơn vị trong phạm vi"), "secretary committee officer leader inspector"
    ),
    "shortcomings.write": Right(
        _("Ghi hạn chế của đơn vị và của đảng viên nơi mình phụ trách"), "secretary committee leader"
    ),
    "shortcomings.verify": Right(
        _("Kiểm tra, xác nhận đã khắc phục; xem hạn chế của đảng viên nơi mình phụ trách"),
        "secretary committee leader",
    ),
}
# Of a person only where her own unit follows it: no level above.
FOLLOWS = "shortcomings.verify"
FIELDS = (
    Field(
        "shortcomings.finding",
        _("Hạn chế của một người"),
        {PAGE: FOLLOWS, PRINT: FOLLOWS, SHEET: FOLLOWS},
        "page print xlsx json",
    ),
)
