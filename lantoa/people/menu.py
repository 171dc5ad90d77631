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

FRAME = {
    "me": "people:me",
    "posts": "people:choose_post",
    "password": "people:change_password",
    "sign_in": "people:sign_in",
    "sign_out": "people:sign_out",
    "stay": "people:stay",
}
