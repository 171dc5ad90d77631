"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "answer.accepted": _("nhận"),
    "answer.given_back": _("trả lại để xem lại"),
    "answer.left_closed": _("không mở lại"),
    "answer.reopened": _("mở lại"),
    "answer.reopening_asked": _("đề nghị mở lại"),
    "answer.sent": _("xác nhận và gửi"),
    "answer.signed": _("chốt"),
    "bound.dropped": _("bỏ quy tắc giữa hai con số"),
    "bound.kept": _("đặt quy tắc giữa hai con số"),
    "round.opened": _("mở kỳ số liệu"),
    "round.closed": _("đóng kỳ số liệu"),
    "round.withdrawn": _("rút lại kỳ số liệu"),
}
