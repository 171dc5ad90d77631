"""What this room shows in the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import CONTENT, Door

DOORS = (
    Door(
        "meetings",
        _("Sinh hoạt chi bộ"),
        "calendar-event",
        (("meetings:index", "meetings.view"), ("meetings:mine", "meetings.attend")),
        short=_("Sinh hoạt"),
        group=CONTENT,
        order=40,
        first="member:5 secretary:3 committee:3 inspector:7",
    ),
)
