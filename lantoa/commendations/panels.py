"""Where commendations are shown besides their own pages: on the page of a movement, of a practice."""

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
    Link(
        "practices:show",
        "commendations:thanks_of_practice",
        _("Lời cảm ơn"),
        "people.own",
        icon="quote",
        order=80,
    ),
)
