"""What this room shows in the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import CONTENT, Door

DOORS = (
    Door(
        "programme",
        _("Chương trình, chuyên đề"),
        "books",
        (("programme:index", "programme.view"),),
        short=_("Chuyên đề"),
        group=CONTENT,
        order=140,
        first="member:4 officer:6 administrator:5",
    ),
)
