"""What this room shows in the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import CONTENT, Door

DOORS = (
    Door(
        "readings",
        _("Tư liệu về Bác"),
        "book-2",
        (("readings:index", "readings.view"),),
        short=_("Tư liệu"),
        group=CONTENT,
        order=145,
    ),
)
