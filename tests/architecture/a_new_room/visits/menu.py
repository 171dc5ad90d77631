"""What this room shows in the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import CONTENT, Door

DOORS = (
    Door(
        "visits",
        _("Thăm hỏi"),
        "heart-handshake",
        (("visits:index", "visits.view"),),
        short=_("Thăm hỏi"),
        group=CONTENT,
        order=146,
    ),
)
