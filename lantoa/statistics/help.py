"""What the help says of this room."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.help import Guide

GUIDES = (
    Guide(
        _("Xem số liệu và mở một con số"),
        (
            _("Mọi con số đều bấm được: trang mở ra là danh sách đứng sau con số ấy."),
            _("Dưới mỗi số có dòng Cách tính. Lượt và người là hai số khác nhau, luôn ghi cả hai."),
            _("Đơn vị đã sáp nhập được tính vào đơn vị kế tục khi xem theo tổ chức hiện nay."),
        ),
        "statistics.view",
        order=80,
    ),
)
