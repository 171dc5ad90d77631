"""Courses, and the participants a unit has sent, count for the unit that continues it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.foundation.hangs import Hanging
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.study.models import Admission, Course, CourseIntake


def hanging(unit: Unit, *, on: dt.date) -> Iterator[Hanging]:
    """Of the very unit and those it continues."""
    kinds = (
        (_("Lớp bồi dưỡng, lý luận chính trị"), Course.objects.all()),
        (_("Dòng cử học viên"), CourseIntake.objects.all()),
        (_("Lần ghi kết nạp"), Admission.objects.all().standing()),
    )
    for label, rows in kinds:
        found = organisation.within(rows, unit, on=on, only_itself=True)
        yield Hanging(label, found.count(), _("Tính cho đơn vị kế tục; lịch sử giữ."))
