"""What this room shows in the menu: the year that an office sets; how it begins is asked in the to-do list."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import KEEPING, Door

DOORS = (
    Door(
        "year",
        _("Năm công tác"),
        "calendar-plus",
        (("beginning:year", "beginning.arrange"),),
        group=KEEPING,
        order=125,
        not_at="cell",
        first="administrator:7",
    ),
)

FRAME = {"year": "beginning:year"}
