"""What this room shows in the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import KEEPING, Door

DOORS = (
    Door(
        "figures",
        _("Số liệu và cách tính"),
        "chart-bar",
        (("figures:index", "figures.view"),),
        short=_("Số liệu"),
        group=KEEPING,
        order=130,
        first="",
    ),
)
