"""What is kept of a person here."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.keeps import Kept

PURPOSE = "study"
KEEPS = (
    Kept(
        "meetings.attendance",
        "person",
        _("Buổi sinh hoạt đồng chí vắng, có lý do hay không"),
        _("Tính số người dự họp của chi bộ; chỉ ghi người vắng."),
        _("Cùng biên bản."),
        "with_reason reason",
    ),
    Kept(
        "meetings.otheranswer",
        "person",
        _("Lý do vắng mà máy khác ghi khác, khi chưa chọn bản đúng"),
        _("Hai người cùng ghi một buổi thì giữ cả hai bản để chọn."),
        _("Đến khi chọn xong bản đúng."),
        "box value",
        "said_by_name said_at",
    ),
    Kept(
        "meetings.conclusion",
        "owner",
        _("Việc chi bộ giao đồng chí tại buổi sinh hoạt, hạn và ngày xong"),
        _("Việc được đưa ra hỏi ở buổi sau cho đến khi xong."),
        _("Cùng biên bản."),
        "what due done_on",
        "part position",
    ),
)
