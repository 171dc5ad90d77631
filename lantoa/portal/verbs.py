"""How an act is said in the history: "Nguyễn Thị Lan trả lại để sửa: Bản đăng ký …"."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.text import word_key

# By the last word of the verb ("registration.returned" → "returned"); most acts are the same in every room.
WORDS: dict[str, str | Promise] = {
    "accepted": _("nhận"),
    "added": _("thêm"),
    "adopted": _("vận dụng tại đơn vị"),
    "amended": _("bổ sung, sửa đổi"),
    "appointed": _("giao chức vụ"),
    "approved": _("duyệt"),
    "assigned": _("giao việc"),
    "attended": _("điểm danh"),
    "cancelled": _("hủy"),
    "closed": _("đóng"),
    "confirmed": _("xác nhận"),
    "corrected": _("sửa cho đúng"),
    "created": _("thêm"),
    "decided": _("quyết định"),
    "declared": _("khai số liệu"),
    "deleted": _("xóa"),
    "dissolved": _("giải thể"),
    "edited": _("sửa"),
    "ended": _("kết thúc"),
    "exported": _("xuất ra tệp"),
    "finished": _("hoàn thành"),
    "founded": _("thành lập"),
    "imported": _("nhập từ tệp"),
    "issued": _("ban hành"),
    "judged": _("cho ý kiến"),
    "merged": _("sáp nhập"),
    "moved": _("chuyển"),
    "opened": _("mở"),
    "planned": _("lập kế hoạch"),
    "proposed": _("đề nghị"),
    "published": _("công bố"),
    "recognised": _("công nhận"),
    "recorded": _("ghi lại"),
    "registered": _("đăng ký"),
    "rejected": _("không đồng ý"),
    "removed": _("bỏ"),
    "renamed": _("đổi tên"),
    "reopened": _("mở lại"),
    "returned": _("trả lại để sửa"),
    "saved": _("lưu"),
    "signed": _("ký"),
    "split": _("chia tách"),
    "started": _("bắt đầu"),
    "stopped": _("dừng"),
    "submitted": _("gửi"),
    "undone": _("hoàn tác"),
    "updated": _("cập nhật"),
    "verified": _("kiểm tra, xác nhận"),
    "withdrawn": _("rút lại"),
    "written": _("viết"),
}


def said(verb: str) -> str:
    """The words for a verb; the verb itself when nobody has given it words yet."""
    return str(WORDS.get(verb) or WORDS.get(verb.rpartition(".")[2], verb))


def choices() -> list[tuple[str, str]]:
    """(last word of the verb, words) of every kind of act, as a Vietnamese dictionary orders them."""
    return sorted(((word, str(said)) for word, said in WORDS.items()), key=lambda row: word_key(row[1]))
