"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import Right

PERMISSIONS = {
    "breakthroughs.view": Right(
        _("Xem nội dung đột phá trong phạm vi"), "secretary committee officer leader inspector"
    ),
    "breakthroughs.write": Right(
        _("Đăng ký nội dung đột phá, ghi kết quả quý"), "secretary committee leader"
    ),
    "breakthroughs.appraise": Right(_("Thẩm định nội dung đột phá trước khi trình duyệt"), "officer"),
    "breakthroughs.judge": Right(
        _("Duyệt, trả lại, đánh giá nội dung đột phá trình đơn vị mình"), "secretary committee leader"
    ),
}
