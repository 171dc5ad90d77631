"""How the acts of this room are said in the history. They stand in the trail of a practice: its word comes first."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "practice.adapted": _("sửa cho hợp đơn vị"),
    "practice.adopted": _("vận dụng tại đơn vị"),
    "practice.adoption_withdrawn": _("rút việc vận dụng"),
    "practice.answer_taken_back": _("rút câu trả lời"),
    "practice.checked_up": _("trả lời còn duy trì hay đã dừng"),
    "practice.chosen_to_discuss": _("chọn để trao đổi ở buổi họp"),
    "practice.discussed": _("trao đổi tại đơn vị"),
    "practice.not_discussed": _("thôi chọn để trao đổi"),
    "practice.parts_marked": _("ghi phần giữ, đổi, bỏ"),
}
