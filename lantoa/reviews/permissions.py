"""Rights that this room checks, and the roles that hold them. No administrator and no inspector is among them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import PAGE, WORD, Field, Right

PERMISSIONS = {
    "reviews.own": Right(
        _("Viết bản tự kiểm điểm của mình, trả lời nhận xét, khiếu nại"),
        "member secretary committee officer leader inspector",
    ),
    "reviews.conduct": Right(
        _("Mở đợt kiểm điểm của đơn vị mình, gửi đọc trước, ghi kết quả cuộc họp"),
        "secretary committee leader",
    ),
    "reviews.decide": Right(
        _("Xếp loại khi đơn vị mình là nơi quyết định; giải quyết khiếu nại"), "secretary committee leader"
    ),
    "reviews.keep_terms": Right(_("Giữ mẫu và quy tắc kiểm điểm"), "committee leader administrator"),
}
# Only in the unit where she is looked at, and once spoken of where she is rated: no other level above.
CONDUCTS = "reviews.conduct"
FIELDS = (
    Field(
        "reviews.text",
        _("Lời của bản kiểm điểm, nhận xét, điểm, xếp loại"),
        {PAGE: CONDUCTS, WORD: CONDUCTS},
        "page docx json",
    ),
    # Told to the level above; what she lets be quoted stands in reports besides (`reports.head_quoted`).
    Field(
        "reviews.head_told",
        _("Lời báo cáo của người đứng đầu với cấp trên, không cho trích"),
        {PAGE: "reviews.decide"},
        "page json",
    ),
)
