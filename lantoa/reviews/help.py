"""What the help says of this room."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.help import Guide

GUIDES = (
    Guide(
        _("Kiểm điểm cuối năm, hằng quý"),
        (
            _(
                "Mở bản của mình: việc đã đăng ký, buổi sinh hoạt, hạn chế đã đứng sẵn; sửa lời, viết thêm, gửi."
            ),
            _(
                "Tập thể nhận xét xong, đồng chí đọc trước tiên và trả lời trong số ngày ghi ở trang; rồi mới xếp loại."
            ),
            _("Chưa đồng ý với kết quả thì bấm Khiếu nại kết quả: cấp trên của nơi quyết định thẩm tra lại."),
        ),
        "reviews.own",
        order=70,
    ),
    Guide(
        _("Mở và giữ thứ tự một đợt kiểm điểm"),
        (
            _(
                "Mở đợt, chọn hạn gửi và nơi quyết định; chọn nhóm vị trí tương đồng nếu sẽ xếp loại xuất sắc."
            ),
            _(
                "Khi các bản đã gửi, bấm gửi đọc trước; họp sau ít nhất ba ngày làm việc: tập thể trước, cá nhân sau."
            ),
            _(
                "Ghi số dự họp, số phiếu, nhận xét. Đợt đã khóa chỉ mở lại khi một người đề nghị và người khác đồng ý."
            ),
        ),
        "reviews.conduct",
        order=71,
    ),
)
