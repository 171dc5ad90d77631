"""Where commendations are shown besides their own pages: on the page of a movement."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.panels import Link

LINKS = (
    Link(
        "programme:movement",
        "commendations:of_movement",
        _("Khen thưởng trong phong trào"),
        "commendations.view",
        icon="award",
        order=20,
    ),
)
