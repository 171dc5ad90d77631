"""What this room shows on pages of lower rooms."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.panels import Link

LINKS = (
    Link(
        "statistics:months",
        "rounds:months",
        _("Ai đã nộp, ai còn thiếu"),
        "rounds.view",
        icon="checklist",
        asked="don-vi ky",
        order=20,
    ),
    Link(
        "statistics:overview",
        "rounds:before_meeting",
        _("Trang trước họp"),
        "rounds.view",
        icon="printer",
        asked="don-vi ky",
        loads=False,
        order=30,
    ),
)
