"""Rights that this room checks."""

from django.utils.translation import gettext_lazy as _

PERMISSIONS = {
    "exemplars.view": _("Xem gương, điển hình đã công bố"),
    "exemplars.write": _("Viết gương, điển hình của đơn vị mình, ghi đồng ý nêu tên"),
    "exemplars.judge": _("Công bố, trả lại gương, điển hình đề nghị đơn vị mình"),
}
