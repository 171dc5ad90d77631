"""What this room shows in the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import KEEPING, Door

DOORS = (
    Door(
        "documents",
        _("Văn bản đã ban hành"),
        "file-text",
        (("documents:index", "reports.issue"), ("documents:index", "reports.compose")),
        short=_("Văn bản"),
        group=KEEPING,
        order=180,
        first="",
    ),
)
