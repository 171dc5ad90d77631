"""What is late: reports of units inspected. What falls due: these, and the papers of a team for who leads it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.late import Due, Late
from lantoa.people.queries import head_of
from lantoa.supervision.models import FileDocument
from lantoa.supervision.words import Status


def late(on: dt.date) -> Iterator[Late]:
    """The reports that units inspected have not sent in time."""
    waiting = FileDocument.objects.self_reports().overdue(on)
    yield Late(
        "bao-cao-tu-kiem-tra",
        _("Báo cáo tự kiểm tra"),
        _("quá hạn"),
        _("%(n)s báo cáo tự kiểm tra quá hạn"),
        "supervision.view",
        waiting.filter(inspection__person__isnull=True, inspection__status=Status.OPEN),
        lambda code: reverse("supervision:index"),
        of_unit="inspection__unit",
        order=55,
    )


def due(first: dt.date, last: dt.date, on: dt.date) -> Iterator[Due]:
    """For a report whoever heads the unit, or is inspected herself; for the other papers who leads the team."""
    waiting = FileDocument.objects.waiting().filter(due__range=(first, last))
    for paper in waiting.select_related("inspection__programme"):
        one = paper.inspection
        who = (one.person_id or head_of(one.unit_id, on)) if paper.is_self_report else one.led_by_id
        if who is None or paper.due is None:
            continue
        yield Due(
            f"inspection_paper:{paper.pk}",
            who,
            one.unit_id if paper.is_self_report else one.programme.unit_id,
            paper.due,
            _("gửi báo cáo tự kiểm tra")
            if paper.is_self_report
            else _("hoàn thành tài liệu của cuộc giám sát"),
            one.get_absolute_url(),
            priority=20,
        )
