"""What this room shows in the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import CONTENT, Door

DOORS = (
    Door(
        "exemplars",
        _("Gương người tốt, việc tốt"),
        "star",
        (("exemplars:index", "exemplars.view"),),
        short=_("Điển hình"),
        group=CONTENT,
        order=170,
        first="",
    ),
)
