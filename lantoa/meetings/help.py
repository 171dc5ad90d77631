"""What the help says of this room."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.help import Guide

GUIDES = (
    Guide(
        _("Chuẩn bị và ghi buổi sinh hoạt"),
        (
            _("Thêm buổi sinh hoạt, chọn thường kỳ, chuyên đề, chào cờ hay hội nghị, ghi ngày."),
            _("Sau buổi họp chỉ chạm vào người vắng; người có mặt không phải ghi."),
            _("Ghi điều làm được, chưa được, việc tới. Số liệu báo cáo tự lấy từ đây."),
        ),
        "meetings.edit",
        order=50,
    ),
)
