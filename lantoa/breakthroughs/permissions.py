"""Rights that this room checks."""

from django.utils.translation import gettext_lazy as _

PERMISSIONS = {
    "breakthroughs.view": _("Xem nội dung đột phá trong phạm vi"),
    "breakthroughs.write": _("Đăng ký nội dung đột phá, ghi kết quả quý"),
    "breakthroughs.appraise": _("Thẩm định nội dung đột phá trước khi trình duyệt"),
    "breakthroughs.judge": _("Duyệt, trả lại, đánh giá nội dung đột phá trình đơn vị mình"),
}
