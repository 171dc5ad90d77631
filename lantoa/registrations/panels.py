"""Where the list of papers is offered besides the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.panels import Link

LINKS = (
    Link(
        "organisation:unit",
        "registrations:index",
        _("Bản đăng ký"),
        "registrations.view",
        icon="clipboard-check",
        asked="don-vi",
        loads=False,
        order=20,
    ),
)
