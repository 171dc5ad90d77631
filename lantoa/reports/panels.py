"""Where writing a report is offered besides the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.panels import Link

LINKS = (
    Link(
        "statistics:overview",
        "reports:index",
        _("Soạn báo cáo"),
        "reports.compose",
        icon="file-report",
        asked="don-vi ky",
        loads=False,
    ),
)
