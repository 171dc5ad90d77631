"""What the help says of this room."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.help import Guide

GUIDES = (
    Guide(
        _("Được nêu tên trong gương, điển hình"),
        (
            _("Đơn vị viết bài thì Việc cần làm hỏi đồng chí: đọc bài, bấm đồng ý hay để đó."),
            _("Chưa đồng ý thì bài không công bố được. Câu chữ sửa lại thì hỏi lại từ đầu."),
            _("Mở Gương, điển hình, Những nơi nêu tên tôi để rút đồng ý; bài ẩn ngay, không phải nêu lý do."),
            _("Mô hình nêu tên đồng chí cũng ở trang ấy: rút đồng ý thì nơi khác không đọc được nữa."),
        ),
        "exemplars.view",
        order=70,
    ),
)
