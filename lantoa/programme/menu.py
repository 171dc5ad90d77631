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
    Door(
        "movements",
        _("Phong trào thi đua"),
        "flag",
        (("programme:movements", "programme.view"),),
        short=_("Thi đua"),
        group=CONTENT,
        order=145,
        first="",
    ),
)
