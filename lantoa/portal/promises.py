"""What Lan Tỏa deliberately does not do, in plain words, and how anyone can see that it does not."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


@dataclass(frozen=True)
class Guard:
    """One promise: what we do not do, and what shows it."""

    title: Text
    shown: Text


PROMISES = (
    Guard(
        _("Không theo dõi đảng viên"),
        _(
            "Không ghi đồng chí xem trang nào, bao lâu, ở đâu. Lịch sử ghi việc đã làm (gửi, duyệt, trả lại, sửa), lúc "
            "đăng nhập, và ai mở hay xuất bản đăng ký, hạn chế của người khác, mỗi ngày một lần; ai cũng đọc được "
            "phần của mình. Lúc đăng nhập có loại máy và địa chỉ mạng, để đồng chí nhận ra lần không phải của mình; "
            "chỉ đồng chí xem được, xóa sau 90 ngày. Lần đăng nhập sai chỉ được đếm dưới dạng mã băm, không đọc "
            "ngược ra tên hay địa chỉ máy, và xóa sau 90 ngày."
        ),
    ),
    Guard(
        _("Không đọc mạng xã hội, thư, điện thoại"),
        _(
            "Ứng dụng không tự kết nối ra ngoài; phông chữ, hình, mã đều do máy chủ của đơn vị cấp. Khi đơn vị khai "
            "báo máy chủ thư, thư gửi đi chỉ nói còn mấy việc, hạn nào."
        ),
    ),
    Guard(
        _("Không chấm điểm, xếp hạng hay dự đoán về con người"),
        _(
            "Không có điểm số do máy tính ra cho một người, không có bảng xếp hạng thái độ. Lời khuyên khi viết "
            "không kèm phần trăm, không chặn việc gửi."
        ),
    ),
    Guard(
        _("Không tự quyết định"),
        _(
            "Mỗi kết quả có tên người hoặc tập thể quyết định. Bấm duyệt trên máy là ghi lại, không thay cho "
            "nghị quyết, quyết định có số và ngày."
        ),
    ),
    Guard(
        _("Không tự xử lý khi trễ hạn"),
        _("Quá hạn được nhắc bằng lời trung tính, người có việc thấy trước. Vẫn gửi được sau hạn."),
    ),
    Guard(
        _("Không có nhận xét giấu kín"),
        _("Nhận xét về một người thì người ấy đọc được. Lý do trả lại hiện nguyên văn cho người viết."),
    ),
    Guard(
        _("Không bỏ qua quyền nêu ý kiến"),
        _("Bản bị trả lại luôn sửa, giải thích và gửi lại được. Ứng dụng không xếp loại cá nhân."),
    ),
    Guard(
        _("Không công bố về một người khi chưa đồng ý"),
        _("Nêu gương trên trang chung cần sự đồng ý cho từng nội dung, và rút lại được."),
    ),
    Guard(
        _("Không bắt người dân nêu tên khi góp ý"),
        _("Ý kiến nhân dân ghi theo nội dung. Tên, nếu người nói tự cho, chỉ hiện ở chính ý kiến ấy."),
    ),
    Guard(
        _("Không chứa bí mật nhà nước"),
        _("Không có ô “Mật”. Tài liệu thuộc danh mục bí mật nhà nước không được soạn, lưu ở đây."),
    ),
    Guard(
        _("Người quản trị không đọc nội dung đồng chí viết"),
        _("Vai trò quản trị lo tài khoản và tổ chức; bản đăng ký, nhận xét, biên bản không mở được."),
    ),
)
