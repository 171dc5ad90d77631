"""What the help says of this room."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.help import Guide

GUIDES = (
    Guide(
        _("Trao đổi về mô hình của nơi khác"),
        (
            _("Mở mô hình, bấm Trao đổi ở đơn vị mình, ghi vì sao chọn và bấm Đưa ra trao đổi."),
            _("Phiếu chuẩn bị họp có việc trao đổi này. Không trao đổi nữa thì bấm Thôi chọn mô hình này."),
            _("Họp xong mở lại trang ấy, ghi ý kiến và điều rút ra; đơn vị khác không đọc được."),
            _("Muốn làm theo thì bấm Vận dụng tại đơn vị."),
        ),
        "practices.judge",
        order=66,
    ),
)
