"""Rights that this room checks."""

from django.utils.translation import gettext_lazy as _

PERMISSIONS = {
    "commendations.view": _("Xem đề nghị khen thưởng và khen thưởng trong đơn vị"),
    "commendations.propose": _("Viết đề nghị khen thưởng, ghi kết quả bình xét, gửi lên trên"),
    "commendations.decide": _("Trả lại, đồng ý, trình lên trên, ghi quyết định khen thưởng"),
}
