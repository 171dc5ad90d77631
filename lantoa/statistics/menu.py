"""What this room shows in the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import KEEPING, Door

DOORS = (
    Door(
        "overview",
        _("Tổng quan"),
        "chart-dots-3",
        (("statistics:overview", "statistics.view"),),
        group=KEEPING,
        order=20,
        not_at="cell",
        first="committee:5 officer:1 leader:3 inspector:1",
    ),
)
