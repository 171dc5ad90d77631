"""What this room shows in the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import CONTENT, Door

DOORS = (
    Door(
        "practices",
        _("Mô hình, điển hình"),
        "sparkles",
        (("adoptions:library", "practices.view"),),
        short=_("Mô hình"),
        group=CONTENT,
        order=50,
        first="member:3 secretary:4 committee:4 officer:3 leader:5",
    ),
)
