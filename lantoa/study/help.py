"""What the help says of this room."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.help import Guide

GUIDES = (
    Guide(
        _("Viết bài thu hoạch"),
        (
            _("Mở Học tập, quán triệt, chọn lớp và bấm Viết bài thu hoạch."),
            _("Viết ba phần: nhận thức, liên hệ, việc sẽ làm. Chưa gửi thì bản nháp tự lưu."),
            _("Gửi đến chi bộ. Đồng chí sửa, rút lại được và thấy ai đã đọc."),
        ),
        "study.write",
        order=52,
    ),
    Guide(
        _("Điểm danh một lớp học"),
        (
            _("Mở lớp, bấm Điểm danh, chỉ chạm vào người không dự và chọn lý do."),
            _("Đã có bảng tên thì bấm Lấy điểm danh từ bảng, xem lại rồi lưu."),
            _("Ai học bù thì ghi ở trang của lớp; người được miễn không tính là vắng."),
        ),
        "study.edit",
        order=53,
    ),
)
