"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import FILE, PAGE, SHEET, WORD, Field, Right

PERMISSIONS = {
    "supervision.own": Right(
        _("Đọc việc kiểm tra, giám sát và ghi chép về mình, về đơn vị mình; trả lời"),
        "member secretary committee officer leader inspector",
    ),
    "supervision.view": Right(
        _("Xem chương trình và các cuộc kiểm tra, giám sát tổ chức trong phạm vi"),
        "committee officer leader inspector",
    ),
    "supervision.plan": Right(
        _("Lập chương trình kiểm tra, giám sát của nơi mình; giữ hồ sơ, ghi kết luận"),
        "secretary committee leader inspector",
    ),
    "supervision.sample": Right(
        _("Xem nội dung cần lưu ý, lấy mẫu bản đăng ký, ghi chép"), "committee leader inspector"
    ),
    "supervision.answer": Right(
        _("Gửi báo cáo tự kiểm tra, trả lời ghi chép thay đơn vị"), "secretary committee leader"
    ),
}
# Whoever draws samples or leads the unit; she herself reads it on its page and in the file of what is kept of her.
READERS = "supervision.plan"
FIELDS = (
    Field(
        "supervision.inspected",
        _("Cuộc kiểm tra, giám sát một người và kết luận"),
        {PAGE: READERS, WORD: READERS, SHEET: READERS},
        f"{PAGE} {WORD} {SHEET} {FILE}",
    ),
    Field("supervision.discipline", _("Quyết định kỷ luật về một người"), {PAGE: READERS}, f"{PAGE} {FILE}"),
    Field("supervision.noted", _("Ghi chép về bản đăng ký của một người"), {PAGE: READERS}, f"{PAGE} {FILE}"),
)
