"""What the help says of this room."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.help import Question

GUIDES = ()
QUESTIONS = (
    Question(
        _("Hệ thống giữ gì về tôi, ai đã xem?"),
        _(
            "Mở Thông tin của tôi, bấm Hệ thống biết gì về tôi: từng loại dữ liệu, để làm gì, giữ đến khi nào, ai đã "
            "mở. Tải về được tất cả trong một tệp. Chỗ nào sai, bấm Yêu cầu sửa ở ngay dòng ấy."
        ),
        order=70,
    ),
    Question(
        _("Tôi muốn sửa, rút, xóa dữ liệu về mình thì làm thế nào?"),
        _(
            "Ở trang Hệ thống biết gì về tôi, bấm Gửi yêu cầu về dữ liệu. Người phụ trách bảo vệ dữ liệu của đơn vị "
            "trả lời trong hạn; đồng chí được báo khi tiếp nhận và khi có câu trả lời. Đơn vị chưa giao vai trò này "
            "thì người quản trị trả lời. Không dùng máy thì viết ra giấy, đưa người phụ trách: tờ giấy được "
            "chụp, vào sổ, hạn tính từ ngày nhận."
        ),
        order=71,
    ),
    Question(
        _("Người quản trị có đọc được bản đăng ký, bản kiểm điểm của tôi không?"),
        _(
            "Không. Khi thật cần, người quản trị đề nghị mở khẩn cấp và một người thứ hai ở cấp ủy, thường trực phải "
            "đồng ý; mở nhiều nhất 24 giờ, chỉ đúng phần đã đề nghị. Đồng chí được báo ngay, đọc được lý do, tên hai "
            "người và từng bản đã bị mở."
        ),
        order=72,
    ),
)
