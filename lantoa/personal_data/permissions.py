"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import Right

PERMISSIONS = {
    "personal_data.answer": Right(
        _("Trả lời yêu cầu về dữ liệu cá nhân, giữ các sổ về dữ liệu"), "protector administrator"
    ),
    "personal_data.registers": Right(
        _("Xem sổ yêu cầu về dữ liệu cá nhân: chỉ có số, không có tên, không có nội dung"),
        "protector administrator committee officer leader inspector",
    ),
    "personal_data.ask_to_open": Right(
        _("Đề nghị mở khẩn cấp dữ liệu của một người; mở khi người thứ hai đồng ý"), "administrator"
    ),
    "personal_data.agree_to_open": Right(
        _("Đồng ý hoặc không đồng ý việc mở khẩn cấp do người khác đề nghị"), "committee leader"
    ),
    "personal_data.emergencies": Right(
        _("Xem sổ mở khẩn cấp: ai đề nghị, ai đồng ý, vì sao, đến khi nào"),
        "administrator committee leader protector",
    ),
}
