"""On the page of the programme: the way to what the year needs."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.panels import Link

LINKS = (
    Link(
        "programme:index",
        "beginning:year",
        _("Năm công tác"),
        "beginning.arrange",
        icon="calendar-plus",
        loads=False,
    ),
)
