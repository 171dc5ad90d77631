"""What the help says of this room."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.help import Question

QUESTIONS = (
    Question(
        _("Máy so bản của tôi với ai, và có bỏ sót không?"),
        _(
            "Với các bản đã gửi trong cùng đảng bộ cơ sở, năm nay và các năm trước. Người viết chỉ "
            "biết có đoạn giống, không thấy tên và lời của ai. Máy không thấy bản chép đã đổi quá nửa "
            "lời, không so bản dưới 15 chữ, và không kết luận điều gì."
        ),
        order=50,
    ),
)
