"""What the help says of this room."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.help import Question

QUESTIONS = (
    Question(
        _("“Đã lưu nháp” và “Đã gửi” khác nhau thế nào?"),
        _(
            "Đã lưu nháp: chỉ đồng chí đọc được, chưa ai nhận. Đã gửi: có giờ gửi và tên người nhận. "
            "Khi chưa thấy giờ gửi thì chưa gửi."
        ),
        order=20,
    ),
    Question(
        _("Đang viết mà mất mạng hoặc đóng máy thì sao?"),
        _(
            "Bản nháp được lưu sau mỗi 10 giây và khi rời ô viết. Mở lại trang, nội dung đã lưu vẫn "
            "còn. Giờ lưu gần nhất ghi ở cuối trang."
        ),
        order=30,
    ),
    Question(
        _("Chữ nhỏ quá?"),
        _("Bấm Cỡ chữ ở đầu trang. Có ba cỡ, máy này sẽ nhớ lựa chọn của đồng chí."),
        order=70,
    ),
    Question(
        _("Viết được tài liệu mật ở đây không?"),
        _(
            "Không. Hệ thống chỉ dùng cho nội dung thông thường. Tài liệu thuộc bí mật nhà nước không "
            "được soạn, lưu, đính kèm ở đây. Tệp Word, Excel, PDF có dấu MẬT, TỐI MẬT, TUYỆT MẬT không "
            "được nhận; dấu nằm trong ảnh chụp thì máy không thấy, đồng chí tự kiểm tra trước khi gửi."
        ),
        order=90,
    ),
)
