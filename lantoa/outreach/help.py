"""What the help says of this room."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.help import Question

GUIDES = ()
QUESTIONS = (
    Question(
        _("Ai đọc được tên người đứng đơn, người góp ý?"),
        _(
            "Tên người góp ý chỉ hiện ở trang của ý kiến, với nơi tiếp nhận. Đơn khiếu nại, tố cáo chỉ mở được ở "
            "đơn vị nhận đơn hoặc đang giữ đơn; ai mở, ngày nào đều ghi lại ở trang của đơn. Đơn vị đã chuyển đơn đi "
            "tiếp chỉ theo dõi được số, giai đoạn, kết luận trong danh sách. Danh sách, tệp Excel và báo cáo "
            "không có tên."
        ),
        order=80,
    ),
    Question(
        _("Nhận đỡ đầu một học sinh thì ghi ở đâu?"),
        _(
            "Mở Tuyên truyền, việc làm vì dân, bấm Ghi việc giúp đỡ thường xuyên: đó là điều đã nhận. Mỗi lần trao "
            "tiền, quà thì ghi thêm một khoản ủng hộ. Hai con số không cộng với nhau."
        ),
        order=81,
    ),
)
