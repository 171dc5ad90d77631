"""Where the overview is offered besides the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.panels import Link

LINKS = (
    Link(
        "organisation:unit",
        "statistics:overview",
        _("Tổng quan"),
        "statistics.view",
        icon="chart-bar",
        asked="don-vi",
        loads=False,
        order=10,
    ),
)
