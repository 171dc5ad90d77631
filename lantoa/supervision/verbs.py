"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "inspection.bulk_reading_stopped": _("bị dừng vì mở quá nhiều bản trong vài phút"),
    "supervision.bulk_reading_stopped": _("bị dừng vì mở quá nhiều bản trong vài phút"),
    "discipline.answered": _("nêu ý kiến về quyết định kỷ luật"),
    "discipline.bulk_reading_stopped": _("bị dừng vì mở quá nhiều bản trong vài phút"),
    "discipline.read": _("mở xem quyết định kỷ luật"),
    "discipline.ended": _("ghi quyết định kỷ luật hết hiệu lực"),
    "discipline.written": _("ghi quyết định kỷ luật"),
    "inspection.changed": _("sửa"),
    "inspection.closed": _("lưu hồ sơ"),
    "inspection.concluded": _("kết luận"),
    "inspection.dropped": _("ghi là không tiến hành"),
    "inspection.read": _("đọc hồ sơ"),
    "inspection.opened": _("mở theo quyết định"),
    "inspection.paper_due": _("đặt hạn cho tài liệu"),
    "inspection.paper_recorded": _("ghi tài liệu của hồ sơ"),
    "inspection.planned": _("đưa vào chương trình"),
    "inspection.remedy_dropped": _("bỏ một việc khắc phục khỏi dự thảo"),
    "inspection.remedy_written": _("ghi một việc khắc phục"),
    "inspection.self_reported": _("gửi báo cáo"),
    "supervision.note_read": _("đọc ghi chép"),
    "supervision.noted": _("ghi chép"),
    "supervision.paper_read": _("đọc xong một bản trong mẫu"),
    "supervision.programme_written": _("lập chương trình"),
    "supervision.remedy_assigned": _("giao việc khắc phục"),
    "supervision.replied": _("trả lời ghi chép"),
    "supervision.sample_drawn": _("lấy mẫu bản đăng ký"),
    "supervision.withdrawn": _("rút lại ghi chép"),
}
