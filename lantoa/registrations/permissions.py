"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import PAGE, PRINT, SHEET, WORD, Field, Right

PERMISSIONS = {
    "registrations.write": Right(
        _("Viết bản đăng ký của mình, ghi kết quả"), "member secretary committee officer leader inspector"
    ),
    "registrations.view": Right(
        _("Xem bản đăng ký trong đơn vị"), "secretary committee officer leader inspector"
    ),
    "registrations.open": Right(
        _("Mở năm đăng ký cho cả đơn vị"), "secretary committee officer leader administrator"
    ),
    "registrations.judge": Right(_("Duyệt hoặc trả lại bản đăng ký"), "secretary committee leader"),
}
# The head of a paper for signing names day of birth and card: for who signs it, her or the cell. Who reads what was
# written reads it in every form.
READERS, JUDGES = "registrations.view", "registrations.judge"
FIELDS = (
    Field(
        "registrations.born_on", _("Ngày sinh trên bản đăng ký"), {PRINT: JUDGES, WORD: JUDGES}, "print docx"
    ),
    Field(
        "registrations.card_number",
        _("Số thẻ đảng viên trên bản đăng ký"),
        {PRINT: JUDGES, WORD: JUDGES},
        "print docx",
    ),
    Field(
        "registrations.text",
        _("Lời của bản đăng ký"),
        {PAGE: READERS, PRINT: READERS, WORD: READERS, SHEET: READERS},
        "page print docx",
    ),
)
