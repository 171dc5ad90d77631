"""What the help says of this room."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.help import Guide

GUIDES = (
    Guide(
        _("Sáp nhập, chia tách, đổi tên đơn vị"),
        (
            _(
                "Mở Tổ chức, chọn đơn vị, bấm Ghi quyết định về tổ chức, chọn việc, ghi số quyết định và ngày hiệu lực."
            ),
            _("Trang sau cho thấy trước và sau, và những gì đang gắn với đơn vị; lúc ấy chưa ghi gì."),
            _(
                "Người và hồ sơ đi theo đơn vị kế tục, chức vụ kết thúc cùng đơn vị; trang ấy hỏi ai đứng đầu "
                "đơn vị mới. "
                "Trước ngày hiệu lực hủy được."
            ),
        ),
        "organisation.reorganise",
        order=110,
    ),
)
