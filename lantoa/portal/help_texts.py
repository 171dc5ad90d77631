"""The two-minute guides, one a role, and the questions everybody asks."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lantoa.people.actors import Actor

Text = str | Promise


@dataclass(frozen=True)
class Guide:
    """One thing to do, in steps. `permission` is the right it takes; "" is for everyone."""

    title: Text
    steps: tuple[Text, ...]
    permission: str = ""


@dataclass(frozen=True)
class Question:
    """A question and its answer."""

    question: Text
    answer: Text


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
    ),
    Guide(
        _("Ghi kết quả đã làm"),
        (
            _("Mở bản đăng ký của mình, chọn việc đã làm."),
            _("Ghi ngày, một câu đã làm gì, con số nếu có. Ảnh lớn được tự thu nhỏ."),
            _("Ghi ngay khi xong việc; trước buổi sinh hoạt chi bộ sẽ có sẵn để báo cáo."),
        ),
        "registrations.write",
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
    ),
    Guide(
        _("Ghi hộ và lấy xác nhận"),
        (
            _("Mở Đăng ký học tập, thực hành, bấm Ghi hộ, chọn người; ghi đúng lời người ấy nói."),
            _(
                "Người có tài khoản tự xác nhận. Người chưa có: xác nhận tại buổi sinh hoạt, ký trên giấy hoặc bằng mã."
            ),
            _(
                "Bấm Lấy mã xác nhận, in phiếu, trao tận tay. "
                "Người nhận nhập mã ở trang ghi trên phiếu, máy nào cũng được."
            ),
            _("Quá 30 ngày chưa xác nhận thì Việc cần làm nhắc."),
        ),
        "registrations.judge",
    ),
    Guide(
        _("Chuẩn bị và ghi buổi sinh hoạt"),
        (
            _("Thêm buổi sinh hoạt, chọn thường kỳ hoặc chuyên đề, ghi ngày."),
            _("Sau buổi họp chỉ chạm vào người vắng; người có mặt không phải ghi."),
            _("Ghi điều làm được, chưa được, việc tới. Số liệu báo cáo tự lấy từ đây."),
        ),
        "meetings.edit",
    ),
    Guide(
        _("Nội dung đột phá của người đứng đầu"),
        (
            _("Nêu vấn đề đang vướng, đích đến bằng con số, thời hạn và mốc từng quý."),
            _("Trình cấp trên trực tiếp. Nội dung đã duyệt chỉ đổi bằng bản sửa đổi; bản cũ vẫn đọc được."),
            _("Mỗi quý ghi một dòng: đúng tiến độ, có khó khăn hay chậm, và cần ai gỡ."),
        ),
        "breakthroughs.write",
    ),
    Guide(
        _("Được nêu tên trong gương, điển hình"),
        (
            _("Đơn vị viết bài thì Việc cần làm hỏi đồng chí: đọc bài, bấm đồng ý hay để đó."),
            _("Chưa đồng ý thì bài không công bố được. Câu chữ sửa lại thì hỏi lại từ đầu."),
            _("Mở Gương, điển hình, Những nơi nêu tên tôi để rút đồng ý; bài ẩn ngay, không phải nêu lý do."),
            _("Mô hình nêu tên đồng chí cũng ở trang ấy: rút đồng ý thì nơi khác không đọc được nữa."),
        ),
        "exemplars.view",
    ),
    Guide(
        _("Xem số liệu và mở một con số"),
        (
            _("Mọi con số đều bấm được: trang mở ra là danh sách đứng sau con số ấy."),
            _("Dưới mỗi số có dòng Cách tính. Lượt và người là hai số khác nhau, luôn ghi cả hai."),
            _("Đơn vị đã sáp nhập được tính vào đơn vị kế tục khi xem theo tổ chức hiện nay."),
        ),
        "statistics.view",
    ),
    Guide(
        _("Soạn báo cáo"),
        (
            _("Chọn mẫu báo cáo, kỳ và đơn vị. Bản thảo mở ra với số liệu đã điền."),
            _("Phần nhận xét do đồng chí viết. Máy không viết thay lời nhận xét."),
            _("Đơn vị chưa có số liệu được nêu tên trong báo cáo. Tải Word để trình ký."),
        ),
        "reports.compose",
    ),
    Guide(
        _("Thay người giữ chức vụ"),
        (
            _("Mở Tổ chức, chọn đơn vị; ở Người và chức vụ bấm Bàn giao, chọn người nhận và ngày."),
            _(
                "Chức vụ có quyền với việc của người khác chờ người thứ hai xác nhận. Quyền cũ dừng đúng ngày đã ghi."
            ),
            _("Quên mật khẩu: cấp mã đặt lại dùng một lần, đọc trực tiếp cho người đó."),
        ),
        "people.manage_posts",
    ),
    Guide(
        _("Thêm người, chuyển sinh hoạt"),
        (
            _("Mở trang đơn vị, bấm Thêm người. Có người cùng tên thì máy hỏi trước."),
            _(
                "Chuyển chi bộ: mở trang của người đó, bấm Chuyển sinh hoạt, ghi ngày. Bản đăng ký đi theo người."
            ),
            _("Người mới có tài khoản: mở Người và tài khoản, bấm In phiếu mã. Phiếu dùng trong 14 ngày."),
        ),
        "people.manage_accounts",
    ),
    Guide(
        _("Nhập danh sách từ Excel"),
        (
            _("Mở trang đơn vị, bấm Nhập, xuất Excel; dán cả bảng kể cả dòng tên cột, hoặc chọn tệp."),
            _("Trang xem trước chưa ghi gì. Sửa ngay tại ô vướng; dòng vướng không giữ chân các dòng khác."),
            _("Nhập xong hoàn tác được trong 24 giờ. Tệp xuất ra sửa rồi nhập lại được."),
        ),
        "exchange.import",
    ),
    Guide(
        _("Sáp nhập, chia tách, đổi tên đơn vị"),
        (
            _(
                "Mở Tổ chức, chọn đơn vị, bấm Ghi quyết định về tổ chức, chọn việc, ghi số quyết định và ngày hiệu lực."
            ),
            _("Trang sau cho thấy trước và sau, và những gì đang gắn với đơn vị; lúc ấy chưa ghi gì."),
            _(
                "Người và hồ sơ đi theo đơn vị kế tục, chức vụ kết thúc cùng đơn vị. Trước ngày hiệu lực hủy được."
            ),
        ),
        "organisation.reorganise",
    ),
)

QUESTIONS = (
    Question(
        _("Chi bộ ghi hộ tôi, tôi chưa có tài khoản thì xác nhận ở đâu?"),
        _(
            "Xin chi bộ phiếu có mã. Mở trang Xác nhận việc chi bộ ghi hộ theo địa chỉ trên phiếu, nhập mã và năm sinh "
            "hoặc 4 số cuối điện thoại. Đọc xong, bấm “Đúng là việc của tôi” hoặc “Không phải, bỏ ra”."
        ),
    ),
    Question(
        _("“Đã lưu nháp” và “Đã gửi” khác nhau thế nào?"),
        _(
            "Đã lưu nháp: chỉ đồng chí đọc được, chưa ai nhận. Đã gửi: có giờ gửi và tên người nhận. "
            "Khi chưa thấy giờ gửi thì chưa gửi."
        ),
    ),
    Question(
        _("Đang viết mà mất mạng hoặc đóng máy thì sao?"),
        _(
            "Bản nháp được lưu sau mỗi 10 giây và khi rời ô viết. Mở lại trang, nội dung đã lưu vẫn còn. "
            "Giờ lưu gần nhất ghi ở cuối trang."
        ),
    ),
    Question(
        _("Bản của tôi bị trả lại, tôi đọc lý do ở đâu?"),
        _("Trong Việc cần làm có dòng sửa lại bản đăng ký, ghi nguyên văn lý do. Sửa xong gửi lại."),
    ),
    Question(
        _("Máy so bản của tôi với ai, và có bỏ sót không?"),
        _(
            "Với các bản đã gửi trong cùng đảng bộ cơ sở, năm nay và các năm trước. Người viết chỉ biết có đoạn giống, "
            "không thấy tên và lời của ai. Máy không thấy bản chép đã đổi quá nửa lời, không so bản dưới 15 chữ, và "
            "không kết luận điều gì."
        ),
    ),
    Question(
        _("Tôi giữ nhiều chức vụ thì dùng thế nào?"),
        _("Bấm tên đơn vị ở đầu trang để đổi vai trò. Mỗi vai trò thấy việc và đơn vị của vai trò ấy."),
    ),
    Question(
        _("Chữ nhỏ quá?"),
        _("Bấm Cỡ chữ ở đầu trang. Có ba cỡ, máy này sẽ nhớ lựa chọn của đồng chí."),
    ),
    Question(
        _("Tôi quên mật khẩu?"),
        _("Xin mã đặt lại từ người quản trị của đơn vị, rồi bấm Quên mật khẩu ở trang đăng nhập."),
    ),
    Question(
        _("Viết được tài liệu mật ở đây không?"),
        _(
            "Không. Hệ thống chỉ dùng cho nội dung thông thường. Tài liệu thuộc bí mật nhà nước không được "
            "soạn, lưu, đính kèm ở đây. Tệp Word, Excel, PDF có dấu MẬT, TỐI MẬT, TUYỆT MẬT không được nhận; "
            "dấu nằm trong ảnh chụp thì máy không thấy, đồng chí tự kiểm tra trước khi gửi."
        ),
    ),
)


def guides_for(actor: Actor) -> list[Guide]:
    """What this role can do, in the order it is usually done."""
    return [guide for guide in GUIDES if not guide.permission or actor.may(guide.permission)]
