"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "criterion.added": _("thêm"),
    "criterion.edited": _("sửa"),
    "field.added": _("thêm"),
    "field.edited": _("sửa"),
    "practice.appraised": _("thẩm định"),
    "practice.approved": _("duyệt"),
    "practice.assessed": _("đánh giá"),
    "practice.consent_withdrawn": _("rút đồng ý công bố"),
    "practice.consented": _("đồng ý công bố"),
    "practice.core_parts_written": _("ghi phần cốt lõi"),
    "practice.edited": _("sửa"),
    "practice.evidenced": _("thêm minh chứng"),
    "practice.lesson_published": _("công bố bài học, không nêu tên đơn vị"),
    "practice.lesson_taken_back": _("rút bài học"),
    "practice.marked": _("đánh dấu"),
    "practice.name_removed": _("bỏ tên khỏi bài"),
    "practice.proposed": _("đề nghị"),
    "practice.recognised": _("công nhận"),
    "practice.recognition_asked": _("đề nghị công nhận"),
    "practice.recognition_refused": _("không công nhận"),
    "practice.result_reported": _("báo kết quả"),
    "practice.returned": _("trả lại để sửa"),
    "practice.started": _("bắt đầu"),
    "practice.stopped": _("dừng"),
    "practice.unmarked": _("bỏ đánh dấu"),
    "practice.written": _("viết"),
}
