"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "progress.corrected": _("sửa cho đúng"),
    "progress.recorded": _("ghi lại"),
    "progress.withdrawn": _("rút lại"),
    "registration.bulk_reading_stopped": _("bị dừng vì mở quá nhiều bản trong vài phút"),
    "registration.approved": _("duyệt"),
    "registration.approval_withdrawn": _("rút lại việc duyệt"),
    "registration.concluded": _("chốt kết quả"),
    "registration.pin_forgotten": _("bỏ số PIN đã quên"),
    "registration.pin_set": _("tự đặt số PIN"),
    "registration.confirmation_code_given": _("cấp mã xác nhận"),
    "registration.confirmed": _("xác nhận"),
    "registration.opened": _("mở"),
    "registration.replied": _("trả lời"),
    "registration.returned": _("trả lại để sửa"),
    "registration.self_assessed": _("tự đánh giá"),
    "registration.slip_asked": _("nhờ in phiếu mã xác nhận"),
    "registration.started": _("bắt đầu"),
    "registration.submitted": _("gửi"),
    "registration.withdrawn": _("rút lại"),
    "registration.witness_denied": _("nói không chứng kiến"),
    "registration.year_remarked": _("nhận xét cuối năm"),
    "registration_year.amended": _("bổ sung, sửa đổi"),
    "registration_year.opened": _("mở"),
}
