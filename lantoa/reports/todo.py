"""What this room asks of a person today."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.dates import show_date
from lantoa.foundation.todo import Todo
from lantoa.people.actors import Actor
from lantoa.reports import queries


def items(actor: Actor) -> Iterator[Todo]:
    """The drafts one has begun and not finished."""
    for report in queries.drafts_of(actor):
        yield Todo(
            title=_("Soạn xong báo cáo %(period)s") % {"period": report.period.label},
            url=reverse("reports:compose", args=[report.pk]),
            button=_("Soạn tiếp"),
            note=_("Bản nháp lưu ngày %(day)s") % {"day": show_date(report.updated_at.date())},
        )
