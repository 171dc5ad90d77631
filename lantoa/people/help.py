"""What the help says of this room."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.help import Guide, Question

GUIDES = (
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
        order=100,
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
        order=104,
    ),
)
QUESTIONS = (
    Question(
        _("Tôi giữ nhiều chức vụ thì dùng thế nào?"),
        _("Bấm tên đơn vị ở đầu trang để đổi vai trò. Mỗi vai trò thấy việc và đơn vị của vai trò ấy."),
        order=60,
    ),
    Question(
        _("Tôi đi vắng thì ai xác nhận, duyệt thay?"),
        _(
            "Mở Thông tin của tôi, bấm Nhờ người thay khi vắng: chọn một người của đơn vị và ghi từ ngày nào đến hết "
            "ngày nào. Có hiệu lực khi người thứ hai xác nhận; quyền không rộng hơn, không lâu hơn quyền của đồng chí. "
            "Về sớm thì bấm Thôi nhờ thay."
        ),
        order=70,
    ),
    Question(
        _("Tôi quên mật khẩu?"),
        _("Xin mã đặt lại từ người quản trị của đơn vị, rồi bấm Quên mật khẩu ở trang đăng nhập."),
        order=80,
    ),
    Question(
        _("Tôi mất điện thoại có khóa thứ hai?"),
        _(
            "Nhập một mã dự phòng trên giấy thay cho 6 số. Mất cả giấy: xin mã đặt lại mật khẩu từ một người quản trị "
            "và nhờ một người quản trị hoặc cấp ủy khác mở trang của đồng chí, bấm Đồng ý bỏ khóa thứ hai."
        ),
        order=81,
    ),
)
