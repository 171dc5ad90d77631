"""Rights that this room checks, and the roles that hold them."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.rights import Right

PERMISSIONS = {
    "visits.view": Right(_("Xem việc thăm hỏi"), "secretary committee officer leader inspector"),
    "visits.edit": Right(_("Ghi việc thăm hỏi của đơn vị"), "secretary committee"),
}
