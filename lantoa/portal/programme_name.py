"""What the programme is called on a day. Chỉ thị 07-CT/TW of 13/7/2026 changed the name and added a pillar."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Name:
    """The full name and the few words under the mark, from a day on."""

    starts: dt.date
    name: str | Promise
    slogan: str | Promise


NAMES = [
    Name(
        dt.date(2016, 5, 15),
        _("Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"),
        _("Học tập và làm theo Bác"),
    ),
    Name(
        dt.date(2026, 7, 13),
        _("Học tập, thực hành tư tưởng, đạo đức, phương pháp, phong cách Hồ Chí Minh"),
        _("Học tập, thực hành theo Bác"),
    ),
]


def on(day: dt.date) -> Name:
    """The name in force on that day; before the first, the first."""
    return max((name for name in NAMES if name.starts <= day), key=lambda n: n.starts, default=NAMES[0])
