"""What this room shows in the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import KEEPING, Door

DOORS = (
    Door(
        "upkeep",
        _("Vận hành"),
        "tools",
        (("upkeep:index", "upkeep.manage"),),
        group=KEEPING,
        order=205,
        first="administrator:9",
    ),
)
