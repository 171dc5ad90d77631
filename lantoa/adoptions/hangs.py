"""What a unit has chosen to talk over counts for the unit that continues it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.adoptions.models import Discussion
from lantoa.foundation.hangs import Hanging
from lantoa.organisation.models import Unit


def hanging(unit: Unit, *, on: dt.date) -> Iterator[Hanging]:
    """Of the very unit and those it continues."""
    found = Discussion.objects.of_unit(unit, on)
    yield Hanging(_("Buổi trao đổi về mô hình"), found.count(), _("Tính cho đơn vị kế tục; lịch sử giữ."))
