"""What this room shows in the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import CONTENT, Door

DOORS = (
    Door(
        "shortcomings",
        _("Hạn chế cần khắc phục"),
        "target",
        (("shortcomings:index", "shortcomings.own"),),
        short=_("Hạn chế"),
        group=CONTENT,
        order=100,
        first="member:7 secretary:6 inspector:5",
    ),
)
