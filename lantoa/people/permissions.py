"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import PAGE, SHEET, Field, Right

PERMISSIONS = {
    "people.own": Right(
        _("Xem và sửa thông tin của mình"),
        "member secretary committee officer leader inspector administrator protector",
    ),
    "people.view": Right(
        _("Xem người trong đơn vị"), "secretary committee officer leader inspector administrator"
    ),
    "people.manage_posts": Right(_("Giao và kết thúc chức vụ"), "administrator"),
    "people.confirm_posts": Right(
        _("Xác nhận chức vụ do người khác đề nghị giao"), "committee leader administrator"
    ),
    "people.manage_accounts": Right(_("Mở, khóa tài khoản và cấp mã đặt lại mật khẩu"), "administrator"),
    "history.own": Right(
        _("Xem lịch sử việc của mình"),
        "member secretary committee officer leader inspector administrator protector",
    ),
    "history.view": Right(
        _("Xem lịch sử trong đơn vị"), "secretary committee officer leader inspector administrator"
    ),
}
# Whoever keeps the records of people reads cards, telephones and addresses; a day of birth tells two of one name apart.
KEEPERS, VIEWERS, OWN = "people.manage_accounts", "people.view", "page json"
FIELDS = (
    Field("people.born_on", _("Ngày sinh"), {PAGE: KEEPERS, SHEET: VIEWERS}, OWN),
    Field("people.card_number", _("Số thẻ đảng viên"), {PAGE: KEEPERS, SHEET: KEEPERS}, OWN),
    Field("people.phone", _("Điện thoại"), {PAGE: KEEPERS, SHEET: KEEPERS}, OWN),
    Field("people.email", _("Thư điện tử"), {PAGE: KEEPERS, SHEET: KEEPERS}, OWN),
)
