"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import Right

PERMISSIONS = {
    "commendations.view": Right(
        _("Xem đề nghị khen thưởng và khen thưởng trong đơn vị"),
        "secretary committee officer leader inspector",
    ),
    "commendations.propose": Right(
        _("Viết đề nghị khen thưởng, ghi kết quả bình xét, gửi lên trên"), "secretary committee officer"
    ),
    "commendations.appraise": Right(
        _("Thẩm định đề nghị khen thưởng gửi đến đơn vị mình"), "officer committee leader"
    ),
    "commendations.decide": Right(
        _("Trả lại, đồng ý, trình lên trên, ghi quyết định khen thưởng"), "committee leader"
    ),
    "commendations.rules": Right(
        _("Ghi tiêu chuẩn khen thưởng (ở cấp cao nhất trong hệ thống)"), "committee officer leader"
    ),
}
