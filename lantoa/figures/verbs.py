"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "figure.declared": _("khai số liệu"),
    "figure.withdrawn": _("rút số đã khai"),
    "figure.nothing": _("ghi không phát sinh"),
    "figure.nothing_withdrawn": _("rút lời ghi không phát sinh"),
    "figure.rounding_dropped": _("thôi làm tròn số"),
    "indicator.kept": _("đặt chỉ tiêu khai báo"),
    "indicator.changed": _("sửa chỉ tiêu khai báo"),
    "indicator.stopped": _("thôi khai chỉ tiêu"),
    "indicator.resumed": _("khai lại chỉ tiêu"),
    "figure.rounding_chosen": _("chọn cách làm tròn số"),
    "stage.deleted": _("xóa"),
    "stage.set": _("đặt"),
}
