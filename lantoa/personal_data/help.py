"""What the help says of this room."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.help import Question

GUIDES = ()
QUESTIONS = (
    Question(
        _("Hệ thống giữ gì về tôi, ai đã xem?"),
        _(
            "Mở Thông tin của tôi, bấm Hệ thống biết gì về tôi: từng loại dữ liệu, để làm gì, giữ đến khi nào, ai đã "
            "mở. Tải về được tất cả trong một tệp. Chỗ nào sai, báo bí thư chi bộ hoặc người quản trị sửa."
        ),
        order=70,
    ),
)
