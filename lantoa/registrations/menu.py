"""What this room shows in the menu."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import CONTENT, Door

# The name of the yearly undertaking changed with the programme.
RENAMED = dt.date(2026, 7, 13)

DOORS = (
    Door(
        "registrations",
        _("Đăng ký học tập, thực hành"),
        "clipboard-check",
        (("registrations:index", "registrations.view"), ("registrations:mine", "registrations.write")),
        short=_("Đăng ký"),
        before=(RENAMED, _("Đăng ký làm theo")),
        group=CONTENT,
        order=30,
        first="member:2 secretary:2 committee:2 officer:5 leader:7 inspector:4",
    ),
)
