"""How an act is said in the history: "Nguyễn Thị Lan trả lại để sửa: Bản đăng ký …"."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.text import word_key

# By the last word of the verb ("registration.returned" → "returned"); most acts are the same in every room.
WORDS: dict[str, str | Promise] = {
    "accepted": _("nhận"),
    "adapted": _("sửa cho hợp đơn vị"),
    "added": _("thêm"),
    "adopted": _("vận dụng tại đơn vị"),
    "adoption_withdrawn": _("rút việc vận dụng"),
    "advising_body_chosen": _("chọn cơ quan thẩm định"),
    "amended": _("bổ sung, sửa đổi"),
    "amendment_proposed": _("đề nghị sửa đổi"),
    "amendment_refused": _("không duyệt bản sửa đổi"),
    "amendment_withdrawn": _("rút bản sửa đổi"),
    "answer_taken_back": _("rút câu trả lời"),
    "answered": _("trả lời"),
    "appointed": _("giao chức vụ"),
    "appraised": _("thẩm định"),
    "approved": _("duyệt"),
    "assessed": _("đánh giá"),
    "assigned": _("giao việc"),
    "attended": _("điểm danh"),
    "awarded": _("khen thưởng"),
    "brought_back": _("cho gợi ý lại"),
    "cancelled": _("hủy"),
    "change_undone": _("hoàn tác việc sắp xếp tổ chức"),
    "checked": _("kiểm tra"),
    "checked_up": _("trả lời còn duy trì hay đã dừng"),
    "closed": _("đóng"),
    "code_given": _("cấp mã đặt lại mật khẩu"),
    "completed": _("hoàn thành"),
    "concluded": _("chốt kết quả"),
    "confirmation_code_given": _("cấp mã xác nhận"),
    "confirmed": _("xác nhận"),
    "consented": _("đồng ý công bố"),
    "consent_withdrawn": _("rút đồng ý công bố"),
    "core_parts_written": _("ghi phần cốt lõi"),
    "corrected": _("sửa cho đúng"),
    "created": _("thêm"),
    "decided": _("quyết định"),
    "declared": _("khai số liệu"),
    "deleted": _("xóa"),
    "dismissed": _("bỏ qua gợi ý"),
    "dissolved": _("giải thể"),
    "dropped": _("bỏ"),
    "edited": _("sửa"),
    "ended": _("kết thúc"),
    "enrolled": _("ghi danh"),
    "evidenced": _("thêm minh chứng"),
    "exported": _("xuất ra tệp"),
    "finished": _("hoàn thành"),
    "founded": _("thành lập"),
    "given": _("giao"),
    "held": _("tổ chức"),
    "handed_over": _("trao, bàn giao"),
    "imported": _("nhập từ tệp"),
    "invited": _("mời"),
    "issued": _("ban hành"),
    "judged": _("cho ý kiến"),
    "kept": _("tiếp tục duy trì"),
    "lesson_published": _("công bố bài học, không nêu tên đơn vị"),
    "lesson_taken_back": _("rút bài học"),
    "made_up": _("ghi học bù"),
    "marked": _("đánh dấu"),
    "merged": _("sáp nhập"),
    "moved": _("chuyển"),
    "name_removed": _("bỏ tên khỏi bài"),
    "nominated": _("đề cử"),
    "not_accepted": _("chưa xác nhận"),
    "noted": _("ghi chú"),
    "opened": _("mở"),
    "parts_marked": _("ghi phần giữ, đổi, bỏ"),
    "password_changed": _("đổi mật khẩu"),
    "paused": _("tạm dừng"),
    "planned": _("lập kế hoạch"),
    "postponed": _("hoãn"),
    "praised": _("biểu dương"),
    "prepared": _("chuẩn bị"),
    "posted": _("ghi đã đăng Sổ tay đảng viên điện tử"),
    "proposed": _("đề nghị"),
    "published": _("công bố"),
    "recognised": _("công nhận"),
    "recognition_asked": _("đề nghị công nhận"),
    "recognition_refused": _("không công nhận"),
    "recorded": _("ghi lại"),
    "refused": _("không đồng ý"),
    "registered": _("đăng ký"),
    "rejected": _("không đồng ý"),
    "remarked": _("góp ý"),
    "removed": _("bỏ"),
    "renamed": _("đổi tên"),
    "reopened": _("mở lại"),
    "replied": _("trả lời"),
    "reported": _("báo cáo"),
    "resolved": _("giải quyết xong"),
    "result_reported": _("báo kết quả"),
    "resumed": _("làm tiếp"),
    "returned": _("trả lại để sửa"),
    "revised": _("chỉnh sửa"),
    "rounding_chosen": _("chọn cách làm tròn số"),
    "saved": _("lưu"),
    "scheduled": _("xếp lịch"),
    "self_assessed": _("tự đánh giá"),
    "sent": _("gửi"),
    "shown": _("trình bày"),
    "sent_up": _("trình cấp trên"),
    "signed": _("ký"),
    "split": _("chia tách"),
    "started": _("bắt đầu"),
    "stopped": _("dừng"),
    "submitted": _("gửi"),
    "summoned": _("triệu tập"),
    "supplemented": _("bổ sung"),
    "term_opened": _("mở nhiệm kỳ"),
    "undone": _("hoàn tác"),
    "unmarked": _("bỏ đánh dấu"),
    "updated": _("cập nhật"),
    "verified": _("kiểm tra, xác nhận"),
    "voted": _("bỏ phiếu"),
    "withdrawn": _("rút lại"),
    "written": _("viết"),
    "year_remarked": _("nhận xét cuối năm"),
}


def said(verb: str) -> str:
    """The words for a verb; the verb itself when nobody has given it words yet."""
    return str(WORDS.get(verb) or WORDS.get(verb.rpartition(".")[2], verb))


def choices() -> list[str]:
    """Every way of saying an act, once, as a Vietnamese dictionary orders them."""
    return sorted(
        {str(words) for words in WORDS.values()}, key=lambda words: [word_key(w) for w in words.split()]
    )


def ended_by(words: str) -> list[str]:
    """The last words of the verbs that are said so: "gửi" → "sent", "submitted"."""
    return [verb for verb, said_so in WORDS.items() if str(said_so) == words]
