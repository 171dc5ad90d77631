"""What this room shows in the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import KEEPING, Door

DOORS = (
    Door(
        "people",
        _("Người và tài khoản"),
        "users",
        (("people:index", "people.view"),),
        short=_("Người"),
        group=KEEPING,
        order=120,
        first="administrator:3",
    ),
)
