"""What this room shows in the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import KEEPING, Door

DOORS = (
    Door(
        "imports",
        _("Nhập từ Excel"),
        "upload",
        (("exchange:index", "exchange.import"),),
        group=KEEPING,
        order=115,
        first="administrator:4",
    ),
)
