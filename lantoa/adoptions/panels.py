"""Where taking over is shown besides its own pages: on the page of a practice."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.panels import Link

LINKS = (
    Link(
        "practices:show",
        "adoptions:panel",
        _("Vận dụng, sức lan tỏa"),
        "practices.view",
        icon="chart-dots-3",
    ),
    Link(
        "practices:show",
        "adoptions:discuss",
        _("Trao đổi ở đơn vị mình"),
        "practices.judge",
        icon="users-group",
        loads=False,
        order=60,
    ),
)
