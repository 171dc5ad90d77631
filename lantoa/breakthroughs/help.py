"""What the help says of this room."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.help import Guide

GUIDES = (
    Guide(
        _("Nội dung đột phá của người đứng đầu"),
        (
            _("Nêu vấn đề đang vướng, đích đến bằng con số, thời hạn và mốc từng quý."),
            _("Trình cấp trên trực tiếp. Nội dung đã duyệt chỉ đổi bằng bản sửa đổi; bản cũ vẫn đọc được."),
            _("Mỗi quý ghi một dòng: đúng tiến độ, có khó khăn hay chậm, và cần ai gỡ."),
        ),
        "breakthroughs.write",
        order=60,
    ),
)
