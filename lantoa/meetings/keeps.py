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
        "meetings.conclusion",
        "owner",
        _("Việc chi bộ giao đồng chí tại buổi sinh hoạt, hạn và ngày xong"),
        _("Việc được đưa ra hỏi ở buổi sau cho đến khi xong."),
        _("Cùng biên bản."),
        "what due done_on",
        "part position",
    ),
)
