"""What the help says of this room."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.help import Question

QUESTIONS = (
    Question(
        _("Tìm một người, một đơn vị, một bản đăng ký thế nào?"),
        _(
            "Bấm phím / hoặc ô Tìm ở đầu trang. Gõ không dấu, chữ cái đầu, tên cũ hay mã đều được; "
            "trùng tên thì gõ thêm tên cấp trên. Mỗi người chỉ thấy phần mình được xem."
        ),
        order=55,
    ),
)
