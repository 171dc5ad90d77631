"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "breakthrough.advising_body_chosen": _("chọn cơ quan thẩm định"),
    "breakthrough.amended": _("bổ sung, sửa đổi"),
    "breakthrough.amendment_approval_withdrawn": _("rút lại việc duyệt bản sửa đổi"),
    "breakthrough.amendment_proposed": _("đề nghị sửa đổi"),
    "breakthrough.amendment_refused": _("không duyệt bản sửa đổi"),
    "breakthrough.amendment_withdrawn": _("rút bản sửa đổi"),
    "breakthrough.appraised": _("thẩm định"),
    "breakthrough.approval_withdrawn": _("rút lại việc duyệt"),
    "breakthrough.approved": _("duyệt"),
    "breakthrough.assessed": _("đánh giá"),
    "breakthrough.closed": _("đóng"),
    "breakthrough.edited": _("sửa"),
    "breakthrough.recorded": _("ghi lại"),
    "breakthrough.remarked": _("góp ý"),
    "breakthrough.returned": _("trả lại để sửa"),
    "breakthrough.submitted": _("gửi"),
    "breakthrough.withdrawn": _("rút lại"),
    "breakthrough.written": _("viết"),
}
