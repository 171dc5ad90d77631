"""What this room shows in the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import CONTENT, Door

DOORS = (
    Door(
        "outreach",
        _("Tuyên truyền, việc làm vì dân"),
        "heart-handshake",
        (("outreach:index", "outreach.view"),),
        short=_("Vì dân"),
        group=CONTENT,
        order=160,
        first="member:6",
    ),
)
