"""What this room shows in the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import CONTENT, Door

DOORS = (
    Door(
        "breakthroughs",
        _("Nội dung đột phá"),
        "target-arrow",
        (("breakthroughs:index", "breakthroughs.view"),),
        short=_("Đột phá"),
        group=CONTENT,
        order=60,
        first="secretary:5 committee:6 officer:7 leader:4 inspector:6",
    ),
)
