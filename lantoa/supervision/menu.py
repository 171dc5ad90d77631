"""What this room shows in the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import CONTENT, Door

DOORS = (
    Door(
        "supervision",
        _("Kiểm tra, giám sát"),
        "shield-check",
        (("supervision:index", "supervision.own"),),
        short=_("Kiểm tra"),
        group=CONTENT,
        order=105,
        first="inspector:3",
    ),
)
