"""What this room shows in the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import KEEPING, Door

DOORS = (
    Door(
        "rounds",
        _("Kỳ số liệu"),
        "clipboard-check",
        (("rounds:index", "rounds.view"),),
        group=KEEPING,
        order=30,
        first="",
    ),
)
