"""Where one's own year is offered besides the menu: beside one's papers."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.panels import Link

LINKS = (
    Link(
        "registrations:mine",
        "portal:my_year",
        _("Một năm của tôi"),
        "people.own",
        icon="file-text",
        loads=False,
    ),
)
