"""What the help says of this room."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.help import Guide, Question

GUIDES = (
    Guide(
        _("Viết bản đăng ký của mình"),
        (
            _("Mở Đăng ký học tập, thực hành, bấm viết bản đăng ký của năm."),
            _("Viết một, hai việc thật: làm gì, cho ai, bao nhiêu, đến khi nào. Hai ba câu là đủ."),
            _("Đọc lời khuyên bên dưới ô viết. Lời khuyên không chấm điểm; đồng chí vẫn gửi được."),
            _("Xem lại, rồi bấm gửi đến chi bộ. Trang sau ghi rõ ai đọc và mã của bản đăng ký."),
        ),
        "registrations.write",
        order=10,
    ),
    Guide(
        _("Ghi kết quả đã làm"),
        (
            _("Mở bản đăng ký của mình, chọn việc đã làm."),
            _("Ghi ngày, một câu đã làm gì, con số nếu có. Ảnh lớn được tự thu nhỏ."),
            _("Ghi ngay khi xong việc; trước buổi sinh hoạt chi bộ sẽ có sẵn để báo cáo."),
        ),
        "registrations.write",
        order=20,
    ),
    Guide(
        _("Duyệt bản đăng ký"),
        (
            _("Mở Việc cần làm, bấm vào dòng duyệt bản đăng ký."),
            _("Đọc bản đăng ký bên trái; lời khuyên và bản năm trước ở bên phải."),
            _("Đồng ý, hoặc trả lại để sửa và chọn lý do. Người viết đọc nguyên văn lý do này."),
            _("Không ai duyệt bản của chính mình: bản của bí thư do cấp trên duyệt."),
        ),
        "registrations.judge",
        order=30,
    ),
    Guide(
        _("Ghi hộ và lấy xác nhận"),
        (
            _("Mở Đăng ký học tập, thực hành, bấm Ghi hộ, chọn người; ghi đúng lời người ấy nói."),
            _(
                "Người có tài khoản tự xác nhận. Người chưa có: xác nhận tại buổi sinh hoạt, ký trên giấy "
                "hoặc bằng mã."
            ),
            _(
                "Bấm Lấy mã xác nhận, in phiếu, trao tận tay. Người nhận nhập mã ở trang ghi trên phiếu, "
                "máy nào cũng được."
            ),
            _("Quá 30 ngày chưa xác nhận thì Việc cần làm nhắc."),
        ),
        "registrations.judge",
        order=40,
    ),
)
QUESTIONS = (
    Question(
        _("Chi bộ ghi hộ tôi, tôi chưa có tài khoản thì xác nhận ở đâu?"),
        _(
            "Xin chi bộ phiếu có mã. Mở trang Xác nhận việc chi bộ ghi hộ theo địa chỉ trên phiếu, "
            "lần đầu nhập mã và năm sinh hoặc 4 số cuối điện thoại, rồi tự đặt số PIN 6 chữ số; các lần sau nhập mã "
            "và số PIN ấy. Đọc xong, bấm “Đúng là việc của tôi” hoặc “Không phải, bỏ ra”. Quên số PIN thì nhờ người "
            "trao phiếu bỏ số cũ."
        ),
        order=10,
    ),
    Question(
        _("Bản của tôi bị trả lại, tôi đọc lý do ở đâu?"),
        _("Trong Việc cần làm có dòng sửa lại bản đăng ký, ghi nguyên văn lý do. Sửa xong gửi lại."),
        order=40,
    ),
)
