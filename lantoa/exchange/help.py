"""What the help says of this room."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.help import Guide

GUIDES = (
    Guide(
        _("Nhập danh sách từ Excel"),
        (
            _("Mở trang đơn vị, bấm Nhập, xuất Excel; dán cả bảng kể cả dòng tên cột, hoặc chọn tệp."),
            _("Trang xem trước chưa ghi gì. Sửa ngay tại ô vướng; dòng vướng không giữ chân các dòng khác."),
            _("Nhập xong hoàn tác được trong 24 giờ. Tệp xuất ra sửa rồi nhập lại được."),
            _(
                "Danh sách xuất trên 5.000 dòng được lập riêng; xong thì Việc cần làm báo, tải về được trong 24 giờ."
            ),
        ),
        "exchange.import",
        order=106,
    ),
)
