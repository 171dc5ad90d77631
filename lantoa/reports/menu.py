"""What this room shows in the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import KEEPING, Door

DOORS = (
    Door(
        "reports",
        _("Báo cáo"),
        "file-report",
        (("reports:index", "reports.view"),),
        group=KEEPING,
        order=80,
        first="secretary:8 committee:8 officer:4 leader:6",
    ),
)
