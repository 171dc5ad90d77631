"""What the help says of this room."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.help import Guide, Question

GUIDES = (
    Guide(
        _("Đề nghị khen: từ bình xét đến trao"),
        (
            _("Mở Khen thưởng, bấm viết đề nghị: khen ai, thành tích gì, hình thức và cấp nào."),
            _("Ghi kết quả bình xét: số phiếu, biên bản. Trang đặt từng năm cạnh bản ghi làm căn cứ."),
            _("Gửi lên: nơi nhận thẩm định, quyết định hoặc trình tiếp. Lý do trả lại đọc được nguyên văn."),
            _(
                "Có quyết định thì tải giấy khen một lần cho cả quyết định; hồ sơ tờ trình tải ở trang đề nghị."
            ),
        ),
        "commendations.propose",
        order=72,
    ),
    Guide(
        _("Nhìn cân đối trước khi quyết định khen"),
        (
            _("Mở Khen thưởng, Cân đối: lãnh đạo và người khác, từng địa bàn, chi bộ lâu chưa được khen."),
            _("Tải Excel để mang vào họp. Trang không xếp thứ tự, không so người với người."),
        ),
        "commendations.view",
        order=73,
    ),
)
QUESTIONS = (
    Question(
        _("Tôi được đề nghị khen thì tôi đọc được gì?"),
        _(
            "Mở Khen thưởng của tôi: đồng chí đọc đề nghị, căn cứ đã nêu, ý kiến thẩm định và lý do nếu không khen. "
            "Tên, ảnh của đồng chí chỉ công bố khi đồng chí đồng ý, và rút lại lúc nào cũng được."
        ),
        61,
    ),
    Question(
        _("Muốn cảm ơn mà không cần quyết định khen?"),
        _("Mở Lời cảm ơn. Người được cảm ơn tự quyết định có cho hiện hay không."),
        62,
    ),
)
