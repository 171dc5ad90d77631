"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import Right

PERMISSIONS = {
    "exemplars.view": Right(
        _("Xem gương, điển hình đã công bố"), "member secretary committee officer leader inspector"
    ),
    "exemplars.write": Right(
        _("Viết gương, điển hình của đơn vị mình, ghi đồng ý nêu tên"), "secretary committee officer"
    ),
    "exemplars.judge": Right(
        _("Công bố, trả lại gương, điển hình đề nghị đơn vị mình"), "secretary committee officer leader"
    ),
}
