"""How the acts of this room are said in the history. None tells what was written of a person."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "review.answered_complaint": _("trả lời khiếu nại"),
    "review.assigned": _("chọn mẫu, nhóm, thứ tự"),
    "review.bulk_reading_stopped": _("bị dừng vì mở quá nhiều bản trong vài phút"),
    "review.complained": _("khiếu nại"),
    "review.decided": _("xếp loại"),
    "review.excused": _("ghi chưa kiểm điểm"),
    "review.found": _("nêu hạn chế cần khắc phục"),
    "review.heard": _("ghi kết quả cuộc họp kiểm điểm"),
    "review.opened": _("mở"),
    "review.prompted": _("gợi ý nội dung kiểm điểm"),
    "review.replied": _("trả lời nhận xét"),
    "review.rerated": _("xếp loại lại"),
    "review.resumed": _("đưa vào kiểm điểm lại"),
    "review.returned": _("trả lại để sửa"),
    "review.saved": _("lưu"),
    "review.shown": _("gửi đọc trước họp"),
    "review.submitted": _("gửi"),
    "review.taken_back": _("rút lại để sửa"),
    "review.waived": _("không có ý kiến"),
    "review_group.set": _("đặt nhóm so sánh"),
    "review_period.closed": _("khóa"),
    "review_period.opened": _("mở đợt"),
    "review_period.reopened": _("đồng ý mở lại"),
    "review_period.reopening_asked": _("đề nghị mở lại"),
    "review_period.reopening_refused": _("không đồng ý mở lại"),
    "review_period.shown": _("gửi đọc trước họp"),
    "review_template.set": _("đặt mẫu"),
    "review_terms.set": _("đặt quy tắc"),
}
