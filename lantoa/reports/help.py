"""What the help says of this room."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.help import Guide

GUIDES = (
    Guide(
        _("Soạn báo cáo"),
        (
            _("Chọn mẫu báo cáo, kỳ và đơn vị. Bản thảo mở ra với số liệu đã điền."),
            _("Phần nhận xét do đồng chí viết. Máy không viết thay lời nhận xét."),
            _("Đơn vị chưa có số liệu được nêu tên trong báo cáo. Tải Word để trình ký."),
            _("Mục còn trống ghi rõ hỏi ai. Con số chưa câu nào nêu nằm ở “Số liệu chưa nói đến”."),
        ),
        "reports.compose",
        order=90,
    ),
)
