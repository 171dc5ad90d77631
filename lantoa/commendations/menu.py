"""What this room shows in the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import CONTENT, Door

DOORS = (
    Door(
        "commendations",
        _("Khen thưởng"),
        "medal",
        (("commendations:index", "commendations.view"), ("commendations:mine", "registrations.write")),
        group=CONTENT,
        order=70,
        first="secretary:7 committee:7 officer:8 leader:8",
    ),
    Door(
        "thanks",
        _("Lời cảm ơn"),
        "quote",
        (("commendations:thanks", "people.own"),),
        group=CONTENT,
        order=75,
    ),
)
