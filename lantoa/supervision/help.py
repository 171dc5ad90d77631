"""What the help says of this room."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.help import Guide, Question

GUIDES = (
    Guide(
        _("Kiểm tra, giám sát: từ chương trình đến lưu hồ sơ"),
        (
            _("Mở Kiểm tra, giám sát, bấm lập chương trình năm, rồi thêm từng cuộc: ai, việc gì, tháng nào."),
            _("Có quyết định thì bấm mở theo quyết định: hồ sơ 12 tài liệu có sẵn mẫu Word và hạn."),
            _("Đơn vị gửi báo cáo ngay trên trang; tổ ghi từng tài liệu, thêm việc khắc phục vào dự thảo."),
            _(
                "Ban hành kết luận: mỗi việc khắc phục có người chủ trì, có hạn, được nhắc. Xong thì lưu hồ sơ."
            ),
        ),
        "supervision.plan",
        order=60,
    ),
    Guide(
        _("Lấy mẫu và ghi chép"),
        (
            _("Mở Nội dung cần lưu ý: máy nêu đơn vị và quy tắc, không phải kết luận."),
            _("Bấm Lấy mẫu 5, giữ hoặc đổi hạt giống, rồi đọc từng bản: lời đăng ký cạnh minh chứng."),
            _("Ghi chép thì người được nêu và đơn vị đọc được ngay và trả lời được. Không có ghi chép kín."),
            _("Cần thì giao việc khắc phục cho đơn vị ngay từ ghi chép."),
        ),
        "supervision.sample",
        order=61,
    ),
)
QUESTIONS = (
    Question(
        _("Ai đọc được quyết định kỷ luật ghi về tôi?"),
        _(
            "Chỉ đồng chí và nơi ra quyết định, ở mục Kiểm tra, giám sát, phần Kỷ luật. Đồng chí ghi ý kiến ngay dưới "
            "quyết định; ý kiến ấy luôn hiện cùng. Không có con số nào đếm kỷ luật của từng người."
        ),
        60,
    ),
    Question(
        _("Có ghi chép về bản đăng ký của tôi thì sao?"),
        _(
            "Đồng chí được báo và đọc nguyên văn ở mục Kiểm tra, giám sát, phần Ghi chép. Đồng chí trả lời được; "
            "câu trả lời luôn hiện liền dưới ghi chép. Ghi chép không phải kết luận, không xếp loại ai."
        ),
        60,
    ),
)
