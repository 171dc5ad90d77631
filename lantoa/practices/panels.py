"""Where practices are shown besides their own pages: on the page of a movement."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.panels import Link

LINKS = (
    Link(
        "programme:movement",
        "practices:of_movement",
        _("Mô hình trong phong trào"),
        "practices.view",
        icon="bulb",
        order=10,
    ),
)
